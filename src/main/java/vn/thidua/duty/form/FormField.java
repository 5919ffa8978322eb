package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form.
 *
 * @param name how messages call it: its label, or a longer name where the label alone would be ambiguous
 * @param help the text under the field
 * @param values options that stand in the form, in order
 * @param valuesKey name of the option list that the server supplies instead
 * @param hides the field is hidden when any of these holds: its own condition and those of the groups around it
 * @param properties what only the server knows of: {@code pattern} with {@code patternText}, {@code maxFact} (name of the
 *     fact that holds the maximum), {@code notAfterToday}
 */
public record FormField(
        String key,
        FieldType type,
        String name,
        String help,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimalDigits,
        List<String> values,
        @Nullable String valuesKey,
        List<HideCondition> hides,
        Map<String, String> properties) {

    /** Longest text where the form sets no limit. */
    public static final int DEFAULT_MAX_LENGTH = 4000;

    public FormField {
        values = List.copyOf(values);
        hides = List.copyOf(hides);
        properties = Map.copyOf(properties);
    }

    public int longest() {
        return maxLength == null ? DEFAULT_MAX_LENGTH : maxLength;
    }

    public @Nullable String property(String name) {
        return properties.get(name);
    }

    public boolean notAfterToday() {
        return properties.containsKey("notAfterToday");
    }

    /** What may be chosen: the form's own options or those the server supplies. */
    public List<String> options(FormContext context) {
        return valuesKey == null ? values : context.options(valuesKey);
    }

    boolean hidden(Map<String, Object> known) {
        return hides.stream().anyMatch(hide -> hide.holds(known));
    }
}
