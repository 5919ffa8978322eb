package vn.thidua.scoring.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Group;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.GeneratedScores;
import vn.thidua.scoring.sheet.Figure;

/** The comparison says what our ranking says, and goes on saying it when somebody changes a figure in it. */
class ComparisonWorkbookTest {
    private static final Criteria SAMPLE = GeneratedScores.sample().criteria();

    private static Criteria by(RankBy by) {
        return new Criteria(
                SAMPLE.reference(), SAMPLE.groups(), SAMPLE.bonuses(), SAMPLE.penalties(), SAMPLE.bands(), by);
    }

    /** Steps that binary fractions cannot hold: 0.1 + 0.2 is not 0.3 there. */
    private static Criteria inTenths() {
        List<Group> groups = SAMPLE.groups().stream()
                .map(g -> new Group(
                        g.code(),
                        g.name(),
                        g.max(),
                        g.criteria().stream()
                                .map(c -> new Criterion(
                                        c.code(),
                                        c.name(),
                                        c.max(),
                                        new BigDecimal("0.1"),
                                        c.bonus(),
                                        null,
                                        null,
                                        false,
                                        null,
                                        null))
                                .toList()))
                .toList();
        return new Criteria(
                SAMPLE.reference(), groups, SAMPLE.bonuses(), SAMPLE.penalties(), SAMPLE.bands(), RankBy.TOTAL);
    }

    private static OpenedWorkbook opened(GeneratedScores scores) {
        OpenedWorkbook book = OpenedWorkbook.of(Comparisons.workbook(scores));
        book.poi.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return book;
    }

    private static void assertSame(GeneratedScores scores, OpenedWorkbook book) {
        assertThat(book.comparison(Comparisons.names(scores), Comparisons.groups(scores)))
                .containsExactlyInAnyOrderEntriesOf(Comparisons.expected(scores));
    }

    @ParameterizedTest
    @EnumSource(RankBy.class)
    @DisplayName(
            "13 units on 45 lines: every total, rank and band computed by the formulas is ours, ties and an empty unit included")
    void sameFigures(RankBy by) {
        GeneratedScores scores = GeneratedScores.of(by(by), 11);
        assertSame(scores, opened(scores));
        assertThat(scores.result().units().stream()
                        .filter(u -> List.of("AGG", "BLU").contains(u.unit()))
                        .map(u -> u.rank())
                        .distinct())
                .as("equal units share a rank")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("Steps that binary fractions cannot hold decide no rank")
    void tenths(long seed) {
        GeneratedScores scores = GeneratedScores.of(inTenths(), seed);
        assertSame(scores, opened(scores));
    }

    @Test
    @DisplayName("Equal totals are told apart by the groups in order, then by fewer penalties, then share a rank")
    void ties() {
        GeneratedScores scores = GeneratedScores.of(by(RankBy.TOTAL), 11);
        for (String unit : List.of("AGG", "BLU", "BTE", "CTO")) {
            scores.lines()
                    .forEach(line -> scores.agree(
                            unit,
                            line.code(),
                            switch (line.kind()) {
                                case CRITERION -> new Figure(line.max(), null, null);
                                case BONUS -> Figure.NONE;
                                case PENALTY -> new Figure(null, null, 0);
                            }));
        }
        // Group 8 is worth less for BTE, group 7 for CTO: the sums are equal, and group 7 comes first.
        scores.agree("BTE", "8.1", Figure.points("1"));
        scores.agree("CTO", "7.1", Figure.points("3"));
        OpenedWorkbook book = opened(scores);
        assertSame(scores, book);
        int rank = 0;
        assertThat(List.of("AGG", "BLU", "BTE", "CTO"))
                .extracting(unit -> OpenedWorkbook.number(book.row(
                                        "So sánh",
                                        1,
                                        scores.plan().unit(unit).orElseThrow().name())
                                .getCell(rank))
                        .intValueExact())
                .containsExactly(1, 1, 3, 4);
    }

    @Test
    @DisplayName("A figure changed in the workbook moves totals, ranks and bands as it would with us")
    void live() {
        GeneratedScores scores = GeneratedScores.of(SAMPLE, 11);
        OpenedWorkbook book = OpenedWorkbook.of(Comparisons.workbook(scores));
        String last = scores.result().units().get(11).unit();
        int column =
                book.column("Chi tiết", scores.plan().unit(last).orElseThrow().name());
        for (String code : List.of("1.1", "3.1", "7.1")) {
            scores.agree(last, code, Figure.points("2"));
            book.row("Chi tiết", 0, code).getCell(column).setCellValue(2);
        }
        scores.agree(last, "P1", new Figure(null, null, 9));
        Row often = book.row("Chi tiết", 0, "P1");
        Cell cell = often.getCell(column);
        cell.setCellValue(9);
        book.poi.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertSame(scores, book);
    }

    @Test
    @DisplayName("Totals, ranks and bands are formulas, never numbers")
    void formulas() {
        OpenedWorkbook book = OpenedWorkbook.of(Comparisons.workbook(GeneratedScores.of(SAMPLE, 3)));
        Row first = book.sheet("So sánh").getRow(OverviewSheet.FIRST_ROW);
        for (int column = 0; column < first.getLastCellNum() - 1; column++) {
            assertThat(first.getCell(column).getCellType())
                    .as("column " + column)
                    .isEqualTo(column == OverviewSheet.NAME ? CellType.STRING : CellType.FORMULA);
        }
        book.sheet("Cách xếp hạng")
                .getRow(9)
                .forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA));
        assertThat(book.sheet("Cách xếp hạng").getRow(9).getCell(11).getCellFormula())
                .startsWith("RANK(");
    }

    @Test
    @DisplayName(
            "Every sheet prints on A4 across, fitted to its width, with its headings on every page and page numbers")
    void printed() {
        OpenedWorkbook book = OpenedWorkbook.of(Comparisons.workbook(GeneratedScores.of(SAMPLE, 3)));
        assertThat(book.poi.getNumberOfSheets()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            var sheet = book.poi.getSheetAt(i);
            assertThat(PaperSize.values()[sheet.getPrintSetup().getPaperSize() - 1])
                    .isEqualTo(PaperSize.A4_PAPER);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getRepeatingRows()).isNotNull();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getFooter().getRight()).isEqualTo("Trang &P/&N");
        }
        assertThat(book.sheet("So sánh").getRow(7).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("[$-42A]#,##0.00");
    }
}
