package vn.thidua.scoring.sheet;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.scoring.criteria.Line;

/** What a column still lacks before it can be handed in; Vietnamese sentences, empty where nothing. */
public final class SheetCompleteness {
    private SheetCompleteness() {}

    /** Every criterion has a figure, and an appraisal a reason wherever it differs from the self-score (rules.md, "Scores"). */
    public static List<String> missing(Sheet sheet, Column column) {
        List<String> empty = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (Line line : sheet.lines()) {
            Figure figure = sheet.figure(line.code(), column);
            if (line.kind() == Line.Kind.CRITERION && figure.points() == null) {
                empty.add(line.code());
            }
            boolean appraisal = column != Column.SELF && sheet.in().contains(Column.SELF);
            if (appraisal
                    && !figure.none()
                    && !Sheet.same(line, figure, sheet.counted(line.code(), Column.SELF))
                    && sheet.entry(line.code(), column)
                            .filter(e -> !e.reason().isBlank())
                            .isEmpty()) {
                unexplained.add(line.code());
            }
        }
        List<String> missing = new ArrayList<>();
        if (!empty.isEmpty()) {
            missing.add("Chưa chấm điểm các dòng: " + String.join(", ", empty) + ".");
        }
        if (!unexplained.isEmpty()) {
            missing.add("Ghi lý do ở các dòng khác điểm tự chấm: " + String.join(", ", unexplained) + ".");
        }
        return missing;
    }
}
