package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web apps' Vietnamese labels against the English ones that Camunda bundles. */
class LocalesTest {

    private static final String FOLDER = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*\\}\\}|%[sd]");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Labels that read the same in both languages, or are names. */
    private static final Set<String> SAME = Set.of("AUTHORIZATION_OPTIMIZE", "NO_TASK_FORM");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyLabelIsThereWithItsPlaceholders(String app) throws IOException {
        JsonNode english = read(app, "en");
        JsonNode vietnamese = read(app, "vi");
        assertThat(keys(vietnamese, "")).isEqualTo(keys(english, ""));
        TreeMap<String, String> wrong = new TreeMap<>();
        english.path("labels").properties().forEach(label -> {
            String translated = vietnamese.path("labels").path(label.getKey()).asText();
            if (!placeholders(translated).equals(placeholders(label.getValue().asText()))) {
                wrong.put(label.getKey(), translated);
            }
        });
        assertThat(wrong).as("other placeholders than in English").isEmpty();
    }

    /** Cockpit's labels of the enterprise edition are left in English; the community edition never shows them. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noLabelIsLeftInEnglish(String app) throws IOException {
        JsonNode vietnamese = read(app, "vi");
        List<String> left = new ArrayList<>();
        read(app, "en").path("labels").properties().forEach(label -> {
            String text = label.getValue().asText();
            boolean same =
                    text.equals(vietnamese.path("labels").path(label.getKey()).asText());
            if (same && WORD.matcher(text).find() && !SAME.contains(label.getKey())) {
                left.add(label.getKey());
            }
        });
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void vietnameseIsTheOnlyLanguageOnOffer(String app) throws IOException {
        try (InputStream in = open(FOLDER + app + "/scripts/config.js")) {
            String config = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(config)
                    .contains("availableLocales: ['vi']", "fallbackLocale: 'vi'", "disableWelcomeMessage: true");
        }
    }

    private static Set<String> keys(JsonNode node, String path) {
        Set<String> keys = new TreeSet<>();
        node.properties().forEach(field -> {
            keys.add(path + field.getKey());
            keys.addAll(keys(field.getValue(), path + field.getKey() + "."));
        });
        if (node.isArray()) {
            keys.add(path + node.size());
        }
        return keys;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("\\s", ""))
                .sorted()
                .toList();
    }

    private static JsonNode read(String app, String language) throws IOException {
        try (InputStream in = open(FOLDER + app + "/locales/" + language + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(LocalesTest.class.getResourceAsStream(path), path);
    }
}
