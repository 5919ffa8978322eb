package vn.thidua.paper;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;

/** A sheet of an {@link OfficeWorkbook}. Rows and columns count from 0. */
public final class OfficeSheet {
    private static final double CENTIMETRE = 1 / 2.54;
    /** Widths are measured in digits of the standard font; a letter of the papers' font needs less, about. */
    private static final double LETTERS_PER_WIDTH = 1.15;

    private static final double STANDARD_POINTS = 12;
    private static final float LEADING = 1.28f;
    /** Excel's own limit. */
    private static final float HIGHEST = 409;

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength() - 767;
    /** What programs read as a formula when it is typed, or pasted from elsewhere. */
    private static final Pattern FORMULA_LIKE = Pattern.compile("\\A[=+\\-@\\t\\r]", Pattern.DOTALL);
    /** The file format writes letters that XML lacks this way, so what looks like it must not be read back as one. */
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final OfficeWorkbook book;
    private final XSSFSheet sheet;

    OfficeSheet(OfficeWorkbook book, XSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        printed();
    }

    public String name() {
        return sheet.getSheetName();
    }

    /** In letters of the font, about. */
    public OfficeSheet widths(int... letters) {
        for (int column = 0; column < letters.length; column++) {
            sheet.setColumnWidth(column, letters[column] * 256);
        }
        return this;
    }

    /** A text, never a formula; a longer one than a cell may hold is cut and says so. */
    public OfficeSheet text(int row, int column, String text, CellLook look) {
        XSSFCell cell = cell(row, column);
        String clean = clean(text);
        cell.setCellValue(clean);
        cell.setCellStyle(FORMULA_LIKE.matcher(clean).find() ? book.quoted(look) : book.look(look));
        makeRoom(row, column, clean, look);
        return this;
    }

    /** Programs find the height of rows by themselves when somebody edits them, but not all when they open or print a file. */
    private void makeRoom(int row, int column, String text, CellLook look) {
        double letters = sheet.getColumnWidth(column) / 256.0 * LETTERS_PER_WIDTH / look.points() * STANDARD_POINTS;
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += look.wraps() ? lines(paragraph, Math.max(1, letters)) : 1;
        }
        float needed = Math.min(HIGHEST, lines * look.points() * LEADING + 2);
        if (needed > row(row).getHeightInPoints()) {
            row(row).setHeightInPoints(needed);
        }
    }

    /** Broken between words; within one that is longer than a line. */
    private static int lines(String paragraph, double letters) {
        int lines = 1;
        double used = 0;
        for (String word : paragraph.split(" ")) {
            if (used > 0 && used + 1 + word.length() > letters) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
            while (used > letters) {
                lines++;
                used -= letters;
            }
        }
        return lines;
    }

    /** A figure, or an empty cell. */
    public OfficeSheet number(int row, int column, @Nullable Number value, CellLook look) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(book.look(look));
        if (value != null) {
            // The nearest double of a decimal with at most 15 digits is shown and read back as that decimal.
            cell.setCellValue(value instanceof BigDecimal decimal ? decimal.doubleValue() : value.doubleValue());
        }
        return this;
    }

    /** @param formula without the equals sign, with English names and commas */
    public OfficeSheet formula(int row, int column, String formula, CellLook look) {
        XSSFCell cell = cell(row, column);
        cell.setCellFormula(formula);
        cell.setCellStyle(book.look(look));
        return this;
    }

    /** A point in time as Excel knows it, in Vietnam's time. */
    public OfficeSheet instant(int row, int column, Instant instant) {
        XSSFCell cell = cell(row, column);
        cell.setCellValue(Vietnam.local(instant).withNano(0));
        cell.setCellStyle(book.look(CellLook.INSTANT));
        return this;
    }

    /** A row of headings, from the first column on. */
    public OfficeSheet heads(int row, List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            text(row, column, heads.get(column), CellLook.HEAD);
        }
        return this;
    }

    /** Gives the cells of a span one look, also where nothing stands in them. */
    public OfficeSheet fill(int row, int from, int to, CellLook look) {
        for (int column = from; column <= to; column++) {
            cell(row, column).setCellStyle(book.look(look));
        }
        return this;
    }

    public OfficeSheet merge(int fromRow, int toRow, int fromColumn, int toColumn) {
        sheet.addMergedRegion(new CellRangeAddress(fromRow, toRow, fromColumn, toColumn));
        return this;
    }

    /** What lies above and left of a cell stays in view; rows {@code first} to {@code last} are repeated on every printed page. */
    public OfficeSheet frozen(int first, int last, int columns) {
        sheet.createFreezePane(columns, last + 1);
        sheet.setRepeatingRows(new CellRangeAddress(first, last, -1, -1));
        return this;
    }

    /** Arrows in the headings with which readers filter. */
    public OfficeSheet filter(int headRow, int lastRow, int lastColumn) {
        sheet.setAutoFilter(new CellRangeAddress(headRow, Math.max(headRow, lastRow), 0, lastColumn));
        return this;
    }

    /** "F8". */
    public static String ref(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** "$F$8:$F$20". */
    public static String fixed(int fromRow, int toRow, int column) {
        String letters = "$" + CellReference.convertNumToColString(column) + "$";
        return letters + (fromRow + 1) + ":" + letters + (toRow + 1);
    }

    /** "F8:F20". */
    public static String span(int fromRow, int toRow, int column) {
        return ref(fromRow, column) + ":" + ref(toRow, column);
    }

    /** "'Chi tiết'!F8": of this sheet as others call it. */
    public String outside(String reference) {
        return "'" + name().replace("'", "''") + "'!" + reference;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n'
                    || c == '\t'
                    || !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF) {
                clean.appendCodePoint(c);
            }
        });
        String escaped = ESCAPE_LIKE.matcher(clean).replaceAll("_x005F_");
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST) + " … (đã cắt bớt)";
    }

    private XSSFRow row(int row) {
        XSSFRow there = sheet.getRow(row);
        return there == null ? sheet.createRow(row) : there;
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow line = row(row);
        XSSFCell there = line.getCell(column);
        return there == null ? line.createCell(column) : there;
    }

    private void printed() {
        PrintSetup print = sheet.getPrintSetup();
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 1.5 * CENTIMETRE);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, CENTIMETRE);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 1.5 * CENTIMETRE);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 1.5 * CENTIMETRE);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Trang &P/&N");
    }
}
