package vn.thidua.tryout;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * What the command line says to people, in Vietnamese, kept in a properties file in UTF-8. Places are written {@code
 * {0}}, {@code {1}} …; nothing else is interpreted, so that apostrophes and numbers stay as they are.
 */
public final class Sentences {

    private final Properties texts = new Properties();
    private final String resource;

    /** @param resource path on the class path, for example {@code tryout/sentences.properties} */
    public Sentences(String resource) {
        this.resource = resource;
        try (var in = Sentences.class.getResourceAsStream("/" + resource)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the file has no such key: a mistake of ours, found by the tests */
    public String get(String key, Object... args) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(resource + " has no " + key);
        }
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }
}
