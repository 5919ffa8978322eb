package vn.thidua.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Points taken off by rule (rules.md, "Scores").
 *
 * @param points taken off, once or each time; above 0
 * @param most that is taken off however often it happens; {@code null}: no bound of its own. Of a criterion nothing goes below 0
 */
public record Deduction(
        BigDecimal points, Per per, @Nullable BigDecimal most) {

    /** What the points are taken off for. */
    public enum Per {
        /** The same whether it happened once or often. */
        ONCE,
        OCCURRENCE
    }

    /** @param count how often it happened, from 0 */
    public BigDecimal of(int count) {
        if (count <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal off = per == Per.ONCE ? points : points.multiply(BigDecimal.valueOf(count));
        return most == null ? off : off.min(most);
    }
}
