package vn.thidua.scoring.papers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.duty.DutyTexts;
import vn.thidua.scoring.GeneratedScores;

/** What our ranking says of generated scores, in the shape in which {@link OpenedWorkbook} reads a workbook. */
final class Comparisons {
    private Comparisons() {}

    static byte[] workbook(GeneratedScores scores) {
        return ComparisonWorkbook.of(comparison(scores));
    }

    static ComparisonWorkbook.Comparison comparison(GeneratedScores scores) {
        Map<String, String> names = new LinkedHashMap<>();
        scores.plan().units().forEach(unit -> names.put(unit.code(), unit.name()));
        return new ComparisonWorkbook.Comparison(
                DutyTexts.yearName(scores.plan()),
                "Kết quả đã chốt, số 2, lúc 16:00 ngày 25/11/2024 (thứ Hai), SHA-256 " + "3a7bd3e2360a3d29".repeat(4),
                scores.table(),
                names,
                scores.result());
    }

    static List<String> names(GeneratedScores scores) {
        return scores.plan().units().stream().map(u -> u.name()).toList();
    }

    static List<String> groups(GeneratedScores scores) {
        return scores.table().groups().stream()
                .map(g -> g.code() + ". " + g.name())
                .toList();
    }

    /** As {@link OpenedWorkbook#comparison}. */
    static Map<String, List<String>> expected(GeneratedScores scores) {
        return RehearsedPapers.said(scores.result(), scores.plan());
    }
}
