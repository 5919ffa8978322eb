package vn.thidua.scoring.criteria.workbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.criteria.workbook.Mistakes.Place;

/** One row of a sheet, read column by column; what cannot be read is reported at its cell and remembered as broken. */
final class SheetRow {
    private static final int MOST_TEXT = 500;
    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,6}([.,]\\d{1,4})?");
    /** A thousand, or a figure with three decimals: nobody can tell. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    /** What belongs to one row alone, even where its cell is merged with others'. */
    private static final Set<String> OF_ONE_ROW = Set.of("type", "code", "name");

    private final Layout layout;
    private final Cells cells;
    private final Map<String, Integer> columns;
    private final Place place;
    private final Mistakes mistakes;
    private final Set<String> broken = new HashSet<>();

    SheetRow(Layout layout, Cells cells, Map<String, Integer> columns, Place place, Mistakes mistakes) {
        this.layout = layout;
        this.cells = cells;
        this.columns = columns;
        this.place = place;
        this.mistakes = mistakes;
    }

    /** The cell of a field; where the sheet has no such column, the row's first. */
    Place place(String field) {
        return place.at(columns.getOrDefault(field, 0));
    }

    /** The field could not be read, and that has been said. */
    boolean isBroken(String field) {
        return broken.contains(field);
    }

    boolean isEmpty(String field) {
        return content(field).isEmpty();
    }

    /** Written in this row, and not in one above with which its cell is merged. */
    boolean isOwn(String field) {
        Integer column = columns.get(field);
        return column != null && !cells.own(place.row(), column).isEmpty();
    }

    void wrong(String field, String code, String message) {
        broken.add(field);
        mistakes.error(place(field), code, message);
    }

    /** Text that must be there; empty where it is not, which has been said. */
    String required(String field, String example) {
        String text = text(field);
        if (text == null && !isBroken(field)) {
            missing(field, example);
        }
        return text == null ? "" : text;
    }

    @Nullable
    String text(String field) {
        Content content = readable(field);
        if (content == null) {
            return null;
        }
        if (content.text().length() > MOST_TEXT) {
            wrong(field, "too-long", "dài hơn " + MOST_TEXT + " ký tự; viết ngắn lại");
            return null;
        }
        if (content.text().codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, "control-character", "có ký tự không in được; viết lại ô này");
            return null;
        }
        return content.text();
    }

    /** A figure that must be there; 0 where it is not, which has been said. */
    BigDecimal requiredFigure(String field) {
        BigDecimal figure = figure(field);
        if (figure == null && !isBroken(field)) {
            missing(field, "10");
        }
        return figure == null ? BigDecimal.ZERO : figure;
    }

    @Nullable
    BigDecimal figure(String field) {
        Content content = readable(field);
        if (content == null) {
            return null;
        }
        String text = content.text().replace(" ", "");
        if (!FIGURE.matcher(text).matches()) {
            wrong(
                    field,
                    "not-a-number",
                    content.number()
                            ? "số " + text.replace('.', ',') + " quá lớn hoặc có hơn 4 chữ số lẻ; viết ví dụ 0,25"
                            : "«" + shortened(content.text()) + "» không phải số; viết ví dụ 2 hoặc 0,25");
            return null;
        }
        if (!content.number() && AMBIGUOUS.matcher(text).matches()) {
            wrong(
                    field,
                    "ambiguous-number",
                    "«" + text + "» có thể là hàng nghìn hoặc số lẻ; viết " + text.replaceAll("[.,]", "") + " hoặc "
                            + text.replaceAll("0*$", "").replaceAll("[.,]$", "").replace('.', ','));
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** One of a drop-down's choices, accents and capitals aside. */
    <E extends Enum<E>> @Nullable E choice(
            String field, Class<E> type, Function<E, String> words, List<String> offered) {
        Content content = readable(field);
        if (content == null) {
            return null;
        }
        String folded = Texts.folded(content.text());
        for (E constant : Arrays.asList(type.getEnumConstants())) {
            if (Texts.folded(words.apply(constant)).equals(folded)
                    || Texts.folded(constant.name()).equals(folded)) {
                return constant;
            }
        }
        notOffered(field, content, offered);
        return null;
    }

    boolean yes(String field) {
        Content content = readable(field);
        if (content == null) {
            return false;
        }
        switch (Texts.folded(content.text())) {
            case "co", "x", "yes", "true", "1":
                return true;
            case "khong", "ko", "no", "false", "0":
                return false;
            default:
                notOffered(field, content, layout.heading(field).kind().choices());
                return false;
        }
    }

    void notOffered(String field, Content content, List<String> offered) {
        wrong(
                field,
                "not-a-choice",
                "«" + shortened(content.text()) + "» không dùng được; viết một trong: " + String.join(", ", offered));
    }

    /** What the field's cell shows; nothing where the sheet has no such column. */
    Content content(String field) {
        Integer column = columns.get(field);
        if (column == null) {
            return Content.of(null);
        }
        return OF_ONE_ROW.contains(field) ? cells.own(place.row(), column) : cells.shown(place.row(), column);
    }

    private @Nullable Content readable(String field) {
        Content content = content(field);
        if (content.trouble() != null) {
            wrong(field, "unreadable-cell", content.trouble());
            return null;
        }
        return content.isEmpty() ? null : content;
    }

    /** Said once, at the header, where the whole column is missing. */
    private void missing(String field, String example) {
        if (columns.containsKey(field)) {
            wrong(
                    field,
                    "missing-value",
                    "thiếu «" + layout.heading(field).title() + "»; viết ví dụ " + example
                            + ", hoặc xóa cả dòng nếu không dùng");
        } else {
            broken.add(field);
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
