package vn.thidua.scoring.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;

/**
 * What a result was made from: which columns of each unit were handed in by then, and a mark of every entry of the year, replaced or
 * not, so that one that is changed, deleted or slipped in later can be named. Its hash stands in the journal.
 *
 * @param units in the order of their codes
 * @param entries by their number
 */
public record ResultSeal(Map<String, Columns> units, Map<Long, Mark> entries) {
    private static final int MARK_DIGITS = 32;

    /** @param appraisers the columns of those who appraise the unit */
    public record Columns(Set<Column> in, Set<Column> appraisers) {}

    /** Where an entry stands, and the beginning of the hash of all that it says. */
    public record Mark(String unit, String line, Column column, String hash) {}

    static ResultSeal of(Collection<Sheet> sheets, List<Entry> entries) {
        Map<String, Columns> units = new LinkedHashMap<>();
        sheets.forEach(sheet -> units.put(sheet.unit(), new Columns(sheet.in(), sheet.appraisers())));
        Map<Long, Mark> marks = new LinkedHashMap<>();
        entries.forEach(entry -> marks.put(entry.id(), mark(entry)));
        return new ResultSeal(units, marks);
    }

    /** Texts cannot hold the character that separates the fields, so that nothing can be moved from one into the next. */
    public static Mark mark(Entry entry) {
        Figure figure = entry.figure();
        List<String> fields = List.of(
                String.valueOf(entry.id()),
                entry.unit(),
                entry.line(),
                entry.column().name(),
                String.valueOf(entry.version()),
                text(figure.points()),
                text(figure.bonus()),
                text(figure.count()),
                entry.reason(),
                entry.by(),
                entry.party(),
                entry.at().toString(),
                entry.act().name(),
                text(entry.replaces()));
        String hash = ResultContent.hash(String.join("\0", fields)).substring(0, MARK_DIGITS);
        return new Mark(entry.unit(), entry.line(), entry.column(), hash);
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** One line for each unit and entry, fields separated by tabs. */
    public String text() {
        StringBuilder text = new StringBuilder();
        units.forEach((unit, columns) -> line(text, "U", unit, names(columns.in()), names(columns.appraisers())));
        entries.forEach((id, mark) -> line(
                text,
                "E",
                String.valueOf(id),
                mark.unit(),
                mark.line(),
                mark.column().name(),
                mark.hash()));
        return text.toString();
    }

    /** @throws IllegalArgumentException where the text is no such list */
    public static ResultSeal read(String text) {
        Map<String, Columns> units = new LinkedHashMap<>();
        Map<Long, Mark> entries = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 4 && fields[0].equals("U")) {
                units.put(fields[1], new Columns(columns(fields[2]), columns(fields[3])));
            } else if (fields.length == 6 && fields[0].equals("E")) {
                entries.put(
                        Long.parseLong(fields[1]),
                        new Mark(fields[2], fields[3], Column.valueOf(fields[4]), fields[5]));
            } else {
                throw new IllegalArgumentException("no line of a seal: " + line);
            }
        }
        return new ResultSeal(units, entries);
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("\t", fields)).append('\n');
    }

    private static String names(Set<Column> columns) {
        return columns.stream().sorted().map(Column::name).collect(Collectors.joining(","));
    }

    private static Set<Column> columns(String names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names.split(",")) {
            if (!name.isEmpty()) {
                columns.add(Column.valueOf(name));
            }
        }
        return columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
    }
}
