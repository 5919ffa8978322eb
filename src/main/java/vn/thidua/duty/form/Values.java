package vn.thidua.duty.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one submitted value into the type of its field; null where it is empty. */
final class Values {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** More than any cluster has units or any table criteria. */
    private static final int LONGEST_LIST = 500;

    private Values() {}

    static @Nullable Object read(FormField field, @Nullable Object submitted, FormContext context) throws BadValue {
        Object raw = unwrapped(submitted);
        if (raw == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, AREA -> Texts.read(field, raw);
            case NUMBER -> Numbers.read(field, raw, context);
            case DATE, TIME, DATETIME -> Dates.read(field, raw, context);
            case CHECKBOX -> flag(raw);
            case RADIO, SELECT -> choice(field, raw, context);
            case CHECKLIST, TAGLIST -> choices(field, raw, context);
        };
    }

    private static Boolean flag(Object raw) throws BadValue {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        throw new BadValue("notFlag");
    }

    private static @Nullable String choice(FormField field, Object raw, FormContext context) throws BadValue {
        if (!(raw instanceof String text)) {
            throw new BadValue("notText");
        }
        if (text.isEmpty()) {
            return null;
        }
        if (!field.options(context).contains(text)) {
            throw new BadValue("notOption", Texts.excerpt(text));
        }
        return text;
    }

    private static List<String> choices(FormField field, Object raw, FormContext context) throws BadValue {
        Set<String> chosen = new LinkedHashSet<>();
        for (Object item : list(raw)) {
            Object text = unwrapped(item);
            if (text == null) {
                throw new BadValue("notList");
            }
            String value = choice(field, text, context);
            if (value != null) {
                chosen.add(value);
            }
        }
        return List.copyOf(chosen);
    }

    private static List<?> list(Object raw) throws BadValue {
        List<?> list;
        if (raw instanceof Collection<?> collection) {
            list = new ArrayList<>(collection);
        } else if (raw instanceof Object[] array) {
            list = Arrays.asList(array);
        } else if (raw instanceof String text && (text.isEmpty() || text.startsWith("["))) {
            list = parsed(text);
        } else {
            throw new BadValue("notList");
        }
        if (list.size() > LONGEST_LIST) {
            throw new BadValue("listTooLong", LONGEST_LIST);
        }
        return list;
    }

    /** Lists reach the server as JSON; its text is accepted too. */
    private static List<?> parsed(String text) throws BadValue {
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode node = text.length() > 100_000 ? null : JSON.readTree(text);
            if (node == null || !node.isArray()) {
                throw new BadValue("notList");
            }
            return JSON.convertValue(node, List.class);
        } catch (JsonProcessingException e) {
            throw new BadValue("notList");
        }
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        return value instanceof JsonNode node ? JSON.convertValue(node, Object.class) : value;
    }
}
