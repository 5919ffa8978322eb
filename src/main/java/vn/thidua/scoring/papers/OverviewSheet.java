package vn.thidua.scoring.papers;

import static vn.thidua.paper.OfficeSheet.ref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.plan.Group;
import vn.thidua.scoring.result.ResultContent;

/** Units against groups: totals with and without bonus, rank, band, knock-outs. */
final class OverviewSheet {
    static final int HEAD = 5;
    static final int FIRST_ROW = HEAD + 2;
    static final int NAME = 1;
    static final int FIRST_GROUP = 2;

    private final OfficeSheet sheet;
    private final ComparisonWorkbook.Comparison comparison;
    private final List<Group> groups;

    private OverviewSheet(OfficeSheet sheet, ComparisonWorkbook.Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
        this.groups = comparison.table().groups();
    }

    /** Where the penalties stand: after the groups. */
    static int penaltyColumn(ComparisonWorkbook.Comparison comparison) {
        return FIRST_GROUP + comparison.table().groups().size();
    }

    static void write(
            OfficeSheet sheet, ComparisonWorkbook.Comparison comparison, LinesSheet figures, RanksSheet ranks) {
        new OverviewSheet(sheet, comparison).write(figures, ranks);
        ranks.write();
    }

    private void write(LinesSheet figures, RanksSheet ranks) {
        int penalty = penaltyColumn(comparison);
        head(penalty);
        int group = 0;
        for (Group g : groups) {
            sheet.number(HEAD + 1, FIRST_GROUP + group++, g.max(), CellLook.GROUP_POINTS);
        }
        sheet.fill(HEAD + 1, 0, NAME, CellLook.GROUP_TEXT)
                .text(HEAD + 1, NAME, "Điểm tối đa", CellLook.GROUP_TEXT)
                .fill(HEAD + 1, penalty, penalty + 5, CellLook.GROUP_TEXT)
                .formula(HEAD + 1, penalty + 1, sumOfGroups(HEAD + 1), CellLook.GROUP_POINTS);
        List<ResultContent.UnitResult> units = comparison.content().units();
        for (int i = 0; i < units.size(); i++) {
            unit(units.get(i), i, penalty, figures, ranks);
        }
        sheet.frozen(HEAD, HEAD + 1, FIRST_GROUP);
    }

    private void unit(ResultContent.UnitResult unit, int i, int penalty, LinesSheet figures, RanksSheet ranks) {
        int row = FIRST_ROW + i;
        sheet.formula(row, 0, ranks.rank(i), CellLook.TOTAL_COUNT)
                .text(row, NAME, comparison.name(unit.unit()), CellLook.TEXT);
        IntStream.range(0, groups.size())
                .forEach(g -> sheet.formula(row, FIRST_GROUP + g, figures.group(g, i), CellLook.POINTS));
        sheet.formula(row, penalty, figures.penalty(i), CellLook.POINTS)
                .formula(row, penalty + 1, sumOfGroups(row) + "-" + ref(row, penalty), CellLook.TOTAL_POINTS)
                .formula(row, penalty + 2, figures.bonus(i), CellLook.POINTS)
                .formula(row, penalty + 3, ref(row, penalty + 1) + "+" + ref(row, penalty + 2), CellLook.TOTAL_POINTS)
                .formula(row, penalty + 4, ranks.band(i), CellLook.TEXT)
                .text(row, penalty + 5, ScoreWords.knockOuts(unit.knockOuts()), CellLook.TEXT);
    }

    private String sumOfGroups(int row) {
        return "SUM(" + ref(row, FIRST_GROUP) + ":" + ref(row, FIRST_GROUP + groups.size() - 1) + ")";
    }

    private void head(int penalty) {
        int[] widths = new int[penalty + 6];
        Arrays.fill(widths, 10);
        widths[0] = 7;
        widths[NAME] = 28;
        widths[penalty + 4] = 12;
        widths[penalty + 5] = 22;
        sheet.widths(widths);
        sheet.text(0, 0, "BẢNG SO SÁNH ĐIỂM THI ĐUA", CellLook.TITLE);
        sheet.text(1, 0, comparison.yearName(), CellLook.SUBTITLE);
        sheet.text(2, 0, comparison.status(), CellLook.SUBTITLE);
        sheet.text(
                3,
                0,
                "Điểm từng dòng ở trang «Chi tiết»; hạng tính theo trang «Cách xếp hạng». Lý do không xét khen thưởng không đổi điểm và hạng.",
                CellLook.SUBTITLE);
        List<String> heads = new ArrayList<>(List.of("Hạng", "Đơn vị"));
        groups.forEach(group -> heads.add(group.code() + ". " + group.name()));
        heads.addAll(List.of(
                "Điểm trừ", "Tổng điểm", "Điểm thưởng", "Tổng điểm có thưởng", "Xếp loại", "Không xét khen thưởng vì"));
        sheet.heads(HEAD, heads);
    }
}
