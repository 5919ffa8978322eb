package vn.thidua.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A text that a mail carries as a file, and that arrives byte for byte as it is here.
 *
 * @param name of the file: letters without marks, digits, hyphens and dots
 */
public record MailAttachment(String name, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException if the name is another */
    public MailAttachment {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name of an attachment");
        }
    }

    static String write(List<MailAttachment> attachments) {
        try {
            return JSON.writeValueAsString(attachments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<MailAttachment> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox's own JSON cannot be read", e);
        }
    }
}
