package vn.thidua.scoring.drafting;

import java.util.List;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.CarryOver;
import vn.thidua.scoring.sheet.Sheets;

/** Figures that a version of the table has no place for, in words. */
final class FallenWords {
    private FallenWords() {}

    static List<String> of(Plan plan, List<CarryOver.Fallen> fallen) {
        return fallen.stream()
                .map(f -> DutyTexts.partyName(plan, f.unit()) + ", " + own(f))
                .toList();
    }

    /** As the unit itself is told. */
    static String own(CarryOver.Fallen f) {
        return "dòng " + f.line() + ", cột " + f.column().title() + ": " + Sheets.words(f.figure()) + ". " + f.why();
    }
}
