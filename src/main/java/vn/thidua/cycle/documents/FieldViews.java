package vn.thidua.cycle.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.duty.Duty;
import vn.thidua.duty.form.FormField;
import vn.thidua.duty.form.FormSchema;

/** The fields of a duty's form as its page shows them: with their choices, what the server knows of them, and the texts filled in. */
@Component
class FieldViews {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    private final TaskTexts texts;

    FieldViews(TaskTexts texts) {
        this.texts = texts;
    }

    List<HandInView.Field> of(Duty duty) {
        Map<String, List<Option>> options = texts.options(duty.key());
        Map<String, Object> facts = texts.facts(duty.key());
        Map<String, Object> filledIn = texts.filledIn(duty.key());
        Map<String, String> shown = texts.shown(duty.key(), "submit");
        return FormSchema.load(DocumentForms.form(duty)).fields().stream()
                .filter(field -> !hiddenByFacts(field, facts))
                // The sheet shows totals itself, as they are at this moment.
                .filter(field -> !DocumentForms.withSheet(duty) || field.property("fact") == null)
                .map(field -> field(field, options, facts, filledIn, shown))
                .toList();
    }

    /** Conditions on what the server knows, such as how many groups of criteria there are, are decided here. */
    private static boolean hiddenByFacts(FormField field, Map<String, Object> facts) {
        return field.hides().stream().anyMatch(hide -> hide.decidedBy(facts) && hide.holds(facts));
    }

    private static HandInView.Field field(
            FormField field,
            Map<String, List<Option>> options,
            Map<String, Object> facts,
            Map<String, Object> filledIn,
            Map<String, String> shown) {
        String key = field.valuesKey();
        List<Option> choices = key != null
                ? options.getOrDefault(key, List.of())
                : field.values().entrySet().stream()
                        .map(e -> new Option(e.getValue(), e.getKey()))
                        .toList();
        String fact = field.property("fact");
        return new HandInView.Field(
                field.key(),
                field.type().name(),
                field.name(),
                filled(field.help(), shown),
                field.group(),
                field.required(),
                field.minLength(),
                field.maxLength(),
                field.min(),
                most(field, facts),
                field.decimalDigits(),
                choices,
                field.hides().stream()
                        .filter(hide -> !hide.decidedBy(facts))
                        .flatMap(hide -> hide.parts().stream())
                        .map(p -> new HandInView.Comparison(p.key(), p.operator(), p.value()))
                        .toList(),
                fact == null ? null : filledIn.get(field.key()));
    }

    /** Texts of forms name variables, {@code {{group1Text}}}, that Tasklist fills in. */
    private static String filled(String text, Map<String, String> shown) {
        return VARIABLE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(shown.getOrDefault(m.group(1), "")));
    }

    private static @Nullable BigDecimal most(FormField field, Map<String, Object> facts) {
        String name = field.property("maxFact");
        return name != null && facts.get(name) instanceof BigDecimal max ? max : field.max();
    }
}
