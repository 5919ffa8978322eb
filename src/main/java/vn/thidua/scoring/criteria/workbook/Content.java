package vn.thidua.scoring.criteria.workbook;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/**
 * What a cell shows, whatever it is made of: typed, or the result that a formula had when the workbook was saved. Nothing is computed
 * and nothing is fetched here.
 *
 * @param text cleaned; a figure with a decimal point; empty where the cell is
 * @param number the cell holds a number and not the text of one
 * @param trouble why nothing can be read, with what to do; null where it can
 */
record Content(String text, boolean number, @Nullable String trouble) {
    private static final Content NOTHING = new Content("", false, null);

    boolean isEmpty() {
        return text.isEmpty() && trouble == null;
    }

    static Content of(@Nullable XSSFCell cell) {
        if (cell == null) {
            return NOTHING;
        }
        try {
            if (cell.getCellType() != CellType.FORMULA) {
                return of(cell, cell.getCellType());
            }
            return cell.getCTCell().isSetV()
                    ? of(cell, cell.getCachedFormulaResultType())
                    : trouble("công thức chưa được tính; mở tệp bằng Excel rồi lưu lại, hoặc viết thẳng giá trị");
        } catch (IllegalStateException | NumberFormatException e) {
            return trouble("không đọc được ô này; xóa ô rồi viết lại giá trị");
        }
    }

    private static Content of(XSSFCell cell, CellType type) {
        return switch (type) {
            case STRING -> new Content(Texts.clean(cell.getStringCellValue()), false, null);
            case BOOLEAN -> new Content(cell.getBooleanCellValue() ? "Có" : "Không", false, null);
            case NUMERIC -> figure(cell);
            case ERROR ->
                trouble("ô có lỗi "
                        + FormulaError.forInt(cell.getErrorCellValue()).getString()
                        + "; sửa công thức hoặc viết thẳng giá trị");
            default -> NOTHING;
        };
    }

    /** As Excel shows it: a sum of 0.1 and 0.2 is 0.3. What Excel took for a date is none of ours. */
    private static Content figure(XSSFCell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return trouble("ô đang là ngày tháng; định dạng lại ô là số hoặc văn bản, rồi viết lại giá trị");
        }
        String text = NumberToTextConverter.toText(cell.getNumericCellValue());
        return new Content(new BigDecimal(text).toPlainString(), true, null);
    }

    private static Content trouble(String why) {
        return new Content("", false, why);
    }
}
