package vn.thidua.scoring.criteria.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thidua.plan.Criteria;
import vn.thidua.scoring.criteria.CriteriaWords;

/** Writes a criteria table as a workbook that can be filled in further and imported again. */
final class WorkbookWriter {
    /** Where the column headers stand, from 0; above them is for people. */
    static final int HEADER_ROW = 3;

    /** Empty rows prepared below the last line. */
    private static final int SPARE_ROWS = 40;

    private static final double LINE_POINTS = 16;

    private final XSSFWorkbook workbook;
    private final Look look;
    private final CriteriaWorkbook.Head head;

    private WorkbookWriter(XSSFWorkbook workbook, CriteriaWorkbook.Head head) {
        this.workbook = workbook;
        this.look = new Look(workbook);
        this.head = head;
    }

    static byte[] write(CriteriaWorkbook.Head head, Criteria criteria) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new WorkbookWriter(workbook, head).write(criteria);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Criteria criteria) {
        table(Layout.CRITERIA, "BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA", criteria);
        table(Layout.BONUSES, "ĐIỂM THƯỞNG", criteria);
        table(Layout.PENALTIES, "ĐIỂM TRỪ", criteria);
        table(Layout.BANDS, "MỨC XẾP LOẠI", criteria);
        general(criteria);
        Guide.write(workbook.createSheet(Layout.GUIDE), look);
        workbook.getProperties().getCoreProperties().setTitle("Bảng tiêu chí chấm điểm – " + head.yearName());
        workbook.getProperties().getCoreProperties().setCreator("Hệ thống Thi đua");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }

    private void table(Layout layout, String title, Criteria criteria) {
        XSSFSheet sheet = workbook.createSheet(layout.title());
        heads(sheet, title);
        List<Map<String, Object>> rows = Rows.of(layout, criteria);
        int first = HEADER_ROW + 1;
        int last = HEADER_ROW + rows.size() + SPARE_ROWS;
        for (int at = first; at <= last; at++) {
            XSSFRow row = sheet.createRow(at);
            row(layout, row, at - first < rows.size() ? rows.get(at - first) : Map.of(), last);
        }
        Help.headers(sheet, layout, look);
        Help.dropDowns(sheet, layout, first);
        if (layout == Layout.CRITERIA) {
            Help.groups(sheet, first, last);
        }
        sheet.createFreezePane(layout == Layout.BANDS ? 0 : layout.index("name") + 1, first);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet),
                0,
                layout.headings().size() - 1,
                0,
                Math.max(first, HEADER_ROW + rows.size()));
        printed(sheet);
    }

    private void heads(XSSFSheet sheet, String title) {
        XSSFRow first = sheet.createRow(0);
        first.setHeightInPoints(24);
        cell(first, 0, title).setCellStyle(look.title);
        cell(sheet.createRow(1), 0, head.yearName() + " – " + head.version()).setCellStyle(look.subtitle);
    }

    private void row(Layout layout, XSSFRow row, Map<String, Object> values, int last) {
        int lines = 1;
        for (int column = 0; column < layout.headings().size(); column++) {
            Heading heading = layout.headings().get(column);
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(look.of(heading.kind()));
            Object value = values.get(heading.field());
            if (heading.kind() == Heading.Kind.SUM) {
                cell.setCellFormula(sum(layout, row.getRowNum() + 1, last + 1));
            } else if (value instanceof BigDecimal figure) {
                cell.setCellValue(figure.doubleValue());
            } else if (value != null) {
                cell.setCellValue(value.toString());
                lines = Math.max(lines, lines(value.toString(), heading.width()));
            }
        }
        height(row, lines);
    }

    /** On how many lines a text stands; rather one too many. */
    static int lines(String text, int width) {
        return 1 + text.length() * 100 / (width * 118);
    }

    /** As high as its text; the programs that open the workbook make it higher when somebody writes more. */
    static void height(XSSFRow row, int lines) {
        row.getCTRow().setHt(LINE_POINTS * lines + 2);
    }

    /** In a group's row the maxima from there down to the next group's row. */
    private static String sum(Layout layout, int row, int last) {
        String type = letter(layout, "type");
        String max = letter(layout, "max");
        String below = type + (row + 1) + ":" + type + "$" + (last + 1);
        return "IF($" + type + row + "=\"" + Heading.GROUP + "\",SUM(" + max + row + ":INDEX(" + max + row + ":" + max
                + "$" + last + ",IFERROR(MATCH(\"" + Heading.GROUP + "\"," + below + ",0),ROWS(" + below + "))))-" + max
                + row + ",\"\")";
    }

    private static String letter(Layout layout, String field) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(layout.index(field));
    }

    private void general(Criteria criteria) {
        XSSFSheet sheet = workbook.createSheet(Layout.GENERAL);
        heads(sheet, "THÔNG TIN CHUNG");
        label(sheet, 3, Layout.REFERENCE, criteria.reference());
        label(sheet, 4, Layout.RANK_BY, CriteriaWords.of(criteria.rankBy()));
        sheet.setColumnWidth(0, 26 * 256);
        sheet.setColumnWidth(1, 70 * 256);
        Help.choice(sheet, Heading.rankings(), 4, 4, 1);
        printed(sheet);
    }

    private void label(XSSFSheet sheet, int row, String label, String value) {
        XSSFRow line = sheet.createRow(row);
        cell(line, 0, label).setCellStyle(look.label);
        cell(line, 1, value).setCellStyle(look.value);
    }

    private static XSSFCell cell(XSSFRow row, int column, String value) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(value);
        return cell;
    }

    private static void printed(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        XSSFPrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PaperSize.A4_PAPER);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("&A – trang &P/&N");
    }
}
