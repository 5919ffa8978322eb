package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.duty.form.FormRule.Asked;

/** Rules of score sheets: decimals only, 0 is a score and different from none (rules.md, "Scores"). */
final class ScoreRules {
    static final int GROUPS = 8;

    private ScoreRules() {}

    /** The total is the sum of the groups. */
    static FormRule sheet() {
        return a -> {
            BigDecimal sum = sum(a.answers());
            BigDecimal total = a.answers().number("total");
            boolean differs = total != null && total.compareTo(sum) != 0;
            return differs
                    ? a.when(true, "total", "totalDiffers", Numbers.shown(total), Numbers.shown(sum))
                    : List.of();
        };
    }

    /** A reason wherever an appraisal differs from the self-score; facts {@code selfGroup1} and so on. */
    static List<Problem> reasonsForDifferences(Asked a) {
        List<String> differing = new ArrayList<>();
        for (int group = 1; group <= GROUPS; group++) {
            BigDecimal appraised = a.answers().number("group" + group);
            if (appraised != null
                    && a.context().facts().get("selfGroup" + group) instanceof Number self
                    && appraised.compareTo(new BigDecimal(self.toString())) != 0) {
                differing.add(a.name("group" + group));
            }
        }
        boolean silent = !differing.isEmpty() && !a.answers().has("differenceReasons");
        return a.when(silent, "differenceReasons", "reasonForDifference", String.join(", ", differing));
    }

    static BigDecimal sum(FormAnswers answers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int group = 1; group <= GROUPS; group++) {
            BigDecimal score = answers.number("group" + group);
            sum = score == null ? sum : sum.add(score);
        }
        return sum;
    }
}
