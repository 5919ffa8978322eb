package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stored answers as people read them: "Đồng ý" and not "agree", 22/11/2024 and not 2024-11-22. */
public final class AnswerWords {
    private AnswerWords() {}

    /**
     * @param value as a receipt keeps it
     * @param names what is shown for the server's own options (units, criteria); a value without a name is shown as it is
     */
    public static String of(FormField field, Object value, Map<String, String> names) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> option(field, item, names)).collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean flag) {
            return FormMessages.of(flag ? "yes" : "no");
        }
        if (value instanceof Number number) {
            return Numbers.shown(new BigDecimal(number.toString()));
        }
        return field.type().isChoice() ? option(field, value, names) : Dates.shown(field.type(), value.toString());
    }

    private static String option(FormField field, Object value, Map<String, String> names) {
        String text = String.valueOf(value);
        return field.values().getOrDefault(text, names.getOrDefault(text, text));
    }
}
