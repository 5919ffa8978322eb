package vn.thidua.scoring.criteria.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.scoring.criteria.workbook.Workbooks.cell;
import static vn.thidua.scoring.criteria.workbook.Workbooks.changed;
import static vn.thidua.scoring.criteria.workbook.Workbooks.put;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.plan.Criteria;

/** A criteria table as people really bring it: with mistakes, written in other ways, or no workbook at all (S2-11). */
class CriteriaImportTest {
    private static final String CRITERIA = "Tiêu chí";
    private static final String BONUSES = "Điểm thưởng";
    private static final String PENALTIES = "Điểm trừ";

    @Test
    @DisplayName(
            "Given a workbook with every mistake, when it is read, then each is named at its sheet and cell with what to write instead")
    void everyMistake() {
        CriteriaReading reading = CriteriaWorkbook.read(ManyMistakes.file());

        assertThat(reading.criteria()).isNull();
        assertThat(reading.mistakes()).extracting(Mistake::text).containsExactlyElementsOf(ManyMistakes.TOLD);
        assertThat(new HashSet<>(ManyMistakes.TOLD)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(reading.mistakes().stream().map(Mistake::code).collect(Collectors.toSet()))
                .as("kinds of mistakes")
                .hasSizeGreaterThanOrEqualTo(15);
        assertThat(reading.mistakes())
                .allSatisfy(
                        mistake -> assertThat(mistake.message()).containsPattern("; (viết|xóa|sửa|giảm|định dạng)"));
    }

    @Test
    @DisplayName("Given letters in two parts, as some keyboards write them, when read, then it is the same table")
    void decomposed() {
        byte[] file = changed(workbook -> workbook.forEach(sheet -> sheet.forEach(CriteriaImportTest::decompose)));
        CriteriaReading reading = CriteriaWorkbook.read(file);
        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.criteria()).isEqualTo(Workbooks.sample());
    }

    private static void decompose(Row row) {
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                String parts = Normalizer.normalize(cell.getStringCellValue(), Normalizer.Form.NFD);
                cell.setCellValue(parts);
            }
        }
    }

    @Test
    @DisplayName("Given figures as text with a decimal comma or point, when read, then they are those figures")
    void decimalComma() {
        byte[] file = changed(workbook -> {
            put(workbook, CRITERIA, "E6", "0,5");
            put(workbook, CRITERIA, "D7", " 3,00 ");
            put(workbook, CRITERIA, "E8", "0.1");
        });
        Criteria read = CriteriaWorkbook.read(file).criteria();
        assertThat(read).isNotNull();
        assertThat(read.groups().get(0).criteria().subList(0, 3))
                .extracting(c -> c.step().stripTrailingZeros())
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.1"));
        assertThat(read.groups().get(0).criteria().get(1).max()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName(
            "Given criteria that add up to more than their group, when read, then the group's cell says by how much")
    void groupExceeded() {
        CriteriaReading reading = CriteriaWorkbook.read(changed(workbook -> put(workbook, CRITERIA, "D6", 5)));
        assertThat(reading.criteria()).isNull();
        assertThat(reading.mistakes())
                .extracting(Mistake::text)
                .containsExactly("Tiêu chí!D5: các tiêu chí của nhóm 1 cộng lại 13 điểm, vượt tối đa 10 của nhóm;"
                        + " giảm điểm tiêu chí hoặc viết 13");
    }

    @Test
    @DisplayName(
            "Given a bonus list of 10,000 lines, when read, then it is refused with how many there may be; 1,900 are read")
    void longLists() {
        assertThatThrownBy(() -> CriteriaWorkbook.read(bonuses(10_000)))
                .isInstanceOf(WorkbookRefused.class)
                .hasMessageContaining("hơn 2.000 dòng")
                .hasMessageContaining("«Điểm thưởng»");
        Criteria read = CriteriaWorkbook.read(bonuses(1_900)).criteria();
        assertThat(read).isNotNull();
        assertThat(read.bonuses()).hasSize(1_900);
    }

    private static byte[] bonuses(int number) {
        return changed(workbook -> {
            XSSFSheet sheet = workbook.getSheet(BONUSES);
            for (int i = 0; i < number; i++) {
                Row row = sheet.createRow(4 + i);
                row.createCell(0).setCellValue("T" + (i + 1));
                row.createCell(1).setCellValue("Thành tích thứ " + (i + 1));
                row.createCell(2).setCellValue(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(BadFile.class)
    @DisplayName("Given what is no workbook that may be read, then it is refused with its reason and what to do")
    void refused(BadFile file) {
        assertThatThrownBy(() -> CriteriaWorkbook.read(file.bytes()))
                .isInstanceOf(WorkbookRefused.class)
                .hasMessageContaining(file.reason)
                .hasMessageContaining(file.remedy);
    }

    @Test
    @DisplayName(
            "Given columns in another order, further columns and sheets, when read, then what is known is read and the rest named")
    void anotherOrder() {
        byte[] file = changed(workbook -> {
            XSSFSheet bands = workbook.getSheet("Mức xếp loại");
            for (Row row : bands) {
                Cell name = row.getCell(0);
                if (row.getRowNum() >= WorkbookWriter.HEADER_ROW && name != null) {
                    row.createCell(4).setCellValue(name.getStringCellValue());
                    name.setBlank();
                }
            }
            put(workbook, BONUSES, "F4", "Ghi chú của tôi");
            workbook.createSheet("Nháp");
        });
        CriteriaReading reading = CriteriaWorkbook.read(file);
        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.criteria()).isEqualTo(Workbooks.sample());
        assertThat(reading.warnings())
                .extracting(Mistake::place)
                .containsExactlyElementsOf(List.of("Điểm thưởng!F4", "Nháp"));
    }

    @Test
    @DisplayName("Given a sheet without its headers, or none of that name, then that is said once, not for every row")
    void noHeaders() {
        CriteriaReading reading = CriteriaWorkbook.read(changed(CriteriaImportTest::withoutHeaders));
        assertThat(reading.mistakes()).extracting(Mistake::place).contains(PENALTIES, BONUSES);
        assertThat(reading.mistakes()).extracting(Mistake::code).contains("no-headers", "missing-sheet");
        assertThat(reading.mistakes()).hasSizeLessThanOrEqualTo(3);
    }

    private static void withoutHeaders(XSSFWorkbook workbook) {
        XSSFSheet penalties = workbook.getSheet(PENALTIES);
        penalties.removeRow(penalties.getRow(WorkbookWriter.HEADER_ROW));
        workbook.removeSheetAt(workbook.getSheetIndex(BONUSES));
        assertThat(cell(workbook, PENALTIES, "A5").getStringCellValue()).isEqualTo("P1");
    }
}
