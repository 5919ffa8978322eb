package vn.thidua.duty.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a browser submitted as strictly as the form would, because Camunda Forms are not validated on the server and
 * a submitter may set any variable. Hidden fields are neither required nor kept.
 */
public final class FormValidator {
    private FormValidator() {}

    public static FormCheck validate(FormSchema schema, Map<String, ?> submitted, FormContext context) {
        Map<String, Object> typed = new LinkedHashMap<>();
        Map<String, Problem> wrong = new HashMap<>();
        for (FormField field : schema.fields()) {
            try {
                String fact = field.property("fact");
                Object value = fact == null
                        ? Values.read(field, submitted.get(field.key()), context)
                        : context.facts().get(fact);
                if (value != null) {
                    typed.put(field.key(), value);
                }
            } catch (BadValue bad) {
                wrong.put(field.key(), Problem.of(field, bad.code, bad.args));
            }
        }
        Map<String, Object> known = known(schema, typed, context);
        Map<String, Object> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (FormField field : schema.fields()) {
            if (field.hidden(known)) {
                continue;
            }
            Problem problem = wrong.get(field.key());
            Object value = typed.get(field.key());
            if (problem == null && field.required() && empty(value)) {
                problem = Problem.of(field, missing(field.type()));
            }
            if (problem != null) {
                problems.add(problem);
            } else if (value != null) {
                values.put(field.key(), value);
            }
        }
        FormAnswers answers = new FormAnswers(values, unknownKeys(schema, submitted));
        if (problems.isEmpty()) {
            problems.addAll(FormRules.check(schema, answers, context));
        }
        return new FormCheck(answers, problems);
    }

    /** What conditions may refer to: the answers, and for names that the form does not ask for, the server's facts. */
    static Map<String, Object> known(FormSchema schema, Map<String, Object> answers, FormContext context) {
        Map<String, Object> known = new HashMap<>(context.facts());
        schema.fields().forEach(field -> known.remove(field.key()));
        known.putAll(answers);
        return known;
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || Boolean.FALSE.equals(value) || value instanceof List<?> list && list.isEmpty();
    }

    private static String missing(FieldType type) {
        return switch (type) {
            case CHECKBOX -> "unchecked";
            case RADIO, SELECT, CHECKLIST, TAGLIST -> "unchosen";
            default -> "empty";
        };
    }

    private static Set<String> unknownKeys(FormSchema schema, Map<String, ?> submitted) {
        Set<String> unknown = new TreeSet<>(submitted.keySet());
        schema.fields().forEach(field -> unknown.remove(field.key()));
        return unknown;
    }
}
