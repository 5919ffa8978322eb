package vn.thidua.scoring.papers;

import static vn.thidua.paper.OfficeSheet.fixed;
import static vn.thidua.paper.OfficeSheet.ref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Group;
import vn.thidua.plan.RankBy;

/**
 * How ranks come about (rules.md, "Scores"). RANK alone knows one figure; so each step after it adds, among units that are still equal,
 * how many are better in the next one: group by group in the table's order, then fewer penalties. Who is equal in all of it shares a rank.
 */
final class RanksSheet {
    private static final int HEAD = 8;
    private static final int FIRST_ROW = HEAD + 1;
    private static final int POINTS = 1;

    private final OfficeSheet sheet;
    private final ComparisonWorkbook.Comparison comparison;
    private final OfficeSheet overview;
    private final List<Group> groups;
    private final List<Criteria.Band> bands;
    private final int units;
    /** Where the first rank stands, after the figures that are compared. */
    private final int firstRank;

    RanksSheet(OfficeSheet sheet, ComparisonWorkbook.Comparison comparison, OfficeSheet overview) {
        this.sheet = sheet;
        this.comparison = comparison;
        this.overview = overview;
        this.groups = comparison.table().groups();
        this.bands = comparison.table().bands().stream()
                .sorted(Comparator.comparing(Criteria.Band::from))
                .toList();
        this.units = comparison.units().size();
        this.firstRank = POINTS + groups.size() + 2;
    }

    /** The final rank of the unit at a place, as other sheets call it. */
    String rank(int unit) {
        return sheet.outside(ref(FIRST_ROW + unit, firstRank + groups.size() + 1));
    }

    /** The band of its points; empty below the lowest. */
    String band(int unit) {
        if (bands.isEmpty()) {
            return "\"\"";
        }
        int first = bandRow();
        int last = first + bands.size() - 1;
        String points = sheet.outside(ref(FIRST_ROW + unit, POINTS));
        return "IF(" + points + "<" + sheet.outside(fixed(first, first, 1)) + ",\"\",LOOKUP(" + points + ","
                + sheet.outside(fixed(first, last, 1)) + "," + sheet.outside(fixed(first, last, 0)) + "))";
    }

    void write() {
        head();
        int penalty = POINTS + groups.size() + 1;
        int from = OverviewSheet.penaltyColumn(comparison);
        int ranked = comparison.table().rankBy() == RankBy.TOTAL ? from + 1 : from + 3;
        for (int i = 0; i < units; i++) {
            int row = FIRST_ROW + i;
            int there = OverviewSheet.FIRST_ROW + i;
            sheet.formula(row, 0, outside(there, OverviewSheet.NAME), CellLook.TEXT)
                    .formula(row, POINTS, Formulas.exact(outside(there, ranked)), CellLook.POINTS)
                    .formula(row, penalty, Formulas.exact(outside(there, from)), CellLook.POINTS)
                    .formula(row, firstRank, "RANK(" + ref(row, POINTS) + "," + column(POINTS) + ",0)", CellLook.COUNT);
            for (int g = 0; g < groups.size(); g++) {
                int group = POINTS + 1 + g;
                sheet.formula(
                        row, group, Formulas.exact(outside(there, OverviewSheet.FIRST_GROUP + g)), CellLook.POINTS);
                step(row, firstRank + g, group, ">", CellLook.COUNT);
            }
            step(row, firstRank + groups.size(), penalty, "<", CellLook.TOTAL_COUNT);
        }
        bandTable();
        sheet.frozen(HEAD, HEAD, 1);
    }

    /** The rank so far, and how many of the units that share it are better in a column. */
    private void step(int row, int before, int by, String better, CellLook look) {
        sheet.formula(
                row,
                before + 1,
                ref(row, before) + "+COUNTIFS(" + column(before) + "," + ref(row, before) + "," + column(by) + ",\""
                        + better + "\"&" + ref(row, by) + ")",
                look);
    }

    private String column(int column) {
        return fixed(FIRST_ROW, FIRST_ROW + units - 1, column);
    }

    private String outside(int row, int column) {
        return overview.outside(ref(row, column));
    }

    private void head() {
        int[] widths = new int[firstRank + groups.size() + 2];
        Arrays.fill(widths, 9);
        widths[0] = 30;
        sheet.widths(widths);
        boolean withBonus = comparison.table().rankBy() == RankBy.TOTAL_WITH_BONUS;
        sheet.text(0, 0, "CÁCH XẾP HẠNG", CellLook.TITLE);
        sheet.text(1, 0, comparison.yearName(), CellLook.SUBTITLE);
        List<String> rules = List.of(
                "1. Xếp theo " + (withBonus ? "tổng điểm có thưởng" : "tổng điểm, không tính điểm thưởng")
                        + ", đã trừ điểm trừ: cột «Theo điểm» dùng hàm RANK.",
                "2. Các đơn vị bằng điểm nhau so tiếp tổng điểm từng nhóm theo thứ tự trong bảng tiêu chí: mỗi cột «Sau nhóm …» đếm (COUNTIFS) và cộng thêm số đơn vị đang cùng hạng mà điểm nhóm ấy cao hơn.",
                "3. Vẫn bằng nhau thì đơn vị bị trừ ít điểm hơn đứng trên: cột «Hạng».",
                "4. Bằng nhau ở mọi bước thì đồng hạng, hạng kế tiếp bỏ trống. Hàm RANK một mình không so được các bước 2 và 3 nên cần các cột này.");
        for (int i = 0; i < rules.size(); i++) {
            sheet.text(2 + i, 0, rules.get(i), CellLook.SUBTITLE);
        }
        List<String> heads = new ArrayList<>(List.of("Đơn vị", "Điểm xếp hạng"));
        groups.forEach(group -> heads.add("Nhóm " + group.code()));
        heads.add("Điểm trừ");
        heads.add("Theo điểm");
        groups.forEach(group -> heads.add("Sau nhóm " + group.code()));
        heads.add("Hạng");
        sheet.heads(HEAD, heads);
    }

    private int bandRow() {
        return FIRST_ROW + units + 2;
    }

    private void bandTable() {
        if (!bands.isEmpty()) {
            sheet.heads(bandRow() - 1, List.of("Xếp loại", "Từ điểm"));
            int row = bandRow();
            for (Criteria.Band band : bands) {
                sheet.text(row, 0, band.name(), CellLook.TEXT).number(row, 1, band.from(), CellLook.POINTS);
                row++;
            }
        }
    }
}
