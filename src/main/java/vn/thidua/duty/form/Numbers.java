package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads decimals, never as binary floating point; a decimal comma is as good as a point. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?");

    private Numbers() {}

    static @Nullable BigDecimal read(FormField field, Object raw, FormContext context) throws BadValue {
        BigDecimal number = decimal(raw);
        if (number == null) {
            return null;
        }
        int digits = field.decimalDigits();
        if (number.scale() > digits) {
            throw digits == 0
                    ? new BadValue("notWhole", shown(number))
                    : new BadValue("tooPrecise", shown(number), digits);
        }
        BigDecimal max = max(field, context);
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            throw new BadValue("tooSmall", shown(number), shown(field.min()));
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new BadValue("tooBig", shown(number), shown(max));
        }
        return plain(number);
    }

    private static @Nullable BigDecimal decimal(Object raw) throws BadValue {
        if (raw instanceof BigDecimal decimal) {
            return decimal.precision() > 30 || Math.abs(decimal.scale()) > 30 ? refuse(raw) : plain(decimal);
        }
        if (raw instanceof Integer || raw instanceof Long || raw instanceof Short) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        }
        if (raw instanceof BigInteger integer) {
            return integer.bitLength() > 60 ? refuse(raw) : new BigDecimal(integer);
        }
        if (raw instanceof Double || raw instanceof Float) {
            double value = ((Number) raw).doubleValue();
            return Double.isFinite(value) && Math.abs(value) < 1e15
                    ? plain(new BigDecimal(raw.toString()))
                    : refuse(raw);
        }
        if (raw instanceof String text) {
            String clean = Texts.clean(text);
            if (clean.isEmpty()) {
                return null;
            }
            return NUMBER.matcher(clean).matches() ? new BigDecimal(clean.replace(',', '.')) : refuse(raw);
        }
        throw new BadValue("notNumber", "");
    }

    private static BigDecimal refuse(Object raw) throws BadValue {
        throw new BadValue("notNumber", Texts.excerpt(raw.toString()));
    }

    private static @Nullable BigDecimal max(FormField field, FormContext context) {
        String fact = field.property("maxFact");
        Object known = fact == null ? null : context.facts().get(fact);
        return known instanceof Number ? new BigDecimal(known.toString()) : field.max();
    }

    /** 100 and not 1E+2, 9.5 and not 9.50. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String shown(BigDecimal number) {
        return plain(number).toPlainString().replace('.', ',');
    }
}
