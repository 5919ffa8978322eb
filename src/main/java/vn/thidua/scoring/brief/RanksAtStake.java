package vn.thidua.scoring.brief;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetStore;

/** What figures do to ranks, told only to those who see every figure that a rank is computed from: else a rank gives others' away. */
@Component
class RanksAtStake {
    private final SheetStore store;
    private final SheetAccess access;
    private final Standings standings;

    RanksAtStake(SheetStore store, SheetAccess access, Standings standings) {
        this.store = store;
        this.access = access;
        this.standings = standings;
    }

    /** Of one unit's sheet; empty where the person may not see it. */
    Optional<Of> of(String person, String yearId, Sheet sheet) {
        Collection<Sheet> all = store.all(yearId).values();
        boolean seen = all.stream()
                .allMatch(other ->
                        access.rights(person, yearId, other.unit()).visible().containsAll(other.counting()));
        return seen ? Optional.of(new Of(sheet, standings.whatIf(yearId, all))) : Optional.empty();
    }

    record Of(Sheet sheet, Standings.WhatIf whatIf) {
        /** Where the unit stands if everything stays so. */
        int rank() {
            return whatIf.rank(sheet);
        }

        String words(Line line, BriefMaking.Two two) {
            int one = whatIf.rank(sheet, line, two.one());
            int other = whatIf.rank(sheet, line, two.other());
            if (one == other) {
                return "không đổi hạng (hạng " + one + ")";
            }
            Column second = two.second();
            return "hạng " + one + " theo mức «" + two.first().title() + "», hạng " + other + " theo mức «"
                    + (second == null ? "thẩm định" : second.title()) + "»";
        }
    }
}
