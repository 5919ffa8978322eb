package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few shapes of FEEL that our forms use in {@code conditional.hide}: comparisons of one variable with a text, number,
 * boolean or null, joined by {@code and} <em>or</em> {@code or}, without brackets. Anything else is refused when a form
 * is read, so that the browser and the server never judge differently.
 */
public final class HideCondition {
    private static final Pattern COMPARISON = Pattern.compile(
            "\\s*([A-Za-z][A-Za-z0-9]*)\\s*(!=|=|<)\\s*(?:\"([^\"\\\\]*)\"|(-?\\d+(?:\\.\\d+)?)|(true|false|null))\\s*");

    private final String source;
    private final boolean all;
    private final List<Comparison> comparisons = new ArrayList<>();

    private record Comparison(
            String variable, String operator, @Nullable Object value) {}

    private HideCondition(String source) {
        this.source = source;
        if (!source.startsWith("=")) {
            throw unknown();
        }
        boolean and = source.contains(" and ");
        if (and && source.contains(" or ")) {
            throw unknown();
        }
        this.all = and;
        for (String part : source.substring(1).split(and ? " and " : " or ", -1)) {
            Matcher m = COMPARISON.matcher(part);
            if (!m.matches() || m.group(2).equals("<") && m.group(4) == null) {
                throw unknown();
            }
            comparisons.add(new Comparison(m.group(1), m.group(2), literal(m)));
        }
    }

    /** Throws {@link IllegalArgumentException} for a shape it does not know. */
    public static HideCondition parse(String feel) {
        return new HideCondition(feel);
    }

    /**
     * One comparison, for a page that judges as the server does.
     *
     * @param operator {@code =}, {@code !=} or {@code <}
     */
    public record Part(
            String key, String operator, @Nullable Object value) {}

    /** The comparisons it consists of, and whether all must hold or any. */
    public List<Part> parts() {
        return comparisons.stream()
                .map(c -> new Part(c.variable(), c.operator(), c.value()))
                .toList();
    }

    public boolean all() {
        return all;
    }

    /** The names it looks at: inputs of the form or the server's facts. */
    List<String> variables() {
        return comparisons.stream().map(Comparison::variable).toList();
    }

    /** Whether it looks at nothing but these facts. */
    public boolean decidedBy(Map<String, Object> facts) {
        return comparisons.stream().allMatch(c -> facts.containsKey(c.variable()));
    }

    /** Whether the field is hidden; what is not known is null. */
    public boolean holds(Map<String, Object> known) {
        return all
                ? comparisons.stream().allMatch(c -> holds(c, known))
                : comparisons.stream().anyMatch(c -> holds(c, known));
    }

    private static boolean holds(Comparison c, Map<String, Object> known) {
        Object actual = known.get(c.variable());
        return switch (c.operator()) {
            case "=" -> same(actual, c.value());
            case "!=" -> !same(actual, c.value());
            default -> {
                BigDecimal number = number(actual);
                yield number != null && number.compareTo((BigDecimal) c.value()) < 0;
            }
        };
    }

    private static boolean same(@Nullable Object actual, @Nullable Object expected) {
        if (actual == null || expected == null) {
            return actual == expected;
        }
        BigDecimal number = number(actual);
        return expected instanceof BigDecimal wanted
                ? number != null && number.compareTo(wanted) == 0
                : actual.equals(expected);
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }

    private static @Nullable Object literal(Matcher m) {
        if (m.group(3) != null) {
            return m.group(3);
        }
        if (m.group(4) != null) {
            return new BigDecimal(m.group(4));
        }
        return m.group(5).equals("null") ? null : Boolean.valueOf(m.group(5));
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("A condition that the server cannot judge: " + source);
    }

    @Override
    public String toString() {
        return source;
    }
}
