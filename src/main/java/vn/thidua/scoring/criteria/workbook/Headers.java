package vn.thidua.scoring.criteria.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.criteria.workbook.Mistakes.Place;

/** Where a sheet's columns are, found by their headers wherever these stand. */
final class Headers {
    private static final int WITHIN_ROWS = 30;

    private final int row;
    private final Map<String, Integer> columns;

    private Headers(int row, Map<String, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    int row() {
        return row;
    }

    /** Columns by field; those that are missing are left out. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** Null where there are no headers to be found, which is a mistake of its own. */
    static @Nullable Headers find(Layout layout, Cells cells, int order, Mistakes mistakes) {
        int best = -1;
        long most = 1;
        for (int row = 0; row <= Math.min(cells.lastRow(), WITHIN_ROWS); row++) {
            long matched = matched(layout, cells, row);
            if (matched > most) {
                most = matched;
                best = row;
            }
        }
        if (best < 0) {
            mistakes.error(
                    new Place(order, cells.name(), -1, -1),
                    "no-headers",
                    "không thấy dòng tiêu đề có các cột " + titles(layout) + "; chép lại dòng tiêu đề từ tệp mẫu");
            return null;
        }
        return read(layout, cells, order, best, mistakes);
    }

    private static long matched(Layout layout, Cells cells, int row) {
        long matched = 0;
        for (int column = 0; column <= cells.lastColumn(row); column++) {
            matched += heading(layout, cells.shown(row, column)).isPresent() ? 1 : 0;
        }
        return matched;
    }

    private static Headers read(Layout layout, Cells cells, int order, int row, Mistakes mistakes) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Place place = new Place(order, cells.name(), row, 0);
        for (int column = 0; column <= cells.lastColumn(row); column++) {
            Content content = cells.shown(row, column);
            Optional<Heading> heading = heading(layout, content);
            if (heading.isEmpty() && !content.text().isEmpty()) {
                mistakes.warning(
                        place.at(column),
                        "unknown-column",
                        "cột «" + content.text()
                                + "» không có trong mẫu nên bị bỏ qua; nếu cần đọc, viết lại tên cột như trong mẫu");
            } else if (heading.isPresent() && columns.putIfAbsent(heading.get().field(), column) != null) {
                mistakes.error(
                        place.at(column),
                        "duplicate-column",
                        "có hai cột «" + heading.get().title() + "»; bỏ một cột hoặc viết tên khác");
            }
        }
        for (Heading heading : layout.headings()) {
            if (heading.required() && !columns.containsKey(heading.field())) {
                mistakes.error(
                        place,
                        "missing-column",
                        "không thấy cột «" + heading.title() + "» ở dòng tiêu đề; thêm cột và viết tên cột như vậy");
            }
        }
        return new Headers(row, columns);
    }

    private static Optional<Heading> heading(Layout layout, Content content) {
        String folded = Texts.folded(content.text());
        return layout.headings().stream()
                .filter(h -> Texts.folded(h.title()).equals(folded))
                .findFirst();
    }

    private static String titles(Layout layout) {
        List<String> titles = layout.headings().stream()
                .filter(Heading::required)
                .map(h -> "«" + h.title() + "»")
                .toList();
        return String.join(", ", titles);
    }
}
