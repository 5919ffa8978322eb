package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Deduction;
import vn.thidua.scoring.criteria.Line;

/** Holds a figure against its line: maximum, step, what a rule takes off. */
public final class FigureCheck {
    /** Nothing happens more often within a year, and nothing longer is a number that somebody meant. */
    static final int MOST_OFTEN = 10_000;

    private FigureCheck() {}

    /** A figure that cannot stand. */
    public static final class Refused extends RuntimeException {
        private final String field;

        public Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        /** {@code points}, {@code bonus}, {@code count} or {@code reason}. */
        public String field() {
            return field;
        }
    }

    /**
     * The figure as it is stored: of what a rule decides, the points are computed.
     *
     * @throws Refused with a sentence that says what to write
     */
    public static Figure checked(Line line, Figure figure) {
        return switch (line.kind()) {
            case CRITERION -> criterion(line, figure);
            case BONUS -> {
                nothing(line, "points", figure.points());
                nothing(line, "count", figure.count());
                yield new Figure(null, within(line, "bonus", figure.bonus(), line.max()), null);
            }
            case PENALTY -> {
                nothing(line, "bonus", figure.bonus());
                Integer count = often(line, figure.count());
                Deduction deduct = java.util.Objects.requireNonNull(line.deduct());
                yield new Figure(count == null ? null : deduct.of(count), null, count);
            }
        };
    }

    private static Figure criterion(Line line, Figure figure) {
        BigDecimal bonusMax = line.bonusMax();
        if (bonusMax == null) {
            nothing(line, "bonus", figure.bonus());
        }
        BigDecimal bonus = bonusMax == null ? null : within(line, "bonus", figure.bonus(), bonusMax);
        Integer count = often(line, figure.count());
        Deduction deduct = line.deduct();
        if (count == null || deduct == null) {
            nothing(line, "count", deduct == null ? figure.count() : null);
            return new Figure(within(line, "points", figure.points(), line.max()), bonus, null);
        }
        return new Figure(line.max().subtract(deduct.of(count)).max(BigDecimal.ZERO), bonus, count);
    }

    private static @Nullable BigDecimal within(Line line, String field, @Nullable BigDecimal value, BigDecimal max) {
        if (value == null) {
            return null;
        }
        if (value.signum() < 0 || value.compareTo(max) > 0) {
            throw new Refused(
                    field,
                    "Dòng " + line.code() + ": điểm " + Decimals.shown(value) + " phải từ 0 đến " + Decimals.shown(max)
                            + ".");
        }
        if (value.remainder(line.step()).signum() != 0) {
            throw new Refused(
                    field,
                    "Dòng " + line.code() + ": điểm " + Decimals.shown(value) + " không theo bước "
                            + Decimals.shown(line.step()) + "; viết ví dụ "
                            + Decimals.shown(Decimals.down(value, line.step())) + ".");
        }
        return value;
    }

    private static @Nullable Integer often(Line line, @Nullable Integer count) {
        if (count != null && (count < 0 || count > MOST_OFTEN)) {
            throw new Refused("count", "Dòng " + line.code() + ": số lần phải từ 0 đến " + MOST_OFTEN + ".");
        }
        return count;
    }

    private static void nothing(Line line, String field, @Nullable Object value) {
        if (value != null) {
            String what = switch (field) {
                case "bonus" -> "điểm thưởng";
                case "count" -> "số lần";
                default -> "điểm";
            };
            throw new Refused(field, "Dòng " + line.code() + " không có " + what + "; để trống ô này.");
        }
    }
}
