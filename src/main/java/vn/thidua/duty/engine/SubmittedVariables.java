package vn.thidua.duty.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a browser submitted with a task, as plain values that a form can be judged on. Nothing is deserialised into Java
 * objects: a forged object arrives as something that no field can hold.
 */
public final class SubmittedVariables {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** No field holds a map, so every validation refuses it. */
    private static final Map<String, Object> REFUSED = Map.of();

    private SubmittedVariables() {}

    public static Map<String, Object> of(VariableScope task) {
        VariableMap typed = task.getVariablesTyped(false);
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : typed.keySet()) {
            Object value = plain(typed.getValueTyped(name));
            if (value != null) {
                plain.put(name, value);
            }
        }
        return plain;
    }

    private static @Nullable Object plain(@Nullable TypedValue value) {
        if (value == null || value.getType() == null) {
            return value == null ? null : value.getValue();
        }
        if (value instanceof JsonValue json) {
            return json(json.getValueSerialized());
        }
        if (value instanceof ObjectValue object && object.isDeserialized()) {
            return object.getValue(); // handed over within the JVM, as a rehearsal does
        }
        if (value instanceof PrimitiveValue<?>) {
            return value.getValue() instanceof byte[] ? REFUSED : value.getValue();
        }
        return "null".equals(value.getType().getName()) ? null : REFUSED;
    }

    private static @Nullable Object json(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return REFUSED;
        }
    }
}
