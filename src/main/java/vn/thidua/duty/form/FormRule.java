package vn.thidua.duty.form;

import java.util.List;

/** What no single field can express: a rule across the answers of one form. */
@FunctionalInterface
interface FormRule {
    List<Problem> check(Asked asked);

    /** The answers a rule looks at, with the names of their fields for messages. */
    record Asked(FormSchema schema, FormAnswers answers, FormContext context) {
        String name(String key) {
            return schema.field(key).map(FormField::name).orElse(key);
        }

        /** A problem with the field of this key, if the answers are wrong. */
        List<Problem> when(boolean wrong, String key, String code, Object... args) {
            return wrong ? List.of(new Problem(key, FormMessages.about(name(key), code, args))) : List.of();
        }
    }

    default FormRule and(FormRule other) {
        return asked -> {
            List<Problem> mine = check(asked);
            return mine.isEmpty() ? other.check(asked) : mine;
        };
    }
}
