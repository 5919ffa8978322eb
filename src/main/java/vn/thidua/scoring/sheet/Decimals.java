package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal figures: as people write them in Vietnamese, and by steps. Never binary floating point. */
public final class Decimals {
    private Decimals() {}

    /** With a decimal comma, without trailing zeros: "9,75". */
    public static String shown(BigDecimal value) {
        return text(value).replace('.', ',');
    }

    /** With a decimal point, without trailing zeros: "9.75". */
    public static String text(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** A figure as the browser sends it; null where it sends nothing. */
    public static @Nullable BigDecimal read(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,6}(\\.\\d{1,6})?")) {
            throw new FigureCheck.Refused(field, "«" + text.strip() + "» không phải một số điểm; viết ví dụ 9,75.");
        }
        return new BigDecimal(plain);
    }

    /** The largest multiple of {@code step} that is not above. */
    public static BigDecimal down(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }
}
