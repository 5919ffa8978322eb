package vn.thidua.scoring.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** Sheets as they stand in the tables, one or all of a year. */
@Component
public class SheetStore {
    private final ScoreRepository scores;
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final YearStore years;

    SheetStore(ScoreRepository scores, CriteriaTables tables, SheetAccess access, YearStore years) {
        this.scores = scores;
        this.tables = tables;
        this.access = access;
        this.years = years;
    }

    /** Empty where no table was issued yet, or the unit has no sheet in this year. */
    public Optional<Sheet> find(String yearId, String unit) {
        if (!scores.hasSheet(yearId, unit)) {
            return Optional.empty();
        }
        return tables.inForce(yearId)
                .map(table ->
                        sheet(yearId, unit, table.lines(), scores.current(yearId, unit), scores.notes(yearId, unit)));
    }

    /** All units' sheets by unit, in the order of their codes; empty before a table was issued. */
    public Map<String, Sheet> all(String yearId) {
        return all(yearId, scores.current(yearId, null), scores.notes(yearId, null));
    }

    /** All sheets with what stood in the cells after change number {@code stand}. */
    public Map<String, Sheet> asOf(String yearId, long stand) {
        return all(
                yearId,
                scores.asOf(yearId, stand),
                scores.notes(yearId, null).stream()
                        .filter(note -> note.id() <= stand)
                        .toList());
    }

    private Map<String, Sheet> all(String yearId, List<Entry> entries, List<Note> notes) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        Optional<CriteriaTable> table = tables.inForce(yearId);
        if (table.isPresent()) {
            List<Line> lines = table.get().lines();
            scores.sheets(yearId).forEach(unit -> sheets.put(unit, sheet(yearId, unit, lines, entries, notes)));
        }
        return sheets;
    }

    private Sheet sheet(String yearId, String unit, List<Line> lines, List<Entry> entries, List<Note> notes) {
        Plan plan = years.plan(yearId);
        return Sheet.of(unit, lines, entries, notes, access.handedIn(plan, unit), SheetAccess.appraisers(plan, unit));
    }
}
