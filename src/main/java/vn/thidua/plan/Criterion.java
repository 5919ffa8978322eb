package vn.thidua.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the criteria table.
 *
 * @param step smallest difference between two scores
 * @param bonus most that may be added on top, {@code null}: nothing
 * @param penalty rule by which points are taken off, in words
 * @param deduct the same rule as figures: from how often it happened follows the score; {@code null}: a person judges
 * @param supplier who supplies the figure, where it is not the unit itself: a department, an index
 * @param known what the system knows of it and proposes
 */
public record Criterion(
        String code,
        String name,
        BigDecimal max,
        BigDecimal step,
        @Nullable BigDecimal bonus,
        @Nullable String penalty,
        @Nullable Deduction deduct,
        boolean evidenceRequired,
        @Nullable String supplier,
        @Nullable KnownInput known) {
    public static final BigDecimal DEFAULT_STEP = new BigDecimal("0.25");
}
