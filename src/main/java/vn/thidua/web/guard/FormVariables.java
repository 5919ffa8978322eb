package vn.thidua.web.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that a form submits, looked at before the engine makes values of them: a form has texts, numbers, dates,
 * choices and lists, never objects of Java, XML or bytes.
 */
final class FormVariables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES =
            Set.of("string", "boolean", "short", "integer", "long", "double", "number", "date", "null", "json", "file");

    private FormVariables() {}

    /** @return what is wrong, naming the field; empty where every value is of a type that forms have */
    static Optional<String> problem(byte[] body) throws IOException {
        JsonNode variables = JSON.readTree(body).path("variables");
        for (Map.Entry<String, JsonNode> variable : variables.properties()) {
            if (!isOne(variable.getValue())) {
                return Optional.of(
                        "Giá trị gửi lên cho ô «" + variable.getKey()
                                + "» không thuộc kiểu mà biểu mẫu có, nên chưa ghi nhận gì. Hãy tải lại trang, điền lại biểu mẫu rồi gửi.");
            }
        }
        return Optional.empty();
    }

    private static boolean isOne(JsonNode variable) {
        if (!variable.isObject()) {
            return false;
        }
        JsonNode type = variable.path("type");
        JsonNode value = variable.path("value");
        if (type.isMissingNode() || type.isNull()) {
            return !value.isContainerNode();
        }
        String name = type.asText().toLowerCase(Locale.ROOT);
        return TYPES.contains(name) && (!name.equals("json") || isJson(value));
    }

    private static boolean isJson(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return true;
        }
        if (!value.isTextual()) {
            return false;
        }
        try {
            JSON.readTree(value.asText());
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
