package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;

/**
 * A unit's sheet as it stands, whoever looks: what is in each cell now, and what follows from it. A pure value.
 *
 * @param cells the current entry of a line and column, cleared ones left out
 * @param notes of each line, the earliest first
 */
public record Sheet(
        String unit, List<Line> lines, Map<String, Map<Column, Entry>> cells, Map<String, List<Note>> notes) {

    /** @param entries current ones of this unit, in any order */
    public static Sheet of(String unit, List<Line> lines, List<Entry> entries, List<Note> notes) {
        Map<String, Map<Column, Entry>> cells = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.unit().equals(unit) && !entry.figure().none()) {
                cells.computeIfAbsent(entry.line(), line -> new EnumMap<>(Column.class))
                        .put(entry.column(), entry);
            }
        }
        Map<String, List<Note>> byLine = new LinkedHashMap<>();
        notes.stream()
                .filter(note -> note.unit().equals(unit))
                .forEach(note -> byLine.computeIfAbsent(note.line(), line -> new java.util.ArrayList<>())
                        .add(note));
        return new Sheet(unit, lines, cells, byLine);
    }

    public Optional<Entry> entry(String line, Column column) {
        return Optional.ofNullable(cells.getOrDefault(line, Map.of()).get(column));
    }

    public Figure figure(String line, Column column) {
        return entry(line, column).map(Entry::figure).orElse(Figure.NONE);
    }

    public List<Note> notes(String line) {
        return notes.getOrDefault(line, List.of());
    }

    /** Evidence may still be supplied: the last mark counts. */
    public boolean marked(String line) {
        return notes(line).stream()
                .map(Note::kind)
                .filter(kind -> kind == Note.Kind.MARKED || kind == Note.Kind.UNMARKED)
                .reduce((earlier, later) -> later)
                .filter(kind -> kind == Note.Kind.MARKED)
                .isPresent();
    }

    /** The appraisals differ; or, where only one unit appraises, it differs from the self-score. */
    public boolean contested(Plan plan, String line) {
        Figure leader = figure(line, Column.LEADER);
        Figure deputy = figure(line, Column.DEPUTY);
        boolean single =
                unit.equals(plan.leader().code()) || unit.equals(plan.deputy().code());
        if (!single) {
            return !leader.none() && !deputy.none() && !leader.same(deputy);
        }
        Figure only = leader.none() ? deputy : leader;
        Figure self = figure(line, Column.SELF);
        return !only.none() && !self.none() && !only.same(self);
    }

    /**
     * The figure that stands as long as nothing else is agreed: what was agreed; else what both appraisals say; else their mean, rounded
     * down to the line's step; else the only one there is; else the self-score.
     */
    public Figure proposed(Line line) {
        Figure agreed = figure(line.code(), Column.AGREED);
        if (!agreed.none()) {
            return agreed;
        }
        Figure leader = figure(line.code(), Column.LEADER);
        Figure deputy = figure(line.code(), Column.DEPUTY);
        if (leader.none() && deputy.none()) {
            return figure(line.code(), Column.SELF);
        }
        if (leader.none() || deputy.none()) {
            return leader.none() ? deputy : leader;
        }
        return leader.same(deputy) ? leader : mean(line, leader, deputy);
    }

    private static Figure mean(Line line, Figure a, Figure b) {
        if (line.kind() == Line.Kind.PENALTY) {
            // Of two counts the smaller one: a doubt takes nothing off.
            Integer count = a.count() == null
                    ? b.count()
                    : b.count() == null ? a.count() : Integer.valueOf(Math.min(a.count(), b.count()));
            return FigureCheck.checked(line, new Figure(null, null, count));
        }
        return new Figure(mean(line, a.points(), b.points()), mean(line, a.bonus(), b.bonus()), null);
    }

    private static @Nullable BigDecimal mean(Line line, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Decimals.down(a.add(b).divide(BigDecimal.valueOf(2)), line.step());
    }

    /** All proposed figures that are there. */
    public Map<String, Figure> proposed() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Line line : lines) {
            Figure figure = proposed(line);
            if (!figure.none()) {
                figures.put(line.code(), figure);
            }
        }
        return figures;
    }

    /** One column's figures, or with the others left standing. */
    public Map<String, Figure> column(Column column) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Line line : lines) {
            Figure figure = figure(line.code(), column);
            if (!figure.none()) {
                figures.put(line.code(), figure);
            }
        }
        return figures;
    }
}
