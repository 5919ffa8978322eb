package vn.thidua.scoring.ranking;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a unit's agreed figures enters the ranking, in points.
 *
 * @param groups agreed totals of the groups in the table's order, without bonus; never null, 0 where nothing was agreed
 * @param bonus what is added on top, of lines and of the bonus list
 * @param penalty what is taken off, as a positive number
 */
public record AgreedTotals(
        String unit, List<BigDecimal> groups, BigDecimal bonus, BigDecimal penalty, Set<KnockOut> knockOuts) {

    public AgreedTotals {
        groups = List.copyOf(groups);
        Set<KnockOut> all = EnumSet.noneOf(KnockOut.class);
        all.addAll(knockOuts);
        knockOuts = Set.copyOf(all);
        if (penalty.signum() < 0 || bonus.signum() < 0) {
            throw new IllegalArgumentException("bonus and penalty of " + unit + " are given as positive numbers");
        }
    }

    /** Without bonus; below 0 where penalties exceed the points. */
    public BigDecimal total() {
        return groups.stream().reduce(BigDecimal.ZERO, BigDecimal::add).subtract(penalty);
    }

    public BigDecimal totalWithBonus() {
        return total().add(bonus);
    }
}
