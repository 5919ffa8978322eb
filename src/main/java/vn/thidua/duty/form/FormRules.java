package vn.thidua.duty.form;

import static vn.thidua.duty.form.ScoreRules.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.thidua.duty.form.FormRule.Asked;

/** The rules across fields, by form. */
final class FormRules {
    private static final Duration UNQUESTIONED = Duration.ofHours(2);

    private static final Map<String, FormRule> RULES = Map.ofEntries(
            Map.entry("pledge", a -> rows(a, 5, "target%dName", "target%dValue", "target%dUnit")),
            Map.entry("supplement", FormRules::supplement),
            Map.entry("self-score", sheet()),
            Map.entry("appraisal", sheet().and(ScoreRules::reasonsForDifferences)),
            Map.entry("attendees", FormRules::attendees),
            Map.entry("line-test", FormRules::lineTest),
            Map.entry("meeting-minutes", FormRules::minutes),
            Map.entry("opinion", FormRules::opinion),
            Map.entry("agreement", FormRules::opinion),
            Map.entry("award-vote", VoteFormRules::ballots),
            Map.entry("next-leaders", VoteFormRules::twoUnits),
            Map.entry("recognition", VoteFormRules::twoUnits),
            Map.entry("paper-entry", FormRules::paper),
            Map.entry("deadline-propose", FormRules::endAfterStart));

    private FormRules() {}

    static List<Problem> check(FormSchema schema, FormAnswers answers, FormContext context) {
        FormRule rule = RULES.get(schema.id());
        return rule == null ? List.of() : rule.check(new Asked(schema, answers, context));
    }

    /** A row that was begun has to be complete. */
    private static List<Problem> rows(Asked a, int count, String... keys) {
        List<Problem> problems = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            int number = row;
            List<String> of = Stream.of(keys).map(key -> key.formatted(number)).toList();
            if (of.stream().anyMatch(a.answers()::has)) {
                of.forEach(key -> problems.addAll(a.when(!a.answers().has(key), key, "rowIncomplete")));
            }
        }
        return problems;
    }

    /** Only signed originals are taken (S0-14). */
    private static List<Problem> supplement(Asked a) {
        List<Problem> problems = new ArrayList<>(rows(a, 5, "doc%dNumber", "doc%dDate", "doc%dCriterion"));
        for (int row = 1; row <= 5; row++) {
            String original = "doc" + row + "Original";
            boolean begun = a.answers().has("doc" + row + "Number");
            problems.addAll(a.when(begun && !a.answers().flag(original), original, "unchecked"));
        }
        return problems;
    }

    /** A missing role is flagged with its reason (S0-04). */
    private static List<Problem> attendees(Asked a) {
        boolean missing = !a.answers().has("chiefName") || !a.answers().has("deputyChiefName");
        List<Problem> problems = new ArrayList<>(
                a.when(missing && !a.answers().has("missingReason"), "missingReason", "reasonForMissing"));
        problems.addAll(rows(a, 3, "officer%dName", "officer%dPosition"));
        return problems;
    }

    private static List<Problem> lineTest(Asked a) {
        List<String> connected = a.answers().list("connected");
        List<String> failed = a.answers().list("failed");
        List<Problem> problems =
                new ArrayList<>(a.when(connected.isEmpty() && failed.isEmpty(), "connected", "nothingTested"));
        problems.addAll(a.when(shared(connected, failed), "failed", "inBoth", a.name("connected")));
        problems.addAll(a.when(!failed.isEmpty() && !a.answers().has("failureNote"), "failureNote", "failureNote"));
        return problems;
    }

    private static List<Problem> minutes(Asked a) {
        List<String> inRoom = a.answers().list("presentInRoom");
        List<String> online = a.answers().list("presentOnline");
        List<Problem> problems =
                new ArrayList<>(a.when(inRoom.isEmpty() && online.isEmpty(), "presentInRoom", "nobodyPresent"));
        problems.addAll(a.when(shared(inRoom, online), "presentOnline", "inBoth", a.name("presentInRoom")));
        return problems;
    }

    private static List<Problem> opinion(Asked a) {
        boolean agrees = a.answers().text("opinion").equals("agree");
        return a.when(!agrees && !a.answers().has("text"), "text", "opinionText");
    }

    /** An arrival earlier than its entry by more than two hours needs a reason and a second person (rules.md, "Paper"). */
    private static List<Problem> paper(Asked a) {
        if (!a.answers().has("arrivedAt")) {
            return List.of();
        }
        LocalDateTime arrived = LocalDateTime.parse(a.answers().text("arrivedAt"));
        boolean early = arrived.plus(UNQUESTIONED).isBefore(a.context().now());
        List<Problem> problems = new ArrayList<>();
        for (String key : List.of("earlyReason", "secondPerson")) {
            problems.addAll(a.when(early && !a.answers().has(key), key, "earlyArrival"));
        }
        boolean same =
                a.answers().text("secondPerson").equalsIgnoreCase(a.answers().text("countedBy"));
        problems.addAll(
                a.when(a.answers().has("secondPerson") && same, "secondPerson", "mustDiffer", a.name("countedBy")));
        return problems;
    }

    private static List<Problem> endAfterStart(Asked a) {
        String start = a.answers().text("newTime");
        String end = a.answers().text("newEnd");
        return a.when(!end.isEmpty() && end.compareTo(start) <= 0, "newEnd", "endBeforeStart");
    }

    static boolean shared(List<String> one, List<String> other) {
        return one.stream().anyMatch(other::contains);
    }
}
