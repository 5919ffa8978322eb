package vn.thidua.scoring.audit;

import static vn.thidua.scoring.audit.ScoreCheck.orNone;
import static vn.thidua.scoring.audit.ScoreCheck.who;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.audit.ScoreFault.Kind;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.ResultContent.UnitResult;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.scoring.sheet.Totals;

/** Holds what one result says against what its rows say. */
final class ResultCheck {
    private final String label;
    private final ResultContent content;
    private final AsOf rows;
    private final List<ScoreFault> faults = new ArrayList<>();

    private ResultCheck(String label, ResultContent content, AsOf rows) {
        this.label = label;
        this.content = content;
        this.rows = rows;
    }

    static List<ScoreFault> faults(String label, ResultContent content, AsOf rows) {
        ResultCheck check = new ResultCheck(label, content, rows);
        TreeSet<String> units = new TreeSet<>(content.figures().keySet());
        units.addAll(rows.units());
        units.forEach(check::figures);
        check.standings(units);
        return check.faults;
    }

    private void figures(String unit) {
        Map<String, Figure> now = rows.figures(unit);
        Map<String, ResultContent.Line> then = content.figures().getOrDefault(unit, Map.of());
        TreeSet<String> lines = new TreeSet<>(now.keySet());
        lines.addAll(then.keySet());
        for (String line : lines) {
            ResultContent.Line said = then.get(line);
            Figure frozen = said == null ? Figure.NONE : said.figure();
            Figure computed = now.getOrDefault(line, Figure.NONE);
            Entry entry = rows.agreed(unit, line).orElse(null);
            boolean agreed = entry != null && !entry.figure().none();
            boolean thenAgreed = said != null && said.agreed();
            if (!frozen.equals(computed) || agreed != thenAgreed) {
                faults.add(ScoreFault.of(
                        Kind.FIGURE,
                        label,
                        unit,
                        line,
                        orNone(Sheets.words(frozen)),
                        orNone(Sheets.words(computed)),
                        entry == null ? "không có mục thống nhất nào" : "mục " + entry.id() + ", " + who(entry)));
            }
        }
    }

    private void standings(TreeSet<String> units) {
        Map<String, AsOf.Standing> computed;
        try {
            computed = rows.standings();
        } catch (IllegalArgumentException e) {
            faults.add(ScoreFault.of(Kind.IMPOSSIBLE, label, e.getMessage()));
            return;
        }
        Map<String, UnitResult> said = new LinkedHashMap<>();
        content.units().forEach(unit -> said.put(unit.unit(), unit));
        units.addAll(said.keySet());
        for (String unit : units) {
            Map<String, String> then = said(said.get(unit));
            Map<String, String> now = computed(computed.get(unit));
            TreeSet<String> what = new TreeSet<>(then.keySet());
            what.addAll(now.keySet());
            for (String one : what) {
                String before = then.getOrDefault(one, "");
                String after = now.getOrDefault(one, "");
                if (!before.equals(after)) {
                    faults.add(ScoreFault.of(Kind.TOTAL, label, unit, one, orNone(before), orNone(after)));
                }
            }
        }
    }

    private static Map<String, String> said(@Nullable UnitResult unit) {
        Map<String, String> said = new LinkedHashMap<>();
        if (unit != null) {
            put(said, unit.rank(), unit.band(), unit.total(), unit.totalWithBonus(), unit.bonus(), unit.penalty());
            unit.groups().forEach((code, points) -> said.put("điểm nhóm " + code, shown(points)));
        }
        return said;
    }

    private static Map<String, String> computed(AsOf.@Nullable Standing standing) {
        Map<String, String> computed = new LinkedHashMap<>();
        if (standing != null) {
            Totals totals = standing.totals();
            put(
                    computed,
                    standing.rank(),
                    standing.band(),
                    Decimals.text(totals.total()),
                    Decimals.text(totals.totalWithBonus()),
                    Decimals.text(totals.bonus()),
                    Decimals.text(totals.penalty()));
            totals.groups().forEach((code, points) -> computed.put("điểm nhóm " + code, Decimals.shown(points)));
        }
        return computed;
    }

    private static void put(
            Map<String, String> all,
            int rank,
            @Nullable String band,
            String total,
            String totalWithBonus,
            String bonus,
            String penalty) {
        all.put("thứ hạng", String.valueOf(rank));
        all.put("xếp loại", band == null ? "" : band);
        all.put("tổng điểm", shown(total));
        all.put("tổng điểm kể cả điểm thưởng", shown(totalWithBonus));
        all.put("điểm thưởng", shown(bonus));
        all.put("điểm trừ", shown(penalty));
    }

    private static String shown(String points) {
        return points.replace('.', ',');
    }
}
