package vn.thidua.scoring.papers;

import static vn.thidua.paper.OfficeSheet.ref;
import static vn.thidua.paper.OfficeSheet.span;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.plan.Deduction;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.SheetView;

/** The lines of a sheet, three cells for each column that the reader sees: points, bonus, how often. All totals are formulas. */
final class SheetTable {
    private static final int HEAD = 5;
    private static final int NAME = 1;
    private static final int MAX = 2;
    private static final int STEP = 3;
    private static final int BONUS_MAX = 4;
    private static final int FIRST = 5;
    private static final int CELLS = 3;

    private final OfficeSheet sheet;
    private final SheetView view;
    private final List<Column> columns;
    private final int last;
    /** Rows with the sums of what lies below them. */
    private final List<Integer> groups = new ArrayList<>();

    private int row = HEAD + 2;

    SheetTable(OfficeSheet sheet, SheetView view) {
        this.sheet = sheet;
        this.view = view;
        this.columns = view.columns();
        this.last = FIRST + CELLS * columns.size();
    }

    void write(String status) {
        head(status);
        Map<String, SheetView.LineView> lines =
                view.lines().stream().collect(Collectors.toMap(l -> l.code(), Function.identity()));
        for (SheetView.Group group : view.groups()) {
            List<SheetView.LineView> within =
                    group.lines().stream().map(lines::get).toList();
            groups.add(section(group.code() + ". " + group.name(), new BigDecimal(group.max()), within));
        }
        @Nullable Integer bonuses = section("Điểm thưởng ngoài các nhóm", Line.Kind.BONUS);
        @Nullable Integer penalties = section("Điểm trừ", Line.Kind.PENALTY);
        totals(bonuses, penalties);
        sheet.frozen(HEAD, HEAD + 1, MAX);
    }

    private void head(String status) {
        int[] widths = new int[last + 1];
        java.util.Arrays.fill(widths, 8);
        widths[0] = 6;
        widths[NAME] = 44;
        widths[last] = 48;
        sheet.widths(widths);
        sheet.text(0, 0, "BẢNG ĐIỂM THI ĐUA", CellLook.TITLE);
        sheet.text(1, 0, view.unitName() + " – " + view.yearName(), CellLook.SUBTITLE);
        sheet.text(2, 0, table(), CellLook.SUBTITLE);
        sheet.text(3, 0, handedIn(), CellLook.SUBTITLE);
        sheet.text(4, 0, status, CellLook.SUBTITLE);
        List<String> own = List.of("Mã", "Nội dung", "Tối đa", "Bước", "Thưởng tối đa");
        for (int column = 0; column <= last; column++) {
            sheet.fill(HEAD, column, column, CellLook.HEAD).fill(HEAD + 1, column, column, CellLook.HEAD);
        }
        for (int column = 0; column < own.size(); column++) {
            sheet.text(HEAD, column, own.get(column), CellLook.HEAD).merge(HEAD, HEAD + 1, column, column);
        }
        for (int i = 0; i < columns.size(); i++) {
            int at = FIRST + CELLS * i;
            sheet.text(HEAD, at, ScoreWords.of(columns.get(i)), CellLook.HEAD).merge(HEAD, HEAD, at, at + CELLS - 1);
            sheet.text(HEAD + 1, at, "Điểm", CellLook.HEAD)
                    .text(HEAD + 1, at + 1, "Thưởng", CellLook.HEAD)
                    .text(HEAD + 1, at + 2, "Số lần", CellLook.HEAD);
        }
        sheet.text(HEAD, last, "Lý do, giải trình, ý kiến", CellLook.HEAD).merge(HEAD, HEAD + 1, last, last);
    }

    private String table() {
        String reference = view.table().reference();
        return "Bảng tiêu chí phiên bản " + view.table().version() + (reference.isBlank() ? "" : " – " + reference)
                + " – xuất lúc " + Vietnam.words(view.now());
    }

    private String handedIn() {
        return columns.stream()
                .filter(column -> column != Column.AGREED)
                .map(column -> {
                    SheetView.HandedIn in = view.handedIn().get(column);
                    return ScoreWords.of(column) + ": "
                            + (in == null ? "bản nháp, chưa nộp" : "nộp lúc " + Vietnam.words(in.at()));
                })
                .collect(Collectors.joining("; "));
    }

    private @Nullable Integer section(String title, Line.Kind kind) {
        List<SheetView.LineView> lines = view.lines().stream()
                .filter(line -> line.kind().equals(kind.name()))
                .toList();
        return lines.isEmpty() ? null : section(title, null, lines);
    }

    /** A heading row with the sums of its lines, then the lines; the heading's row. */
    private int section(String title, @Nullable BigDecimal max, List<SheetView.LineView> lines) {
        int head = row++;
        sheet.fill(head, 0, last, CellLook.GROUP_TEXT)
                .text(head, NAME, title, CellLook.GROUP_TEXT)
                .number(head, MAX, max, CellLook.GROUP_POINTS);
        lines.forEach(this::line);
        for (int i = 0; i < columns.size() && !lines.isEmpty(); i++) {
            int at = FIRST + CELLS * i;
            sheet.formula(head, at, "SUM(" + span(head + 1, row - 1, at) + ")", CellLook.GROUP_POINTS)
                    .formula(head, at + 1, "SUM(" + span(head + 1, row - 1, at + 1) + ")", CellLook.GROUP_POINTS);
        }
        return head;
    }

