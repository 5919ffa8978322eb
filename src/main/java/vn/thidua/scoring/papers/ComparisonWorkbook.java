package vn.thidua.scoring.papers;

import java.util.List;
import java.util.Map;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.paper.OfficeWorkbook;
import vn.thidua.plan.Criteria;
import vn.thidua.scoring.result.ResultContent;

/**
 * All units of a year side by side as an Excel workbook: totals and ranks by group, every figure behind them, and how the rank comes
 * about step by step. Nothing but the figures is written as a number: change one, and totals, ranks and bands follow by the rules.
 */
public final class ComparisonWorkbook {
    private ComparisonWorkbook() {}

    /**
     * @param status what stands behind the figures, in a sentence: a result with its hash, or that they may still change
     * @param table the version of the criteria table that they were set under
     * @param names of the units by their codes
     */
    public record Comparison(
            String yearName, String status, Criteria table, Map<String, String> names, ResultContent content) {

        String name(String unit) {
            return names.getOrDefault(unit, unit);
        }

        /** Codes in the order of the ranks. */
        List<String> units() {
            return content.units().stream().map(ResultContent.UnitResult::unit).toList();
        }
    }

    public static byte[] of(Comparison comparison) {
        try (OfficeWorkbook book = OfficeWorkbook.titled("Bảng so sánh điểm – " + comparison.yearName())) {
            OfficeSheet overview = book.sheet("So sánh");
            OfficeSheet lines = book.sheet("Chi tiết");
            OfficeSheet ranks = book.sheet("Cách xếp hạng");
            LinesSheet figures = LinesSheet.write(lines, comparison);
            OverviewSheet.write(overview, comparison, figures, new RanksSheet(ranks, comparison, overview));
            return book.bytes();
        }
    }
}
