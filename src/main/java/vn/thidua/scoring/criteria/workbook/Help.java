package vn.thidua.scoring.criteria.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What a sheet says and offers to whoever fills it in: notes at the headers, drop-downs, groups that stand out. */
final class Help {
    /** Drop-downs go on below the prepared rows, as far as a table may. */
    private static final int LAST_ROW = CriteriaWorkbook.MOST_ROWS + 20;

    private Help() {}

    static void headers(XSSFSheet sheet, Layout layout, Look look) {
        XSSFRow row = sheet.createRow(WorkbookWriter.HEADER_ROW);
        row.setHeightInPoints(48);
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (int column = 0; column < layout.headings().size(); column++) {
            Heading heading = layout.headings().get(column);
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(heading.title());
            cell.setCellStyle(look.header);
            sheet.setColumnWidth(column, heading.width() * 256);
            XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column + 1, 0, column + 5, 6);
            XSSFComment note = drawing.createCellComment(anchor);
            note.setString(new XSSFRichTextString(heading.note()));
            note.setAuthor("Hệ thống Thi đua");
            cell.setCellComment(note);
        }
    }

    static void dropDowns(XSSFSheet sheet, Layout layout, int first) {
        for (int column = 0; column < layout.headings().size(); column++) {
            Heading heading = layout.headings().get(column);
            if (!heading.kind().choices().isEmpty()) {
                choice(sheet, heading.kind().choices(), first, LAST_ROW, column);
            } else if (heading.kind() == Heading.Kind.NUMBER) {
                figure(sheet, first, column);
            }
        }
    }

    static void choice(XSSFSheet sheet, List<String> choices, int first, int last, int column) {
        DataValidationConstraint list =
                sheet.getDataValidationHelper().createExplicitListConstraint(choices.toArray(String[]::new));
        validate(
                sheet,
                list,
                new CellRangeAddressList(first, last, column, column),
                "Chọn một giá trị trong danh sách: " + String.join("; ", choices) + ".");
    }

    private static void figure(XSSFSheet sheet, int first, int column) {
        DataValidationConstraint decimal = sheet.getDataValidationHelper()
                .createDecimalConstraint(DataValidationConstraint.OperatorType.BETWEEN, "0", "999999");
        validate(
                sheet,
                decimal,
                new CellRangeAddressList(first, LAST_ROW, column, column),
                "Viết một số từ 0, ví dụ 2 hoặc 0,25 (dấu thập phân theo cài đặt của máy).");
    }

    private static void validate(
            XSSFSheet sheet, DataValidationConstraint constraint, CellRangeAddressList cells, String message) {
        DataValidation validation = sheet.getDataValidationHelper().createValidation(constraint, cells);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setEmptyCellAllowed(true);
        // Of the file format: set means that the arrow is shown.
        validation.setSuppressDropDownArrow(true);
        validation.createErrorBox("Giá trị không dùng được", message);
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** A group's row stands out wherever it is; its sum is red where its criteria exceed it. */
    static void groups(XSSFSheet sheet, int first, int last) {
        String type = letter("type");
        String max = letter("max");
        String sum = letter("sum");
        String isGroup = "$" + type + (first + 1) + "=\"" + Heading.GROUP + "\"";
        ConditionalFormattingRule exceeded = sheet.getSheetConditionalFormatting()
                .createConditionalFormattingRule(
                        "AND(" + isGroup + ",$" + sum + (first + 1) + ">$" + max + (first + 1) + ")");
        exceeded.createFontFormatting().setFontStyle(false, true);
        exceeded.getFontFormatting().setFontColorIndex(IndexedColors.RED.getIndex());
        ConditionalFormattingRule group =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule(isGroup);
        group.createFontFormatting().setFontStyle(false, true);
        PatternFormatting fill = group.createPatternFormatting();
        fill.setFillBackgroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        int column = Layout.CRITERIA.index("sum");
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(
                        new CellRangeAddress[] {new CellRangeAddress(first, last, column, column)}, exceeded);
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(first, last, 0, column)}, group);
    }

    private static String letter(String field) {
        return CellReference.convertNumToColString(Layout.CRITERIA.index(field));
    }
}
