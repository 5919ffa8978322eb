package vn.thidua.scoring.brief;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Standing;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Figure;
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

    /** Of one unit's sheet, for one person. */
    Of of(String person, String yearId, Sheet sheet) {
        Collection<Sheet> all = store.all(yearId).values();
        return all.stream().allMatch(other -> sees(person, yearId, other)) ? new Of(yearId, sheet, all) : new Of();
    }

    private boolean sees(String person, String yearId, Sheet sheet) {
        Set<Column> counting = EnumSet.noneOf(Column.class);
        counting.addAll(sheet.in());
        if (sheet.lines().stream()
                .anyMatch(line -> !sheet.figure(line.code(), Column.AGREED).none())) {
            counting.add(Column.AGREED);
        }
        return access.rights(person, yearId, sheet.unit()).visible().containsAll(counting);
    }

    final class Of {
        private final @Nullable String yearId;
        private final @Nullable Sheet sheet;
        private final Collection<Sheet> all;
        private final Standings.@Nullable WhatIf whatIf;

        private Of() {
            this.yearId = null;
            this.sheet = null;
            this.all = List.of();
            this.whatIf = null;
        }

        private Of(String yearId, Sheet sheet, Collection<Sheet> all) {
            this.yearId = yearId;
            this.sheet = sheet;
            this.all = all;
            this.whatIf = standings.whatIf(yearId, all);
        }

        /** Where the unit stands if everything stays so; null where the person may not see it. */
        @Nullable
        Integer rank() {
            if (yearId == null || sheet == null) {
                return null;
            }
            String unit = sheet.unit();
            return standings.of(yearId, all).stream()
                    .filter(standing -> standing.unit().equals(unit))
                    .map(Standing::rank)
                    .findFirst()
                    .orElse(null);
        }

        /** Empty where the person may not see it. */
        String words(Line line, BriefMaking.Two two) {
            if (yearId == null || sheet == null) {
                return "";
            }
            int one = rank(line, two.one());
            int other = rank(line, two.other());
            if (one == other) {
                return "không đổi hạng (hạng " + one + ")";
            }
            Column second = two.second();
            return "hạng " + one + " theo mức «" + two.first().title() + "», hạng " + other + " theo mức «"
                    + (second == null ? "thẩm định" : second.title()) + "»";
        }

        private int rank(Line line, Figure figure) {
            return java.util.Objects.requireNonNull(whatIf).rank(java.util.Objects.requireNonNull(sheet), line, figure);
        }
    }
}
