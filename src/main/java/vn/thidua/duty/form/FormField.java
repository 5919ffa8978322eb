package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form.
 *
 * @param name how messages call it: its label, or a longer name where the label alone would be ambiguous
 * @param help the text under the field
 * @param values options that stand in the form, in order, with what is shown for each
 * @param valuesKey name of the option list that the server supplies instead
 * @param hides the field is hidden when any of these holds: its own condition and those of the groups around it
 * @param properties what only the server checks: any limit of a field that another answer can hide (Tasklist keeps the
 *     error of a field that has been hidden and never lets the form go), {@code pattern} with {@code patternText}, {@code maxFact} (name of the
 *     fact that holds the maximum), {@code fact} (name of the fact that is the answer, whatever was submitted),
 *     {@code notAfterToday}
 * @param group the heading that it stands under, or empty
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
        int decimalDigits,
        Map<String, String> values,
        @Nullable String valuesKey,
        List<HideCondition> hides,
        Map<String, String> properties,
        String group) {

    /** Longest text where the form sets no limit, and longest limit a form may set: the engine stores no longer ones. */
    public static final int DEFAULT_MAX_LENGTH = 4000;

    public FormField {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
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
        return valuesKey == null ? List.copyOf(values.keySet()) : context.options(valuesKey);
    }

    boolean hidden(Map<String, Object> known) {
        return hides.stream().anyMatch(hide -> hide.holds(known));
    }
}
