package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import vn.thidua.journal.JournalEvent;

/** The schemas of script and timeline hold for the examples that the documentation shows. */
class RehearsalSchemaTest {
    private static final Path DOCS = Path.of("docs/rehearsal");
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(DOCS.resolve(name + ".schema.json")));
    }

    @Test
    void theExampleScriptIsValid() throws IOException {
        assertThat(schema("script").validate(yaml(Files.readString(DOCS.resolve("example-script.yaml")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps: [{ unit: AGG }]",
                "steps: [{ unit: AGG, duty: pledge, decline: true }]",
                "steps: [{ unit: AGG, at: \"2024-02-05 10:00\" }]",
                "steps: [{ unit: AGG, duty: pledge, silent: true, at: \"2024-02-05 10:00\" }]",
                "steps: [{ unit: AGG, quiet: true }]"
            })
    void aWrongScriptIsNot(String script) throws IOException {
        assertThat(schema("script").validate(yaml(script))).isNotEmpty();
    }

    @Test
    void theExampleTimelineIsValid() throws IOException {
        JsonNode timeline = JSON.readTree(DOCS.resolve("example-timeline.json").toFile());
        assertThat(schema("timeline").validate(timeline)).isEmpty();
    }

    @Test
    void aLapseIsNeverOverdue() throws IOException {
        String lapse = """
                [{"at": "2024-11-25T13:00:00.000000+07:00", "event": "LAPSED", "duty": "supplement", "unit": "AGG", "by": "system",
                  "detail": {"outcome": "OVERDUE"}}]""";
        assertThat(schema("timeline").validate(JSON.readTree(lapse))).isNotEmpty();
    }

    @Test
    void theTimelineSchemaKnowsEveryEvent() throws IOException {
        JsonNode events =
                JSON.readTree(DOCS.resolve("timeline.schema.json").toFile()).at("/items/properties/event/enum");
        assertThat(events)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(JournalEvent.values()).map(Enum::name).toList());
    }

    /** As an editor reads it: dates are text. */
    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Yaml(new DatesAsText()).load(text));
    }

    private static final class DatesAsText extends SafeConstructor {
        DatesAsText() {
            super(new LoaderOptions());
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }
}
