package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Group;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.ranking.AgreedTotals;
import vn.thidua.scoring.ranking.KnockOut;

/**
 * Figures added up, with and without bonus, side by side; both may exceed the table's total (rules.md, "Scores").
 *
 * @param groups points of each group by its code, in the table's order
 * @param penalty what is taken off, as a positive number
 */
public record Totals(Map<String, BigDecimal> groups, BigDecimal bonus, BigDecimal penalty) {

    public static Totals of(Criteria table, List<Line> lines, Map<String, Figure> figures) {
        Map<String, BigDecimal> groups = new LinkedHashMap<>();
        for (Group group : table.groups()) {
            groups.put(group.code(), BigDecimal.ZERO);
        }
        BigDecimal bonus = BigDecimal.ZERO;
        BigDecimal penalty = BigDecimal.ZERO;
        for (Line line : lines) {
            Figure figure = figures.getOrDefault(line.code(), Figure.NONE);
            bonus = bonus.add(zeroed(figure.bonus()));
            if (line.kind() == Line.Kind.PENALTY) {
                penalty = penalty.add(zeroed(figure.points()));
            } else if (line.group() != null) {
                groups.merge(line.group(), zeroed(figure.points()), BigDecimal::add);
            }
        }
        return new Totals(groups, bonus, penalty);
    }

    public BigDecimal total() {
        return groups.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).subtract(penalty);
    }

    public BigDecimal totalWithBonus() {
        return total().add(bonus);
    }

    /** What of it enters the ranking. */
    public AgreedTotals ranked(String unit, Set<KnockOut> knockOuts) {
        return new AgreedTotals(unit, List.copyOf(groups.values()), bonus, penalty, knockOuts);
    }

    private static BigDecimal zeroed(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
