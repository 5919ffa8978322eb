package vn.thidua.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;

/** Results as members read them in a mail: what changed between two, figure by figure, and what that does to ranks. */
final class ResultWords {
    private ResultWords() {}

    /** A Vietnamese sentence each; empty where nothing changed. */
    static List<String> differences(Plan plan, ResultContent before, ResultContent after) {
        List<String> lines = new ArrayList<>();
        for (Results.Difference d : Results.differences(before, after)) {
            lines.add(DutyTexts.partyName(plan, d.unit()) + ", dòng " + d.line() + ": từ "
                    + (d.before().isEmpty() ? "chưa có" : d.before()) + " thành "
                    + (d.after().isEmpty() ? "không có" : d.after()) + ".");
        }
        Map<String, Integer> ranks = new HashMap<>();
        before.units().forEach(unit -> ranks.put(unit.unit(), unit.rank()));
        for (ResultContent.UnitResult unit : after.units()) {
            Integer was = ranks.get(unit.unit());
            if (was != null && was != unit.rank()) {
                lines.add(DutyTexts.partyName(plan, unit.unit()) + ": từ hạng " + was + " thành hạng " + unit.rank()
                        + ".");
            }
        }
        return lines;
    }
}
