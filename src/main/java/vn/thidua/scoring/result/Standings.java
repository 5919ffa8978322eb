package vn.thidua.scoring.result;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.Criteria;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.ranking.AgreedTotals;
import vn.thidua.scoring.ranking.KnockOut;
import vn.thidua.scoring.ranking.Ranking;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Totals;

/** Ranks a year's units by what stands in their sheets now. The one place where it is computed; {@link Ranking} decides. */
@Component
public class Standings {
    private final SheetStore sheets;
    private final CriteriaTables tables;
    private final DutyRepository duties;

    Standings(SheetStore sheets, CriteriaTables tables, DutyRepository duties) {
        this.sheets = sheets;
        this.tables = tables;
        this.duties = duties;
    }

    /** Best first; empty before a table was issued. */
    public List<Standing> of(String yearId) {
        return of(yearId, sheets.all(yearId).values());
    }

    /** Of sheets at hand. */
    public List<Standing> of(String yearId, Collection<Sheet> sheets) {
        Criteria table = tables.content(yearId);
        Map<String, Sheet> byUnit = new HashMap<>();
        List<AgreedTotals> totals = sheets.stream()
                .map(sheet -> {
                    byUnit.put(sheet.unit(), sheet);
                    return Totals.of(table, sheet.lines(), sheet.proposed())
                            .ranked(sheet.unit(), knockOuts(yearId, sheet.unit()));
                })
                .toList();
        return Ranking.rank(table.rankBy(), table.bands(), totals).stream()
                .map(ranked ->
                        standing(table, ranked, byUnit.get(ranked.totals().unit())))
                .toList();
    }

    /** What ranks would be if one line of one unit had another figure: what is at stake. */
    public WhatIf whatIf(String yearId, Collection<Sheet> sheets) {
        return new WhatIf(tables.content(yearId), sheets);
    }

    /** Ranks of sheets as they stand, but for one figure. Knock-outs change no rank. */
    public static final class WhatIf {
        private final Criteria table;
        private final Map<String, AgreedTotals> totals = new HashMap<>();

        private WhatIf(Criteria table, Collection<Sheet> sheets) {
            this.table = table;
            sheets.forEach(sheet -> totals.put(sheet.unit(), totals(sheet, sheet.proposed())));
        }

        /** The rank of {@code sheet}'s unit with {@code figure} in {@code line}. */
        public int rank(Sheet sheet, Line line, Figure figure) {
            Map<String, Figure> figures = sheet.proposed();
            figures.put(line.code(), figure);
            Map<String, AgreedTotals> changed = new HashMap<>(totals);
            changed.put(sheet.unit(), totals(sheet, figures));
            return rank(sheet, changed);
        }

        /** The rank of {@code sheet}'s unit as things stand. */
        public int rank(Sheet sheet) {
            return rank(sheet, totals);
        }

        private int rank(Sheet sheet, Map<String, AgreedTotals> changed) {
            return Ranking.rank(table.rankBy(), table.bands(), List.copyOf(changed.values())).stream()
                    .filter(ranked -> ranked.totals().unit().equals(sheet.unit()))
                    .findFirst()
                    .orElseThrow()
                    .rank();
        }

        private AgreedTotals totals(Sheet sheet, Map<String, Figure> figures) {
            return Totals.of(table, sheet.lines(), figures).ranked(sheet.unit(), Set.of());
        }
    }

    private static Standing standing(Criteria table, Ranking.Ranked ranked, Sheet sheet) {
        Map<Column, Totals> columns = new EnumMap<>(Column.class);
        for (Column column : EnumSet.of(Column.SELF, Column.LEADER, Column.DEPUTY)) {
            if (sheet.in().contains(column)) {
                columns.put(column, Totals.of(table, sheet.lines(), sheet.column(column)));
            }
        }
        List<Line> contested = sheet.contested();
        int open = (int) contested.stream()
                .filter(line -> sheet.figure(line.code(), Column.AGREED).none())
                .count();
        int unscored = (int) sheet.lines().stream()
                .filter(line -> line.kind() == Line.Kind.CRITERION)
                .filter(line -> sheet.proposed(line).none())
                .count();
        return new Standing(
                sheet.unit(),
                ranked.rank(),
                Totals.of(table, sheet.lines(), sheet.proposed()),
                ranked.band(),
                ranked.totals().knockOuts(),
                columns,
                contested.size(),
                open,
                unscored);
    }

    /** What keeps a unit from awards; it changes neither points nor rank (rules.md, "Scores"). */
    public Set<KnockOut> knockOuts(String yearId, String unit) {
        Set<KnockOut> knockOuts = EnumSet.noneOf(KnockOut.class);
        if (duties.find(DutyKey.of(yearId, DutyType.PLEDGE, unit))
                .filter(Duty::received)
                .isEmpty()) {
            knockOuts.add(KnockOut.NO_PLEDGE);
        }
        duties.ofType(yearId, DutyType.CLASSIFICATION).stream()
                .filter(duty -> duty.key().subject().equals(unit))
                .flatMap(duty -> duties.current(duty).stream())
                .forEach(receipt -> {
                    if ("NOT_COMPLETED".equals(String.valueOf(receipt.answers().get("grade")))) {
                        knockOuts.add(KnockOut.TASKS_FAILED);
                    }
                    if (Boolean.parseBoolean(String.valueOf(receipt.answers().get("underDiscipline")))) {
                        knockOuts.add(KnockOut.UNDER_DISCIPLINE);
                    }
                });
        return knockOuts;
    }
}
