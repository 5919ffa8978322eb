package vn.thidua.scoring.papers;

import static vn.thidua.paper.OfficeSheet.fixed;
import static vn.thidua.paper.OfficeSheet.ref;
import static vn.thidua.paper.OfficeSheet.span;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.Group;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.sheet.Decimals;

/** Every figure that counts: a row for each line, a column for each unit in the order of the ranks. */
final class LinesSheet {
    static final int FIRST_UNIT = 3;

    private static final int HEAD = 5;
    private static final int NAME = 1;
    private static final int MAX = 2;
    private static final String TAKEN_OFF = "Điểm";
    private static final String OFTEN = "Số lần";
    private static final ResultContent.Line NOTHING = new ResultContent.Line(null, null, null, true);

    private final OfficeSheet sheet;
    private final ComparisonWorkbook.Comparison comparison;
    private final List<String> units;
    private final List<Line> lines;
    private final List<Integer> groups = new ArrayList<>();

    private int row = HEAD + 1;
    private int bonuses;
    private int penalties;

    private LinesSheet(OfficeSheet sheet, ComparisonWorkbook.Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
        this.units = comparison.units();
        this.lines = CriteriaTable.lines(comparison.table());
    }

    static LinesSheet write(OfficeSheet sheet, ComparisonWorkbook.Comparison comparison) {
        LinesSheet written = new LinesSheet(sheet, comparison);
        written.write();
        return written;
    }

    /** The sum of a group for the unit at a place in the ranking, as other sheets call it. */
    String group(int group, int unit) {
        return sheet.outside(ref(groups.get(group), FIRST_UNIT + unit));
    }

    String bonus(int unit) {
        return sheet.outside(ref(bonuses, FIRST_UNIT + unit));
    }

    String penalty(int unit) {
        return sheet.outside(ref(penalties, FIRST_UNIT + unit));
    }

    private void write() {
        head();
        for (Group group : comparison.table().groups()) {
            Runnable rows = () -> group.criteria().forEach(criterion -> points(line(criterion.code())));
            groups.add(section(group.code() + ". " + group.name(), group.max(), rows, LinesSheet::all));
        }
        bonuses = section("Điểm thưởng", null, this::bonusRows, LinesSheet::all);
        penalties = section("Điểm trừ", null, this::penaltyRows, LinesSheet::takenOff);
        sheet.frozen(HEAD, HEAD, NAME + 1);
    }

    private void head() {
        int[] widths = new int[FIRST_UNIT + units.size()];
        java.util.Arrays.fill(widths, 9);
        widths[0] = 6;
        widths[NAME] = 48;
        sheet.widths(widths);
        sheet.text(0, 0, "ĐIỂM TỪNG DÒNG CỦA CÁC ĐƠN VỊ", CellLook.TITLE);
        sheet.text(1, 0, comparison.yearName(), CellLook.SUBTITLE);
        sheet.text(2, 0, comparison.status(), CellLook.SUBTITLE);
        sheet.text(
                3,
                0,
                "Chữ nghiêng: chưa thống nhất, tính theo mức đề xuất. Ô trống: chưa có điểm, được tính là 0 khi cộng.",
                CellLook.SUBTITLE);
        List<String> heads = new ArrayList<>(List.of("Mã", "Nội dung", "Tối đa"));
        units.forEach(unit -> heads.add(comparison.name(unit)));
        sheet.heads(HEAD, heads);
    }

    private interface Sum {
        String of(int firstRow, int lastRow, int column);
    }

    /** A heading row with the sums of the rows below it; its number. */
    private int section(String title, @Nullable BigDecimal max, Runnable rows, Sum sum) {
        int head = row++;
        int last = FIRST_UNIT + units.size() - 1;
        sheet.fill(head, 0, last, CellLook.GROUP_TEXT)
                .text(head, NAME, title, CellLook.GROUP_TEXT)
                .number(head, MAX, max, CellLook.GROUP_POINTS);
        rows.run();
        for (int column = FIRST_UNIT; column <= last; column++) {
            if (row == head + 1) {
                sheet.number(head, column, 0, CellLook.GROUP_POINTS);
            } else {
                sheet.formula(head, column, sum.of(head + 1, row - 1, column), CellLook.GROUP_POINTS);
            }
        }
        return head;
    }

    private static String all(int firstRow, int lastRow, int column) {
        return "SUM(" + span(firstRow, lastRow, column) + ")";
    }

    /** Of penalties every other row is a count. */
    private static String takenOff(int firstRow, int lastRow, int column) {
        return "SUMIF(" + fixed(firstRow, lastRow, MAX) + ",\"" + TAKEN_OFF + "\"," + span(firstRow, lastRow, column)
                + ")";
    }

    private void bonusRows() {
        lines.stream().filter(line -> line.bonusMax() != null).forEach(this::bonus);
    }

    private void penaltyRows() {
        lines.stream().filter(line -> line.kind() == Line.Kind.PENALTY).forEach(this::penalty);
    }

    private void points(Line line) {
        line(line.code(), line.name(), line.max());
        eachUnit(line, (column, figure) -> sheet.number(row, column, decimal(figure.points()), look(figure)));
        row++;
    }

    private void bonus(Line line) {
        line(
                line.code(),
                line.kind() == Line.Kind.BONUS ? line.name() : "Thưởng thêm: " + line.name(),
                line.bonusMax());
        eachUnit(line, (column, figure) -> sheet.number(row, column, decimal(figure.bonus()), look(figure)));
        row++;
    }

    private void penalty(Line line) {
        Deduction deduct = Objects.requireNonNull(line.deduct());
        line(line.code(), line.name(), null);
        sheet.text(row, MAX, OFTEN, CellLook.TEXT);
        eachUnit(line, (column, figure) -> sheet.number(row, column, figure.count(), CellLook.COUNT));
        row++;
        line(line.code(), "Điểm trừ " + line.code() + ": " + ScoreWords.rule(deduct), null);
        sheet.text(row, MAX, TAKEN_OFF, CellLook.TEXT);
        eachUnit(
                line,
                (column, figure) -> sheet.formula(
                        row,
                        column,
                        Formulas.unlessEmpty(
                                ref(row - 1, column),
                                Formulas.off(ref(row - 1, column), deduct.points(), deduct.per(), deduct.most())),
                        look(figure)));
        row++;
    }

    private void line(String code, String name, @Nullable BigDecimal max) {
        sheet.text(row, 0, code, CellLook.CODE)
                .text(row, NAME, name, CellLook.TEXT)
                .number(row, MAX, max, CellLook.POINTS);
    }

    private interface OfUnit {
        void write(int column, ResultContent.Line figure);
    }

    private void eachUnit(Line line, OfUnit write) {
        for (int i = 0; i < units.size(); i++) {
            Map<String, ResultContent.Line> figures =
                    comparison.content().figures().getOrDefault(units.get(i), Map.of());
            write.write(FIRST_UNIT + i, figures.getOrDefault(line.code(), NOTHING));
        }
    }

    private static CellLook look(ResultContent.Line figure) {
        return figure.agreed() ? CellLook.POINTS : CellLook.TENTATIVE;
    }

    private Line line(String code) {
        return lines.stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow();
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : Decimals.read(text, "points");
    }
}
