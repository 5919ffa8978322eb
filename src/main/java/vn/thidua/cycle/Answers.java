package vn.thidua.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads validated form answers back from a receipt. A key that was left empty reads as empty, 0 or false. */
public final class Answers {
    private Answers() {}

    public static String text(Map<String, Object> answers, String key) {
        Object value = answers.get(key);
        return value == null ? "" : value.toString();
    }

    public static int number(Map<String, Object> answers, String key) {
        String text = text(answers, key);
        return text.isEmpty() ? 0 : new BigDecimal(text).intValueExact();
    }

    public static boolean flag(Map<String, Object> answers, String key) {
        return Boolean.parseBoolean(text(answers, key));
    }

    public static List<String> list(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
