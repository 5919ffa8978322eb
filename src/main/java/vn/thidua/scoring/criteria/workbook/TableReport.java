package vn.thidua.scoring.criteria.workbook;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.Map;
import vn.thidua.plan.CriteriaCheck;
import vn.thidua.plan.KnownInput;
import vn.thidua.scoring.criteria.CriteriaWords;
import vn.thidua.scoring.criteria.workbook.Mistakes.Place;

/** What the rules of a table find, at the cells it was read from. What follows only from a cell that could not be read is not said. */
final class TableReport implements CriteriaCheck.Report {
    private static final Map<String, String> RESTS_ON = Map.of(
            "step", "max",
            "known", "deduct.points",
            "deduct.most", "deduct.points",
            "most", "points");

    private final Map<Object, SheetRow> rows = new IdentityHashMap<>();
    private final Place whole;
    private final Mistakes mistakes;
    private final boolean everythingRead;

    /** @param whole where it is said what concerns the table as a whole */
    TableReport(Map<Object, SheetRow> rows, Place whole, Mistakes mistakes) {
        this.rows.putAll(rows);
        this.whole = whole;
        this.mistakes = mistakes;
        this.everythingRead = mistakes.none();
    }

    @Override
    public void error(Object record, String field, String code, String message) {
        if (!follows(record, field)) {
            mistakes.error(place(record, field), code, message);
        }
    }

    @Override
    public void warning(Object record, String field, String code, String message) {
        if (!follows(record, field)) {
            mistakes.warning(place(record, field), code, message);
        }
    }

    @Override
    public boolean whole() {
        return everythingRead;
    }

    @Override
    public String number(BigDecimal figure) {
        return CriteriaWords.points(figure);
    }

    @Override
    public String write(String field, BigDecimal figure) {
        return number(figure);
    }

    @Override
    public String known(KnownInput known) {
        return CriteriaWords.of(known);
    }

    private boolean follows(Object record, String field) {
        SheetRow row = rows.get(record);
        return row != null && (row.isBroken(field) || RESTS_ON.containsKey(field) && row.isBroken(RESTS_ON.get(field)));
    }

    private Place place(Object record, String field) {
        SheetRow row = rows.get(record);
        return row == null ? whole : row.place(field);
    }
}
