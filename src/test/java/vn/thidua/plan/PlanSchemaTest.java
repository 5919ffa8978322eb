package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The JSON Schema beside the sample says what reading and check say, so that an editor completes a plan rightly. */
class PlanSchemaTest {
    private static final Path SCHEMA = Path.of("plans/plan.schema.json");
    private final JsonNode schema = json();

    @Test
    void the_sample_names_the_schema_and_is_valid() throws IOException {
        assertThat(Files.readAllLines(SamplePlanTest.SAMPLE).get(0))
                .isEqualTo("# yaml-language-server: $schema=plan.schema.json");
        assertThat(validate(Files.readString(SamplePlanTest.SAMPLE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void has_exactly_the_keys_that_are_read(Keys keys) {
        JsonNode section = section(keys);
        List<String> properties = new ArrayList<>();
        section.get("properties").fieldNames().forEachRemaining(properties::add);
        List<String> required = new ArrayList<>();
        section.get("required").forEach(r -> required.add(r.asText()));
        assertThat(properties).containsExactlyInAnyOrderElementsOf(keys.all());
        assertThat(required).containsExactlyInAnyOrderElementsOf(keys.required());
        assertThat(section.get("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void describes_every_property() {
        for (Keys keys : Keys.values()) {
            section(keys)
                    .get("properties")
                    .properties()
                    .forEach(p -> assertThat(p.getValue().path("description").asText())
                            .as(keys + "." + p.getKey())
                            .contains(" / "));
        }
    }

    @Test
    void offers_the_same_values_as_the_code() {
        assertThat(values("cluster", "kind")).isEqualTo(names(ClusterKind.values(), Enum::name));
        assertThat(values("unit", "role")).isEqualTo(names(UnitRole.values(), Enum::name));
        assertThat(values("person", "function")).isEqualTo(names(vn.thidua.plan.Function.values(), Enum::name));
        assertThat(values("contact", "topic")).isEqualTo(names(Topic.values(), Enum::name));
        assertThat(values("body", "role"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(vn.thidua.plan.Function.values())
                        .filter(f -> !f.ofUnit())
                        .map(Enum::name)
                        .toList());
        assertThat(texts(schema.at("/$defs/dutyCode/enum"))).isEqualTo(names(DutyCode.values(), DutyCode::code));
    }

    @Test
    void each_milestone_has_the_shape_the_reader_expects() {
        for (DutyCode code : DutyCode.values()) {
            assertThat(schema.at("/$defs/milestones/properties/" + code.code() + "/$ref")
                            .asText())
                    .isEqualTo("#/$defs/" + camel(Keys.of(code)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ before: 2024-02-06 }=2024-02-06",
                "{ before: 2024-02-06 }={ before: 06/02/2024 }",
                "{ before: 2024-02-06 }={ before: 2024-2-6 }",
                "{ before: 2024-02-06 }={ before: 2024-02-06, onOrBefore: 2024-02-06 }",
                "{ before: 2024-02-06 }={ trước: 2024-02-06 }",
                "opens: { at: 2024-10-01 08:00 }=opens: { at: 2024-10-01 08:00, after: launch }",
                "start: \"07:30\"=start: \"7:30\"",
                "on: 2024-01-01=on: 2024-01-01, from: 2024-01-01",
                "quorum: 2/3=quorum: 66%",
                "kind: CLUSTER=kind: CỤM",
                "role: LEADER=role: leader",
                "topic: CONTENT=topic: MONEY",
                "percent: 90=percent: 110",
                "secret: true=secret: có",
            })
    void refuses_what_the_reader_refuses(String change) throws IOException {
        String[] parts = change.split("=", 2);
        String sample = Files.readString(SamplePlanTest.SAMPLE);
        assertThat(sample).contains(parts[0]);
        String broken = sample.replaceFirst(java.util.regex.Pattern.quote(parts[0]), parts[1]);
        assertThat(validate(broken)).isNotEmpty();
        assertThat(PlanReader.read(broken).errors()).isNotEmpty();
    }

    private List<String> validate(String yaml) {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        return validator.validate(toJson(PlanText.root(yaml))).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonNode section(Keys keys) {
        return keys == Keys.ROOT ? schema : schema.at("/$defs/" + camel(keys));
    }

    private static String camel(Keys keys) {
        String[] words = keys.name().toLowerCase(java.util.Locale.ROOT).split("_");
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return camel.toString();
    }

    private List<String> values(String section, String key) {
        return texts(schema.at("/$defs/" + section + "/properties/" + key + "/enum"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }

    /** As an editor sees it: YAML 1.2, where dates are strings. */
    private static JsonNode toJson(Node node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = json.objectNode();
            mapping.getValue()
                    .forEach(t -> object.set(((ScalarNode) t.getKeyNode()).getValue(), toJson(t.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = json.arrayNode();
            sequence.getValue().forEach(n -> array.add(toJson(n)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.getTag().equals(Tag.BOOL) && scalar.getValue().matches("true|false")) {
            return json.booleanNode(Boolean.parseBoolean(scalar.getValue()));
        }
        return scalar.isPlain() && scalar.getValue().matches("-?\\d+(\\.\\d+)?")
                ? json.numberNode(new BigDecimal(scalar.getValue()))
                : json.textNode(scalar.getValue());
    }

    private static JsonNode json() {
        try {
            return new ObjectMapper().readTree(SCHEMA.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
