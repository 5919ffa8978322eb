package vn.thidua.duty.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A Camunda Form as the server needs it: which inputs there are and what they may hold. */
public record FormSchema(String id, List<FormField> fields) {
    private static final Map<String, FormSchema> LOADED = new ConcurrentHashMap<>();

    public FormSchema {
        fields = List.copyOf(fields);
    }

    /** Reads the JSON of a {@code .form} file; throws {@link IllegalArgumentException} if it holds what we do not support. */
    public static FormSchema parse(String json) {
        return FormSchemaReader.read(json);
    }

    /** The form of this id, from the jar ({@code forms/<id>.form}). */
    public static FormSchema load(String id) {
        return LOADED.computeIfAbsent(id, FormSchema::fromClasspath);
    }

    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static FormSchema fromClasspath(String id) {
        try (InputStream in = FormSchema.class.getResourceAsStream("/forms/" + id + ".form")) {
            if (in == null) {
                throw new IllegalArgumentException("No form " + id);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
