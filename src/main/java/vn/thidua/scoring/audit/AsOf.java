package vn.thidua.scoring.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.ranking.AgreedTotals;
import vn.thidua.scoring.ranking.KnockOut;
import vn.thidua.scoring.ranking.Ranking;
import vn.thidua.scoring.result.ResultSeal;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.Totals;

/** What the entries up to one number say: figures, totals, ranks. Pure, from rows alone. */
final class AsOf {
    private final Criteria table;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    /** @param units what of each unit was handed in by then */
    AsOf(Criteria table, Collection<Entry> entries, long stand, Map<String, ResultSeal.Columns> units) {
        this.table = table;
        Set<Long> replaced = new HashSet<>();
        List<Entry> until = entries.stream().filter(e -> e.id() <= stand).toList();
        for (Entry entry : until) {
            if (entry.replaces() != null) {
                replaced.add(entry.replaces());
            }
        }
        Map<String, List<Entry>> current = new HashMap<>();
        for (Entry entry : until) {
            if (!replaced.contains(entry.id())) {
                current.computeIfAbsent(entry.unit(), unit -> new ArrayList<>()).add(entry);
            }
        }
        List<Line> lines = CriteriaTable.lines(table);
        units.forEach((unit, columns) -> sheets.put(
                unit,
                Sheet.of(
                        unit,
                        lines,
                        current.getOrDefault(unit, List.of()),
                        List.of(),
                        columns.in(),
                        columns.appraisers())));
    }

    Set<String> units() {
        return sheets.keySet();
    }

    /** Figures that count, by line. */
    Map<String, Figure> figures(String unit) {
        Sheet sheet = sheets.get(unit);
        return sheet == null ? Map.of() : sheet.proposed();
    }

    /** The agreed figure's entry. */
    Optional<Entry> agreed(String unit, String line) {
        return Optional.ofNullable(sheets.get(unit)).flatMap(sheet -> sheet.entry(line, Column.AGREED));
    }

    /** A unit's place and totals, by what a result calls them; those of a unit that is not ranked are empty. */
    record Standing(int rank, @Nullable String band, Totals totals) {}

    /** @throws IllegalArgumentException where figures are such that no total can be made of them */
    Map<String, Standing> standings() {
        Map<String, Totals> totals = new LinkedHashMap<>();
        sheets.forEach((unit, sheet) -> totals.put(unit, Totals.of(table, sheet.lines(), sheet.proposed())));
        List<AgreedTotals> ranked = new ArrayList<>();
        // What keeps a unit from awards changes neither points nor rank.
        totals.forEach((unit, t) -> ranked.add(t.ranked(unit, Set.<KnockOut>of())));
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (Ranking.Ranked one : Ranking.rank(table.rankBy(), table.bands(), ranked)) {
            String unit = one.totals().unit();
            standings.put(unit, new Standing(one.rank(), one.band(), totals.get(unit)));
        }
        return standings;
    }
}
