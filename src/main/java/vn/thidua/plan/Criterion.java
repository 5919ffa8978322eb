package vn.thidua.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the criteria table.
 *
 * @param step smallest difference between two scores
 * @param bonus most that may be added on top, {@code null}: nothing
 * @param penalty rule by which points are taken off, in words
 */
public record Criterion(
        String code,
        String name,
        BigDecimal max,
        BigDecimal step,
        @Nullable BigDecimal bonus,
        @Nullable String penalty,
        boolean evidenceRequired) {
    public static final BigDecimal DEFAULT_STEP = new BigDecimal("0.25");
}
