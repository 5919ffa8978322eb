package vn.thidua.cycle.documents;

import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.plan.Plan;

/** One seat's ruling as a sentence: who, how, why. */
final class RulingLines {
    private RulingLines() {}

    static String of(Plan plan, Ruling ruling) {
        return DocumentWords.of(
                "ruling.line",
                DocumentWords.of("seat." + ruling.seat()),
                DutyTexts.personName(plan, ruling.by()),
                DocumentWords.of(ruling.accepted() ? "ruling.yes" : "ruling.no"),
                ruling.reason());
    }
}
