package vn.thidua.scoring.criteria.workbook;

/**
 * Something wrong in a workbook.
 *
 * @param cell as Excel names it, {@code D7}; empty where the sheet as a whole is meant
 * @param code what kind of mistake it is, stable
 * @param message in Vietnamese: what is wrong and what to write instead
 */
public record Mistake(String sheet, String cell, String code, String message) {
    /** "Tiêu chí!D7". */
    public String place() {
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }

    /** "Tiêu chí!D7: …, viết …". */
    public String text() {
        return place() + ": " + message;
    }
}
