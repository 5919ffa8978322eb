package vn.thidua.duty.form;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the server knows when it judges a form; never taken from what was submitted.
 *
 * @param options allowed values by the form's {@code valuesKey} ({@code unitOptions}, {@code criterionOptions},
 *     {@code awardOptions}, {@code years}, {@code milestones})
 * @param facts values that conditions and rules refer to; one that is missing is simply not checked
 * @param now the one clock's date and time in Vietnam
 */
public record FormContext(Map<String, List<String>> options, Map<String, Object> facts, LocalDateTime now) {
    public FormContext {
        options = Map.copyOf(options);
        facts = Map.copyOf(facts);
    }

    public static FormContext of(Map<String, List<String>> options, LocalDateTime now) {
        return new FormContext(options, Map.of(), now);
    }

    List<String> options(String valuesKey) {
        return options.getOrDefault(valuesKey, List.of());
    }
}
