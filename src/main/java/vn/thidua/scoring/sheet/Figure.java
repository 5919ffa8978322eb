package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell, in points; 0 is a score and different from none (rules.md, "Scores").
 *
 * @param points of a criterion; of a penalty what is taken off, as a positive number
 * @param bonus on top
 * @param count how often what a rule counts has happened
 */
public record Figure(
        @Nullable BigDecimal points,
        @Nullable BigDecimal bonus,
        @Nullable Integer count) {

    public static final Figure NONE = new Figure(null, null, null);

    public Figure {
        points = plain(points);
        bonus = plain(bonus);
    }

    public static Figure points(String points) {
        return new Figure(new BigDecimal(points), null, null);
    }

    public boolean none() {
        return points == null && bonus == null && count == null;
    }

    /** Says the same as another: a missing bonus is one of 0 where there are points. */
    public boolean same(Figure other) {
        return none() == other.none()
                && java.util.Objects.equals(points, other.points)
                && zeroed(bonus).equals(zeroed(other.bonus));
    }

    private static BigDecimal zeroed(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** One way of writing a number, so that equal figures are equal: no trailing zeros, no exponent. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
