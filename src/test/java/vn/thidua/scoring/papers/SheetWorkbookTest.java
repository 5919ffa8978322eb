package vn.thidua.scoring.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.scoring.GeneratedScores;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Totals;

/** One unit's sheet as a workbook. */
class SheetWorkbookTest {
    static final List<Column> ALL = List.of(Column.SELF, Column.LEADER, Column.DEPUTY, Column.AGREED);
    static final String HOSTILE = "=HYPERLINK(\"https://xau.example\",\"bấm\")";

    private final GeneratedScores scores =
            GeneratedScores.of(GeneratedScores.sample().criteria(), 5);

    static byte[] workbook(GeneratedScores scores, String unit, List<Column> columns) {
        List<SheetWorkbook.Change> history = IntStream.range(0, 40)
                .mapToObj(i -> new SheetWorkbook.Change(
                        GeneratedScores.AT.plusSeconds(i),
                        "1.1",
                        "Tự chấm",
                        "Ghi điểm",
                        i == 0 ? "" : "1,5",
                        "1,75",
                        HOSTILE,
                        "Đỗ Thúy Nga (Sở Nội vụ tỉnh An Giang)",
                        "Sở Nội vụ tỉnh An Giang"))
                .toList();
        return SheetWorkbook.of(scores.view(unit, columns), "Chưa có kết quả; số liệu còn có thể thay đổi.", history);
    }

    /** Total and total with bonus of each column, as the workbook has them. */
    static void assertTotals(GeneratedScores scores, String unit, OpenedWorkbook book) {
        for (int i = 0; i < ALL.size(); i++) {
            int at = 5 + 3 * i;
            Totals totals =
                    Totals.of(scores.table(), scores.lines(), scores.sheet(unit).column(ALL.get(i)));
            assertThat(OpenedWorkbook.number(
                            book.row("Bảng điểm", 1, "Tổng điểm").getCell(at)))
                    .as(unit + " " + ALL.get(i))
                    .isEqualByComparingTo(totals.total());
            assertThat(OpenedWorkbook.number(
                            book.row("Bảng điểm", 1, "Điểm thưởng").getCell(at)))
                    .isEqualByComparingTo(totals.bonus());
            assertThat(OpenedWorkbook.number(
                            book.row("Bảng điểm", 1, "Tổng điểm có thưởng").getCell(at)))
                    .isEqualByComparingTo(totals.totalWithBonus());
            for (var group : scores.table().groups()) {
                Row row = book.row("Bảng điểm", 1, group.code() + ". " + group.name());
                assertThat(OpenedWorkbook.number(row.getCell(at)))
                        .isEqualByComparingTo(totals.groups().get(group.code()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGG", "VLG", GeneratedScores.EMPTY})
    @DisplayName("Totals of every column are computed by formulas and are ours, of a unit without figures too")
    void totals(String unit) {
        OpenedWorkbook book = OpenedWorkbook.of(workbook(scores, unit, ALL));
        book.poi.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertTotals(scores, unit, book);
        for (String total :
                List.of("Tổng điểm các nhóm", "Điểm trừ", "Tổng điểm", "Điểm thưởng", "Tổng điểm có thưởng")) {
            assertThat(book.row("Bảng điểm", 1, total).getCell(5).getCellType()).isEqualTo(CellType.FORMULA);
        }
    }

    @Test
    @DisplayName("Only the columns that the reader sees are in it")
    void onlyVisible() {
        OpenedWorkbook book = OpenedWorkbook.of(workbook(scores, "AGG", List.of(Column.SELF)));
        String texts = texts(book);
        assertThat(texts).contains("Tự chấm").doesNotContain("Cụm trưởng thẩm định", "Thống nhất");
        assertThat(texts).doesNotContain("=SUM(A1:A9)");
    }

    @Test
    @DisplayName("Texts that look like formulas stay texts, also when their cell is edited")
    void textsStayTexts() {
        OpenedWorkbook book = OpenedWorkbook.of(workbook(scores, "AGG", ALL));
        Cell reason = book.sheet("Lịch sử").getRow(4).getCell(7);
        assertThat(reason.getCellType()).isEqualTo(CellType.STRING);
        assertThat(reason.getStringCellValue()).isEqualTo(HOSTILE);
        assertThat(reason.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    @DisplayName("The history says who changed what, when in Vietnam, from what to what and why")
    void history() {
        Row row =
                OpenedWorkbook.of(workbook(scores, "AGG", ALL)).sheet("Lịch sử").getRow(5);
        assertThat(row.getCell(0).getLocalDateTimeCellValue())
                .isEqualTo(vn.thidua.calendar.Vietnam.local(Instant.parse("2024-11-22T08:00:01Z")));
        assertThat(IntStream.range(1, 9).mapToObj(i -> row.getCell(i).getStringCellValue()))
                .containsExactly(
                        "1.1",
                        "Ban hành kế hoạch công tác năm, có chỉ tiêu và phân công rõ ràng",
                        "Tự chấm",
                        "Ghi điểm",
                        "1,5",
                        "1,75",
                        HOSTILE,
                        "Đỗ Thúy Nga (Sở Nội vụ tỉnh An Giang)");
    }

    private static String texts(OpenedWorkbook book) {
        StringBuilder texts = new StringBuilder();
        book.sheet("Bảng điểm")
                .forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        texts.append(cell.getStringCellValue()).append('\n');
                    }
                }));
        return texts.toString();
    }
}
