package vn.thidua.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and figures come back from a workbook as they went in. */
class OfficeWorkbookTest {
    private static XSSFSheet written(Consumer<OfficeSheet> write) throws IOException {
        try (OfficeWorkbook book = OfficeWorkbook.titled("Thử")) {
            write.accept(book.sheet("Trang"));
            return new XSSFWorkbook(new ByteArrayInputStream(book.bytes())).getSheetAt(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"https://xau.example\")", "+84 900", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"
            })
    @DisplayName("What begins like a formula is a text, and stays one when its cell is edited")
    void neverFormulas(String text) throws IOException {
        XSSFCell cell =
                written(s -> s.text(0, 0, text, CellLook.TEXT)).getRow(0).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đạt", "1.10", "_x0041_", "dòng một\ndòng hai", "😀 <b>&amp;</b>", ""})
    @DisplayName("Other texts come back letter by letter, without a quotation mark")
    void texts(String text) throws IOException {
        XSSFCell cell =
                written(s -> s.text(0, 0, text, CellLook.CODE)).getRow(0).getCell(0);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
    }

    @Test
    @DisplayName("What no workbook can hold is left out; what is too long is cut and says so")
    void cleaned() throws IOException {
        XSSFSheet sheet = written(s -> s.text(0, 0, "a\u0000\u0007\ud800b\uffff", CellLook.TEXT)
                .text(1, 0, "đ".repeat(40_000), CellLook.TEXT));
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("ab");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                .hasSizeBetween(31_000, 32_767)
                .endsWith("(đã cắt bớt)");
        assertThat(sheet.getRow(1).getHeightInPoints()).isLessThanOrEqualTo(409);
    }

    @Test
    @DisplayName("Figures come back exactly; an empty one is an empty cell; formulas carry their value")
    void figures() throws IOException {
        XSSFSheet sheet = written(s -> s.number(0, 0, new BigDecimal("9.75"), CellLook.POINTS)
                .number(0, 1, new BigDecimal("0.1"), CellLook.POINTS)
                .number(0, 2, null, CellLook.POINTS)
                .formula(0, 3, "SUM(A1:C1)", CellLook.TOTAL_POINTS));
        assertThat(sheet.getRow(0).getCell(0).getNumericCellValue()).isEqualTo(9.75);
        assertThat(sheet.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(0.1);
        assertThat(sheet.getRow(0).getCell(2).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(sheet.getRow(0).getCell(3).getCellFormula()).isEqualTo("SUM(A1:C1)");
        assertThat(sheet.getRow(0).getCell(3).getNumericCellValue()).isEqualTo(9.85);
    }
}
