package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.criteria.Line;

/**
 * A unit's sheet as it stands, whoever looks: what is in each cell now, and what follows from it. A pure value.
 *
 * @param cells the current entry of a line and column; its figure is empty where it was cleared
 * @param notes of each line, the earliest first
 * @param in the columns that were handed in; what is not is a draft and counts for nothing
 * @param appraisers the columns of those who appraise this unit: both, or one for the leader's and the deputy's own
 */
public record Sheet(
        String unit,
        List<Line> lines,
        Map<String, Map<Column, Entry>> cells,
        Map<String, List<Note>> notes,
        Set<Column> in,
        Set<Column> appraisers) {

    /**
     * @param entries current ones, in any order; those of other units are passed over
     * @param notes likewise
     */
    public static Sheet of(
            String unit,
            List<Line> lines,
            List<Entry> entries,
            List<Note> notes,
            Set<Column> in,
            Set<Column> appraisers) {
        Map<String, Map<Column, Entry>> cells = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.unit().equals(unit)) {
                cells.computeIfAbsent(entry.line(), line -> new EnumMap<>(Column.class))
                        .put(entry.column(), entry);
            }
        }
        Map<String, List<Note>> byLine = new LinkedHashMap<>();
        notes.stream()
                .filter(note -> note.unit().equals(unit))
                .forEach(note -> byLine.computeIfAbsent(note.line(), line -> new ArrayList<>())
                        .add(note));
        return new Sheet(unit, lines, cells, byLine, in, appraisers);
    }

    public Optional<Entry> entry(String line, Column column) {
        return Optional.ofNullable(cells.getOrDefault(line, Map.of()).get(column));
    }

    /** What stands there, draft or not. */
    public Figure figure(String line, Column column) {
        return entry(line, column).map(Entry::figure).orElse(Figure.NONE);
    }

    /** What counts: of columns that were handed in, and what was agreed. */
    public Figure counted(String line, Column column) {
        return column == Column.AGREED || in.contains(column) ? figure(line, column) : Figure.NONE;
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

    /** Both appraisals are in, or the only one that there is. */
    public boolean appraised() {
        return in.containsAll(appraisers);
    }

    /** The two judgements that may differ: of leader and deputy; where only one unit appraises, the self-score and its appraisal. */
    public List<Column> opposed() {
        return appraisers.size() > 1
                ? List.of(Column.LEADER, Column.DEPUTY)
                : List.of(Column.SELF, appraisers.iterator().next());
    }

    /** All appraisals are in, and the two judgements differ. */
    public boolean contested(Line line) {
        List<Column> opposed = opposed();
        return appraised()
                && in.containsAll(opposed)
                && !same(line, counted(line.code(), opposed.get(0)), counted(line.code(), opposed.get(1)));
    }

    /** The columns that totals and ranks follow from: those handed in, and what was agreed if anything was. */
    public Set<Column> counting() {
        Set<Column> counting = EnumSet.noneOf(Column.class);
        counting.addAll(in);
        if (lines.stream().anyMatch(line -> !figure(line.code(), Column.AGREED).none())) {
            counting.add(Column.AGREED);
        }
        return counting;
    }

    public List<Line> contested() {
        return lines.stream().filter(this::contested).toList();
    }

    /** Of bonus and penalty lists nothing is the same as 0; of a criterion it is not. */
    public static boolean same(Line line, Figure a, Figure b) {
        return line.kind() == Line.Kind.CRITERION ? a.same(b) : zeroed(a).same(zeroed(b));
    }

    private static Figure zeroed(Figure figure) {
        return figure.none()
                ? new Figure(BigDecimal.ZERO, null, null)
                : new Figure(figure.points() == null ? BigDecimal.ZERO : figure.points(), figure.bonus(), null);
    }

    /** The figure that stands as long as nothing else is agreed: what was agreed; else {@link #unagreed}. */
    public Figure proposed(Line line) {
        Figure agreed = figure(line.code(), Column.AGREED);
        return agreed.none() ? unagreed(line) : agreed;
    }

    /**
     * What stands while nothing is agreed: what both appraisals say; else their mean, rounded down to the line's step (of two counts the
     * smaller one); else the only one there is; else the self-score.
     */
    public Figure unagreed(Line line) {
        Figure leader = counted(line.code(), Column.LEADER);
        Figure deputy = counted(line.code(), Column.DEPUTY);
        if (leader.none() && deputy.none()) {
            return in.contains(Column.LEADER) || in.contains(Column.DEPUTY)
                    ? Figure.NONE
                    : counted(line.code(), Column.SELF);
        }
        if (appraisers.size() == 1 || line.kind() == Line.Kind.CRITERION && (leader.none() || deputy.none())) {
            return leader.none() ? deputy : leader;
        }
        return leader.same(deputy) ? leader : mean(line, leader, deputy);
    }

    private Figure mean(Line line, Figure a, Figure b) {
        if (!appraised()) {
            return a.none() ? b : a;
        }
        if (line.kind() == Line.Kind.PENALTY) {
            int least = Math.min(a.count() == null ? 0 : a.count(), b.count() == null ? 0 : b.count());
            return FigureCheck.checked(line, new Figure(null, null, least));
        }
        return new Figure(
                line.kind() == Line.Kind.BONUS ? null : mean(a.points(), b.points(), line.step()),
                mean(a.bonus(), b.bonus(), line.step()),
                null);
    }

    private static @Nullable BigDecimal mean(@Nullable BigDecimal a, @Nullable BigDecimal b, BigDecimal step) {
        if (a == null && b == null) {
            return null;
        }
        BigDecimal sum = (a == null ? BigDecimal.ZERO : a).add(b == null ? BigDecimal.ZERO : b);
        return Decimals.down(sum.divide(BigDecimal.valueOf(2)), step);
    }

    /** All proposed figures that there are. */
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

    /** One column's figures, draft or not. */
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
