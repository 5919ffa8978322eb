package vn.thidua.duty.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of a form into a {@link FormSchema}. */
final class FormSchemaReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SHOWN_ONLY = Set.of("text", "separator", "spacer", "html", "table");

    private final List<FormField> fields = new ArrayList<>();

    private FormSchemaReader() {}

    static FormSchema read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            FormSchemaReader reader = new FormSchemaReader();
            reader.components(root.path("components"), List.of(), "");
            return new FormSchema(root.path("id").asText(), reader.fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a form: " + e.getOriginalMessage(), e);
        }
    }

    private void components(JsonNode components, List<HideCondition> outer, String group) {
        for (JsonNode component : components) {
            List<HideCondition> hides = outer;
            JsonNode hide = component.path("conditional").path("hide");
            if (hide.isTextual()) {
                hides = new ArrayList<>(outer);
                hides.add(HideCondition.parse(hide.asText()));
            }
            String type = component.path("type").asText();
            if (type.equals("group")) {
                if (component.has("path")) {
                    throw new IllegalArgumentException("A group with a path nests its answers");
                }
                components(
                        component.path("components"),
                        hides,
                        component.path("label").asText(group));
            } else if (!SHOWN_ONLY.contains(type)) {
                fields.add(field(component, hides, group));
            }
        }
    }

    private static FormField field(JsonNode json, List<HideCondition> hides, String group) {
        JsonNode validate = json.path("validate");
        Map<String, String> properties = new LinkedHashMap<>();
        json.path("properties")
                .properties()
                .forEach(e -> properties.put(e.getKey(), e.getValue().asText()));
        FieldType type = type(json);
        Map<String, String> values = new LinkedHashMap<>();
        json.path("values")
                .forEach(v ->
                        values.put(v.path("value").asText(), v.path("label").asText()));
        return new FormField(
                json.path("key").asText(),
                type,
                properties.getOrDefault("name", label(json)),
                json.path("description").asText(""),
                validate.path("required").asBoolean(false) || Boolean.parseBoolean(properties.get("required")),
                integer(limit(validate, properties, "minLength")),
                integer(limit(validate, properties, "maxLength")),
                limit(validate, properties, "min"),
                limit(validate, properties, "max"),
                json.path("decimalDigits").asInt(0),
                values,
                json.hasNonNull("valuesKey") ? json.path("valuesKey").asText() : null,
                hides,
                properties,
                group);
    }

    private static FieldType type(JsonNode json) {
        String type = json.path("type").asText();
        return switch (type) {
            case "textfield" -> FieldType.TEXT;
            case "textarea" -> FieldType.AREA;
            case "number" -> FieldType.NUMBER;
            case "checkbox" -> FieldType.CHECKBOX;
            case "radio" -> FieldType.RADIO;
            case "select" -> FieldType.SELECT;
            case "checklist" -> FieldType.CHECKLIST;
            case "taglist" -> FieldType.TAGLIST;
            case "datetime" ->
                switch (json.path("subtype").asText("date")) {
                    case "time" -> FieldType.TIME;
                    case "datetime" -> FieldType.DATETIME;
                    default -> FieldType.DATE;
                };
            default -> throw new IllegalArgumentException("Tasklist or this server cannot take input from " + type);
        };
    }

    private static String label(JsonNode json) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (json.hasNonNull(name)) {
                return json.path(name).asText().replaceFirst("\\*$", "");
            }
        }
        return json.path("key").asText();
    }

    /** A limit that the browser checks too, or one that only the server does ({@link FormField#properties()}). */
    private static @Nullable BigDecimal limit(JsonNode validate, Map<String, String> properties, String name) {
        if (validate.path(name).isNumber()) {
            return validate.path(name).decimalValue();
        }
        String property = properties.get(name);
        return property == null ? null : new BigDecimal(property);
    }

    private static @Nullable Integer integer(@Nullable BigDecimal number) {
        return number == null ? null : number.intValueExact();
    }
}
