package vn.thidua.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.ranking.AgreedTotals;
import vn.thidua.scoring.ranking.KnockOut;
import vn.thidua.scoring.ranking.Ranking;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.sheet.CellViews;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.Totals;

/**
 * The sample year's thirteen units on its full table with generated figures, as pure values: no database, no engine. Some units are
 * equal on purpose, one has no figure at all.
 */
public final class GeneratedScores {
    public static final Instant AT = Instant.parse("2024-11-22T08:00:00Z");
    /** Has no figure. */
    public static final String EMPTY = "TVH";

    private final Plan plan;
    private final Criteria table;
    private final List<Line> lines;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private long next = 1;

    private GeneratedScores(Plan plan, Criteria table) {
        this.plan = plan;
        this.table = table;
        this.lines = CriteriaTable.lines(table);
    }

    public static Plan sample() {
        try {
            return PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                    .validPlan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GeneratedScores of(Criteria table, long seed) {
        GeneratedScores scores = new GeneratedScores(sample(), table);
        Random random = new Random(seed);
        List<Entry> first = scores.entries("AGG", random);
        for (String unit : scores.plan.memberCodes()) {
            // BLU is AGG once more.
            List<Entry> entries = switch (unit) {
                case "AGG", "BLU" -> first;
                case EMPTY -> List.<Entry>of();
                default -> scores.entries(unit, random);
            };
            scores.put(unit, entries.stream().map(e -> scores.of(unit, e)).toList());
        }
        return scores;
    }

    private void put(String unit, List<Entry> entries) {
        sheets.put(
                unit,
                Sheet.of(
                        unit,
                        lines,
                        entries,
                        List.of(),
                        Set.of(Column.SELF, Column.LEADER, Column.DEPUTY),
                        SheetAccess.appraisers(plan, unit)));
    }

    private List<Entry> entries(String unit, Random random) {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            Figure figure = figure(line, random);
            entries.add(entry(unit, line, Column.SELF, figure, ""));
            entries.add(entry(unit, line, Column.LEADER, figure, "=SUM(A1:A9) là cách viết của đơn vị"));
            entries.add(
                    entry(unit, line, Column.DEPUTY, random.nextInt(4) == 0 ? figure(line, random) : figure, "+Đủ"));
            if (random.nextInt(3) > 0) {
                entries.add(entry(unit, line, Column.AGREED, figure, "Thống nhất tại cuộc họp"));
            }
        }
        return entries;
    }

    /** Any that the line allows, in coarse steps so that many are equal. */
    public static Figure figure(Line line, Random random) {
        return switch (line.kind()) {
            case CRITERION -> {
                if (line.deduct() != null && random.nextBoolean()) {
                    yield FigureCheck.checked(line, new Figure(null, null, random.nextInt(4)));
                }
                BigDecimal points = Decimals.down(line.max().multiply(quarter(random)), line.step());
                yield FigureCheck.checked(line, new Figure(points, bonus(line.bonusMax(), line, random), null));
            }
            case BONUS -> FigureCheck.checked(line, new Figure(null, bonus(line.max(), line, random), null));
            case PENALTY ->
                random.nextInt(3) == 0
                        ? Figure.NONE
                        : FigureCheck.checked(line, new Figure(null, null, random.nextInt(9)));
        };
    }

    private static @Nullable BigDecimal bonus(@Nullable BigDecimal max, Line line, Random random) {
        return max == null || random.nextBoolean() ? null : Decimals.down(max.multiply(quarter(random)), line.step());
    }

    private static BigDecimal quarter(Random random) {
        return BigDecimal.valueOf(random.nextInt(3) + 2L).divide(BigDecimal.valueOf(4));
    }

    private Entry entry(String unit, Line line, Column column, Figure figure, String reason) {
        String party = column == Column.SELF ? unit : "VLG";
        return new Entry(
                next++, unit, line.code(), column, 1, figure, reason, "vlg.chuyenvien", party, AT, Entry.Act.SET, null);
    }

    private Entry of(String unit, Entry e) {
        return new Entry(
                next++,
                unit,
                e.line(),
                e.column(),
                e.version(),
                e.figure(),
                e.reason(),
                e.by(),
                e.party(),
                e.at(),
                e.act(),
                null);
    }

    /** Another agreed figure in one cell. */
    public void agree(String unit, String code, Figure figure) {
        Line line =
                lines.stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow();
        List<Entry> entries = new ArrayList<>();
        sheets.get(unit)
                .cells()
                .values()
                .forEach(cells -> cells.values().stream()
                        .filter(e -> !e.line().equals(code) || e.column() != Column.AGREED)
                        .forEach(entries::add));
        entries.add(entry(unit, line, Column.AGREED, FigureCheck.checked(line, figure), "Sửa"));
        put(unit, entries);
    }

    public Plan plan() {
        return plan;
    }

    public Criteria table() {
        return table;
    }

    public List<Line> lines() {
        return lines;
    }

    public Sheet sheet(String unit) {
        return sheets.get(unit);
    }

    public Collection<Sheet> sheets() {
        return sheets.values();
    }

    public Totals totals(String unit) {
        return Totals.of(table, lines, sheets.get(unit).proposed());
    }

    /** What our own ranking says of these figures. */
    public ResultContent result() {
        List<AgreedTotals> totals = sheets.keySet().stream()
                .map(unit -> totals(unit).ranked(unit, unit.equals("CMU") ? Set.of(KnockOut.NO_PLEDGE) : Set.of()))
                .toList();
        List<ResultContent.UnitResult> units = Ranking.rank(table.rankBy(), table.bands(), totals).stream()
                .map(ranked -> unit(ranked, totals(ranked.totals().unit())))
                .toList();
        Map<String, Map<String, ResultContent.Line>> figures = new TreeMap<>();
        sheets.forEach((unit, sheet) -> {
            Map<String, ResultContent.Line> of = new TreeMap<>();
            sheet.proposed()
                    .forEach((code, figure) -> of.put(
                            code,
                            new ResultContent.Line(
                                    CellViews.text(figure.points()),
                                    CellViews.text(figure.bonus()),
                                    figure.count(),
                                    !sheet.figure(code, Column.AGREED).none())));
            figures.put(unit, of);
        });
        return new ResultContent(plan.yearId(), 1, units, figures);
    }

    private static ResultContent.UnitResult unit(Ranking.Ranked ranked, Totals totals) {
        Map<String, String> groups = new LinkedHashMap<>();
        totals.groups().forEach((code, points) -> groups.put(code, Decimals.text(points)));
        return new ResultContent.UnitResult(
                ranked.rank(),
                ranked.totals().unit(),
                Decimals.text(totals.total()),
                Decimals.text(totals.totalWithBonus()),
                Decimals.text(totals.bonus()),
                Decimals.text(totals.penalty()),
                groups,
                ranked.totals().knockOuts().stream().map(Enum::name).toList(),
                ranked.band());
    }

    /** The sheet as the browser shows it to somebody who sees these columns. */
    public SheetView view(String unit, List<Column> columns) {
        Sheet sheet = sheets.get(unit);
        List<SheetView.LineView> views = lines.stream()
                .map(line -> {
                    Map<Column, SheetView.Cell> cells = new EnumMap<>(Column.class);
                    columns.forEach(column -> sheet.entry(line.code(), column)
                            .ifPresent(e -> cells.put(column, CellViews.cell(plan, e, 1, false))));
                    return new SheetView.LineView(
                            line.code(),
                            line.kind().name(),
                            line.group(),
                            line.name(),
                            Decimals.text(line.max()),
                            Decimals.text(line.step()),
                            CellViews.text(line.bonusMax()),
                            CellViews.deduct(line),
                            line.penaltyText(),
                            line.evidence(),
                            line.supplier(),
                            null,
                            null,
                            sheet.contested(line),
                            false,
                            false,
                            cells,
                            List.of());
                })
                .toList();
        return new SheetView(
                plan.yearId(),
                DutyTexts.yearName(plan),
                unit,
                DutyTexts.partyName(plan, unit),
                new SheetView.Table(1, "ISSUED", table.reference()),
                AT,
                1,
                new SheetView.Person("agg.chuyenvien", "Đỗ Thúy Nga"),
                null,
                "READ",
                null,
                columns,
                Set.of(),
                "",
                false,
                false,
                false,
                Map.of(),
                null,
                CellViews.groups(table),
                views);
    }
}
