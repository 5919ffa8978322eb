package vn.thidua.scoring.brief;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.scoring.sheet.Totals;

/** What a brief says in figures: groups and totals of each column that is seen, and what is missing to the maximum. */
final class BriefFigures {
    private BriefFigures() {}

    static List<Brief.Row> groups(CriteriaTable table, Sheet sheet, List<Column> columns) {
        return table.content().groups().stream()
                .map(group -> new Brief.Row(
                        group.code() + ". " + group.name(),
                        Decimals.shown(group.max()),
                        cells(
                                table,
                                sheet,
                                columns,
                                totals -> totals.groups().getOrDefault(group.code(), BigDecimal.ZERO))))
                .toList();
    }

    static List<Brief.Row> totals(CriteriaTable table, Sheet sheet, List<Column> columns) {
        return List.of(
                new Brief.Row("Điểm trừ", "", cells(table, sheet, columns, Totals::penalty)),
                new Brief.Row(
                        "Tổng điểm",
                        Decimals.shown(table.content().total()),
                        cells(table, sheet, columns, Totals::total)),
                new Brief.Row("Điểm thưởng", "", cells(table, sheet, columns, Totals::bonus)),
                new Brief.Row("Tổng điểm có thưởng", "", cells(table, sheet, columns, Totals::totalWithBonus)));
    }

    private static List<String> cells(
            CriteriaTable table, Sheet sheet, List<Column> columns, Function<Totals, BigDecimal> figure) {
        return columns.stream()
                .map(column -> sheet.column(column).isEmpty()
                        ? "–"
                        : Decimals.shown(figure.apply(Totals.of(table.content(), sheet.lines(), sheet.column(column)))))
                .toList();
    }

    /** By what stands as far as the person sees: the proposal once all of its columns are to be seen, else the self-score. */
    static List<Brief.Gap> gaps(Sheet sheet, Set<Column> visible) {
        boolean all = visible.containsAll(sheet.appraisers()) && sheet.appraised();
        record Missing(Line line, Figure figure, BigDecimal points) {}
        return sheet.lines().stream()
                .filter(line -> line.kind() == Line.Kind.CRITERION)
                .map(line -> {
                    Figure figure = all ? sheet.proposed(line) : sheet.figure(line.code(), Column.SELF);
                    BigDecimal points = figure.points() == null ? BigDecimal.ZERO : figure.points();
                    return new Missing(line, figure, line.max().subtract(points));
                })
                .filter(missing -> missing.points().signum() > 0)
                .sorted(Comparator.comparing(Missing::points).reversed())
                .map(missing -> new Brief.Gap(
                        missing.line().code(),
                        missing.line().name(),
                        Decimals.shown(missing.line().max()),
                        words(missing.figure()),
                        Decimals.shown(missing.points())))
                .toList();
    }

    /** "–" where nothing stands. */
    static String words(Figure figure) {
        return figure.none() ? "–" : Sheets.words(figure);
    }
}
