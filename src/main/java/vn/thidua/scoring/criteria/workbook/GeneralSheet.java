package vn.thidua.scoring.criteria.workbook;

import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.criteria.CriteriaWords;
import vn.thidua.scoring.criteria.workbook.Mistakes.Place;

/** What holds for the whole table: values to the right of their labels. */
record GeneralSheet(String reference, RankBy rankBy) {
    private static final int WITHIN_ROWS = 50;
    private static final int WITHIN_COLUMNS = 10;
    private static final int MOST_TEXT = 500;
    private static final int ORDER = Layout.values().length;

    static GeneralSheet read(@Nullable XSSFSheet sheet, Mistakes mistakes) {
        if (sheet == null) {
            return new GeneralSheet("", RankBy.TOTAL);
        }
        Cells cells = new Cells(sheet);
        String reference = value(cells, Layout.REFERENCE, "Phụ lục kèm theo Quy chế của cụm", mistakes)
                .map(Value::text)
                .orElse("");
        RankBy rankBy = value(cells, Layout.RANK_BY, CriteriaWords.of(RankBy.TOTAL), mistakes)
                .flatMap(value -> ranking(value, mistakes))
                .orElse(RankBy.TOTAL);
        return new GeneralSheet(reference, rankBy);
    }

    private record Value(String text, Place place) {}

    private static Optional<RankBy> ranking(Value value, Mistakes mistakes) {
        Optional<RankBy> found = Arrays.stream(RankBy.values())
                .filter(r -> Texts.folded(CriteriaWords.of(r)).equals(Texts.folded(value.text()))
                        || Texts.folded(r.name()).equals(Texts.folded(value.text())))
                .findFirst();
        if (found.isEmpty()) {
            mistakes.error(
                    value.place(),
                    "not-a-choice",
                    "«" + value.text() + "» không dùng được; viết một trong: " + String.join(", ", Heading.rankings()));
        }
        return found;
    }

    private static Optional<Value> value(Cells cells, String label, String example, Mistakes mistakes) {
        for (int row = 0; row <= Math.min(cells.lastRow(), WITHIN_ROWS); row++) {
            for (int column = 0; column < WITHIN_COLUMNS; column++) {
                if (Texts.folded(cells.own(row, column).text()).equals(Texts.folded(label))) {
                    return rightOf(cells, row, column, label, example, mistakes);
                }
            }
        }
        mistakes.error(
                new Place(ORDER, cells.name(), -1, -1),
                "missing-value",
                "không thấy mục «" + label + "»; thêm một dòng và viết ví dụ «" + example + "» ở ô bên phải");
        return Optional.empty();
    }

    private static Optional<Value> rightOf(
            Cells cells, int row, int label, String title, String example, Mistakes mistakes) {
        for (int column = label + 1; column < WITHIN_COLUMNS; column++) {
            Content content = cells.own(row, column);
            Place place = new Place(ORDER, cells.name(), row, column);
            if (content.trouble() != null) {
                mistakes.error(place, "unreadable-cell", content.trouble());
                return Optional.empty();
            }
            if (content.text().length() > MOST_TEXT) {
                mistakes.error(place, "too-long", "dài hơn " + MOST_TEXT + " ký tự; viết ngắn lại");
                return Optional.empty();
            }
            if (!content.isEmpty()) {
                return Optional.of(new Value(content.text(), place));
            }
        }
        mistakes.error(
                new Place(ORDER, cells.name(), row, label + 1),
                "missing-value",
                "thiếu «" + title + "»; viết ví dụ «" + example + "»");
        return Optional.empty();
    }
}
