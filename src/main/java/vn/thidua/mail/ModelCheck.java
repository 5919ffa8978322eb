package vn.thidua.mail;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a mail's fields against the record that describes them: a missing, blank, unknown or ill-typed field, or a line
 * break in a one-line value, is refused when the mail is enqueued and not found by its reader. Text comes out as NFC.
 */
final class ModelCheck {

    /** Control characters and the line and paragraph separators of Unicode: none belongs in one line of a mail. */
    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final List<String> problems = new ArrayList<>();

    private ModelCheck() {}

    /** The fields, cleaned. */
    static Map<String, Object> check(String template, Class<?> type, Map<String, Object> model) {
        ModelCheck check = new ModelCheck();
        Map<String, Object> fields = check.fields("", type, model);
        if (!check.problems.isEmpty()) {
            throw new IllegalArgumentException("Mail '" + template + "': " + String.join("; ", check.problems));
        }
        return fields;
    }

    /** A value for one line, cleaned. */
    static String oneLine(String name, String value) {
        String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (text.isEmpty() || NOT_ONE_LINE.matcher(text).find()) {
            throw new IllegalArgumentException(
                    text.isEmpty()
                            ? "field '" + name + "' is blank"
                            : "field '" + name + "' has a line break or another control character");
        }
        return text;
    }

    private Map<String, Object> fields(String path, Class<?> type, Map<?, ?> model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        model.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        for (RecordComponent component : type.getRecordComponents()) {
            unknown.remove(component.getName());
            String name = path + component.getName();
            Object value = model.get(component.getName());
            if (value == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    problems.add("field '" + name + "' is missing");
                }
                continue;
            }
            Object clean = value(name, component.getGenericType(), component, value);
            if (clean != null) {
                fields.put(component.getName(), clean);
            }
        }
        unknown.forEach(name -> problems.add("field '" + path + name + "' is unknown"));
        return fields;
    }

    private @Nullable Object value(String name, Type type, RecordComponent component, Object value) {
        if (type == String.class && value instanceof String text) {
            return component.isAnnotationPresent(Multiline.class) ? lines(name, text) : line(name, text);
        }
        if (type == boolean.class && value instanceof Boolean) {
            return value;
        }
        if (type instanceof ParameterizedType list && value instanceof List<?> items) {
            Type itemType = list.getActualTypeArguments()[0];
            List<@Nullable Object> clean = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                clean.add(item(name + "[" + i + "]", itemType, component, items.get(i)));
            }
            return clean;
        }
        if (type instanceof Class<?> record && record.isRecord() && value instanceof Map<?, ?> map) {
            return fields(name + ".", record, map);
        }
        problems.add("field '" + name + "' is no " + type.getTypeName() + " but a "
                + value.getClass().getSimpleName());
        return null;
    }

    private @Nullable Object item(String name, Type type, RecordComponent component, @Nullable Object value) {
        if (value == null) {
            problems.add("field '" + name + "' is missing");
            return null;
        }
        return value(name, type, component, value);
    }

    private @Nullable String line(String name, String value) {
        try {
            return oneLine(name, value);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Several lines: each clean in itself, no line a person wrote longer than they wrote it. */
    private @Nullable String lines(String name, String value) {
        List<String> lines = new ArrayList<>();
        for (String raw : LINE_BREAK.split(value.strip())) {
            if (!raw.isBlank()) {
                lines.add(NOT_ONE_LINE
                        .matcher(Normalizer.normalize(raw.strip(), Normalizer.Form.NFC))
                        .replaceAll(" "));
            }
        }
        if (lines.isEmpty()) {
            problems.add("field '" + name + "' is blank");
            return null;
        }
        return String.join("\n", lines);
    }
}
