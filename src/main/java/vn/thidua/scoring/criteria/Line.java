package vn.thidua.scoring.criteria;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.KnownInput;

/**
 * One line of a criteria table as sheets have it.
 *
 * @param group the code of its group; null for what stands beside the groups
 * @param max of the points, or of a bonus-list item's bonus; of a penalty 0
 * @param bonusMax most that a criterion gives on top; null: nothing
 * @param deduct how often it happened decides; always of a penalty
 */
public record Line(
        String code,
        Kind kind,
        @Nullable String group,
        String name,
        BigDecimal max,
        BigDecimal step,
        @Nullable BigDecimal bonusMax,
        @Nullable Deduction deduct,
        @Nullable String penaltyText,
        boolean evidence,
        @Nullable String supplier,
        @Nullable KnownInput known) {

    public enum Kind {
        /** Points within a group, perhaps with a bonus on top. */
        CRITERION,
        /** An item of the bonus list: a bonus alone. */
        BONUS,
        /** An item of the penalty list: how often; points are what is taken off. */
        PENALTY
    }
}
