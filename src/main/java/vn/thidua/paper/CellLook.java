package vn.thidua.paper;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How a cell of an {@link OfficeWorkbook} looks: the font of official papers, figures as Vietnamese writes them. */
public enum CellLook {
    TITLE(Fill.NONE, Format.TEXT, 16, true),
    SUBTITLE(Fill.NONE, Format.TEXT, 11, false),
    /** Running text beside the table. */
    REMARK(Fill.NONE, Format.TEXT, 11, false),
    HEAD(Fill.HEAD, Format.TEXT, 11, true),
    TEXT(Fill.PLAIN, Format.TEXT, 12, false),
    /** A code, which stays as it was written: 1.10 is not 1.1. */
    CODE(Fill.PLAIN, Format.CODE, 12, false),
    POINTS(Fill.PLAIN, Format.POINTS, 12, false),
    /** Points that nobody has decided on yet. */
    TENTATIVE(Fill.PLAIN, Format.POINTS, 12, false),
    COUNT(Fill.PLAIN, Format.COUNT, 12, false),
    INSTANT(Fill.PLAIN, Format.INSTANT, 12, false),
    GROUP_TEXT(Fill.GROUP, Format.TEXT, 12, true),
    GROUP_POINTS(Fill.GROUP, Format.POINTS, 12, true),
    TOTAL_TEXT(Fill.TOTAL, Format.TEXT, 12, true),
    TOTAL_POINTS(Fill.TOTAL, Format.POINTS, 12, true),
    TOTAL_COUNT(Fill.TOTAL, Format.COUNT, 12, true);

    private enum Fill {
        NONE,
        PLAIN,
        HEAD,
        GROUP,
        TOTAL
    }

    /** Excel shows figures by the reader's own settings; the locale makes other programs write a decimal comma, too. */
    private enum Format {
        TEXT(null, HorizontalAlignment.LEFT),
        CODE("@", HorizontalAlignment.LEFT),
        POINTS("[$-42A]#,##0.00", HorizontalAlignment.RIGHT),
        COUNT("[$-42A]#,##0", HorizontalAlignment.RIGHT),
        INSTANT("dd/mm/yyyy hh:mm:ss", HorizontalAlignment.LEFT);

        private final @Nullable String code;
        private final HorizontalAlignment alignment;

        Format(@Nullable String code, HorizontalAlignment alignment) {
            this.code = code;
            this.alignment = alignment;
        }
    }

    private static final String FONT = "Times New Roman";
    private static final byte[] RED = {(byte) 0xb5, 0x15, 0x2b};
    private static final byte[] WHITE = {-1, -1, -1};
    private static final byte[] ROSE = {(byte) 0xf8, (byte) 0xe6, (byte) 0xe8};
    private static final byte[] GREY = {(byte) 0xee, (byte) 0xee, (byte) 0xee};
    private static final byte[] LINES = {(byte) 0xb0, (byte) 0xb0, (byte) 0xb0};

    private final Fill fill;
    private final Format format;
    private final int points;
    private final boolean bold;

    CellLook(Fill fill, Format format, int points, boolean bold) {
        this.fill = fill;
        this.format = format;
        this.points = points;
        this.bold = bold;
    }

    /** A text that goes on in the next line of its cell; titles run on over the empty cells beside them. */
    boolean wraps() {
        return format == Format.TEXT && this != TITLE && this != SUBTITLE;
    }

    int points() {
        return points;
    }

    XSSFCellStyle in(XSSFWorkbook workbook) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(workbook));
        style.setVerticalAlignment(fill == Fill.HEAD ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        boolean centred = fill == Fill.HEAD || this == TOTAL_COUNT;
        style.setAlignment(centred ? HorizontalAlignment.CENTER : format.alignment);
        style.setWrapText(wraps());
        if (format.code != null) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format.code));
        }
        byte[] ground = switch (fill) {
            case HEAD -> RED;
            case GROUP -> ROSE;
            case TOTAL -> GREY;
            case NONE, PLAIN -> null;
        };
        if (ground != null) {
            style.setFillForegroundColor(new XSSFColor(ground, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (fill != Fill.NONE) {
            border(style);
        }
        return style;
    }

    private XSSFFont font(XSSFWorkbook workbook) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setItalic(this == SUBTITLE || this == TENTATIVE);
        if (this == TITLE) {
            font.setColor(new XSSFColor(RED, null));
        } else if (fill == Fill.HEAD) {
            font.setColor(new XSSFColor(WHITE, null));
        }
        return font;
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        XSSFColor lines = new XSSFColor(LINES, null);
        style.setTopBorderColor(lines);
        style.setBottomBorderColor(lines);
        style.setLeftBorderColor(lines);
        style.setRightBorderColor(lines);
    }
}
