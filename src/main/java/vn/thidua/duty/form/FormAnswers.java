package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers that have been judged: only keys the form asks for, in its order, as {@code String}, {@code Boolean},
 * {@code BigDecimal} or {@code List<String>}; what was left empty or is hidden is absent. Dates are ISO texts
 * ({@code 2024-11-22}, {@code 14:00}, {@code 2024-11-22T14:00}) in Vietnam's time.
 *
 * @param ignored submitted names that the form does not ask for; nothing of theirs is kept
 */
public record FormAnswers(Map<String, Object> values, Set<String> ignored) {
    public FormAnswers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        ignored = Collections.unmodifiableSet(new TreeSet<>(ignored));
    }

    /** The text, empty where nothing was answered. */
    public String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public @Nullable BigDecimal number(String key) {
        return values.get(key) instanceof BigDecimal number ? number : null;
    }

    public List<String> list(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }
}