    private void line(SheetView.LineView line) {
        boolean criterion = line.kind().equals(Line.Kind.CRITERION.name());
        boolean penalty = line.kind().equals(Line.Kind.PENALTY.name());
        sheet.text(row, 0, line.code(), CellLook.CODE)
                .text(row, NAME, name(line), CellLook.TEXT)
                .number(row, MAX, criterion ? new BigDecimal(line.max()) : null, CellLook.POINTS)
                .number(row, STEP, penalty ? null : new BigDecimal(line.step()), CellLook.POINTS)
                .number(row, BONUS_MAX, decimal(line.bonusMax()), CellLook.POINTS);
        for (int i = 0; i < columns.size(); i++) {
            cells(line, line.cells().get(columns.get(i)), FIRST + CELLS * i);
        }
        sheet.text(row, last, said(line), CellLook.TEXT);
        row++;
    }

    private void cells(SheetView.LineView line, SheetView.@Nullable Cell cell, int at) {
        Integer count = cell == null ? null : cell.count();
        String often = ref(row, at + 2);
        SheetView.Deduct deduct = line.deduct();
        if (deduct != null && count != null) {
            String off = Formulas.off(
                    often,
                    new BigDecimal(deduct.points()),
                    Deduction.Per.valueOf(deduct.per()),
                    decimal(deduct.most()));
            boolean penalty = line.kind().equals(Line.Kind.PENALTY.name());
            sheet.formula(row, at, penalty ? off : "MAX(0," + ref(row, MAX) + "-" + off + ")", CellLook.POINTS);
        } else {
            sheet.number(row, at, cell == null ? null : decimal(cell.points()), CellLook.POINTS);
        }
        sheet.number(row, at + 1, cell == null ? null : decimal(cell.bonus()), CellLook.POINTS)
                .number(row, at + 2, count, CellLook.COUNT);
    }

    private void totals(@Nullable Integer bonuses, @Nullable Integer penalties) {
        int total = row;
        total("Tổng điểm các nhóm", (i, at) -> Formulas.sum(refs(groups, at)));
        total("Điểm trừ", (i, at) -> penalties == null ? "0" : ref(penalties, at));
        total("Tổng điểm", (i, at) -> ref(total, at) + "-" + ref(total + 1, at));
        List<Integer> withBonus = new ArrayList<>(groups);
        if (bonuses != null) {
            withBonus.add(bonuses);
        }
        total("Điểm thưởng", (i, at) -> Formulas.sum(refs(withBonus, at + 1)));
        total("Tổng điểm có thưởng", (i, at) -> ref(total + 2, at) + "+" + ref(total + 3, at));
        sheet.formula(total, MAX, Formulas.sum(refs(groups, MAX)), CellLook.TOTAL_POINTS);
        sheet.text(
                total + 2,
                last,
                "Tổng điểm = tổng điểm các nhóm trừ điểm trừ; tổng điểm có thưởng cộng thêm mọi điểm thưởng.",
                CellLook.TOTAL_TEXT);
    }

    private interface Total {
        String formula(int index, int column);
    }

    private void total(String title, Total total) {
        sheet.fill(row, 0, last, CellLook.TOTAL_TEXT).text(row, NAME, title, CellLook.TOTAL_TEXT);
        for (int i = 0; i < columns.size(); i++) {
            int at = FIRST + CELLS * i;
            sheet.formula(row, at, total.formula(i, at), CellLook.TOTAL_POINTS);
        }
        row++;
    }

    private static List<String> refs(List<Integer> rows, int column) {
        return rows.stream().map(r -> ref(r, column)).toList();
    }

    private static String name(SheetView.LineView line) {
        SheetView.Deduct deduct = line.deduct();
        if (line.penaltyText() != null) {
            return line.name() + "\n" + line.penaltyText();
        }
        return deduct == null
                ? line.name()
                : line.name() + "\n("
                        + ScoreWords.rule(
                                deduct.points().replace('.', ','),
                                Deduction.Per.valueOf(deduct.per()),
                                deduct.most() == null ? null : deduct.most().replace('.', ','))
                        + ")";
    }

    private String said(SheetView.LineView line) {
        List<String> said = new ArrayList<>();
        if (line.contested()) {
            said.add("Có chênh lệch.");
        }
        if (line.marked()) {
            said.add("Được bổ sung minh chứng.");
        }
        for (Column column : columns) {
            SheetView.Cell cell = line.cells().get(column);
            if (cell != null && !cell.reason().isBlank()) {
                said.add(ScoreWords.of(column) + ": " + cell.reason());
            }
        }
        for (SheetView.NoteView note : line.notes()) {
            said.add(ScoreWords.of(vn.thidua.scoring.sheet.Note.Kind.valueOf(note.kind())) + " – " + note.by() + ": "
                    + note.text());
        }
        return String.join("\n", said);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
