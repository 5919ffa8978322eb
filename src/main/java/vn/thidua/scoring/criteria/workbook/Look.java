package vn.thidua.scoring.criteria.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the workbook looks: the fonts of official papers, figures as Vietnamese writes them, codes that stay as typed. */
final class Look {
    /** Vietnamese: a decimal comma wherever the workbook is opened. */
    static final String VIETNAMESE_NUMBER = "[$-42A]General";

    private static final String FONT = "Times New Roman";
    private static final byte[] RED = {(byte) 0xb5, 0x15, 0x2b};
    private static final byte[] LINES = {(byte) 0xb0, (byte) 0xb0, (byte) 0xb0};

    private final XSSFWorkbook workbook;
    final XSSFCellStyle title;
    final XSSFCellStyle subtitle;
    final XSSFCellStyle header;
    final XSSFCellStyle text;
    final XSSFCellStyle code;
    final XSSFCellStyle number;
    final XSSFCellStyle choice;
    final XSSFCellStyle label;
    final XSSFCellStyle value;
    final XSSFCellStyle guide;
    final XSSFCellStyle guideHeading;

    Look(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = style(font(16, true, RED), false);
        subtitle = style(font(11, false, null), false);
        subtitle.getFont().setItalic(true);
        header = bordered(style(font(11, true, new byte[] {-1, -1, -1}), true));
        header.setFillForegroundColor(new XSSFColor(RED, null));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setAlignment(HorizontalAlignment.CENTER);
        header.setVerticalAlignment(VerticalAlignment.CENTER);
        text = bordered(style(font(12, false, null), true));
        code = bordered(style(font(12, false, null), false));
        code.setDataFormat(workbook.createDataFormat().getFormat("@"));
        number = bordered(style(font(12, false, null), false));
        number.setDataFormat(workbook.createDataFormat().getFormat(VIETNAMESE_NUMBER));
        number.setAlignment(HorizontalAlignment.RIGHT);
        choice = bordered(style(font(12, false, null), true));
        choice.setAlignment(HorizontalAlignment.CENTER);
        label = bordered(style(font(12, true, null), true));
        value = bordered(style(font(12, false, null), true));
        guide = style(font(12, false, null), true);
        guideHeading = style(font(13, true, RED), true);
    }

    XSSFCellStyle of(Heading.Kind kind) {
        return switch (kind) {
            case CODE -> code;
            case NUMBER, SUM -> number;
            case TYPE, YES_NO, PER -> choice;
            case TEXT, KNOWN, KNOWN_COUNT -> text;
        };
    }

    private XSSFFont font(int points, boolean bold, byte @org.jspecify.annotations.Nullable [] colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (colour != null) {
            font.setColor(new XSSFColor(colour, null));
        }
        return font;
    }

    private XSSFCellStyle style(XSSFFont font, boolean wrap) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(wrap);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        XSSFColor lines = new XSSFColor(LINES, null);
        style.setTopBorderColor(lines);
        style.setBottomBorderColor(lines);
        style.setLeftBorderColor(lines);
        style.setRightBorderColor(lines);
        return style;
    }
}
