package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.duty.DutyType;

/** The files in {@code forms/}: what Tasklist can render and take, in Vietnamese, and the keys that the server reads. */
class FormFilesTest {
    private static final Set<String> STEERING = Set.of(
            "year-confirm",
            "amend-confirm",
            "deadline-propose",
            "deadline-agree",
            "year-cancel",
            "data-request",
            "complaint-file");
    private static final Set<String> RENDERED_AND_TAKEN = Set.of(
            "text",
            "group",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|or|of|please|select|enter|name|date|time|number|reason|note|submit|accept|reject|return|yes|no)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCENTED = Pattern.compile("[\\p{L}&&[^A-Za-z]]");

    /** Keys that other parts of the server read from a receipt. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("review", List.of("decision", "reason")),
            Map.entry("receipt", List.of("withdraw", "reason")),
            Map.entry("findings", List.of("result", "findings")),
            Map.entry("supplement", List.of("answer", "doc1Number", "doc1Date", "doc1Criterion", "doc1Original")),
            Map.entry("nomination", List.of("answer", "nominee1Name", "nominee2Kind", "nominee3Award")),
            Map.entry("dossier", List.of("paperAt", "paperTo", "paperProof", "nameOnCertificate", "electronicSent")),
            Map.entry("paper-entry", List.of("result", "arrivedAt", "registerNumber", "itemCount", "secondPerson")),
            Map.entry("meeting-result", List.of("agreedTotal", "supplementable", "objection")),
            Map.entry("appraisal", List.of("group8", "total", "differenceReasons", "supplementable", "contested")),
            Map.entry("self-score", List.of("group1", "group8", "total", "bonus", "penalty", "evidenceList")),
            Map.entry("pledge", List.of("target1Name", "target5Value", "target5Unit", "signerName", "signedDate")),
            Map.entry("award-vote", List.of("held", "present", "votedInRoom", "votedInWriting", "votesFor", "teller2")),
            Map.entry("next-leaders", List.of("leader", "deputy", "votesForLeader")),
            Map.entry("deadline-propose", List.of("year", "milestone", "newKind", "newDate", "newTime", "reason")),
            Map.entry(
                    "data-request",
                    List.of("abandon", "year", "lines", "supplier", "supplierEmail", "question", "due")),
            Map.entry(
                    "complaint-file",
                    List.of("abandon", "year", "concerns", "line", "points", "bonus", "count", "grounds")),
            Map.entry("complaint-ruling", List.of("decision", "points", "bonus", "count", "reason")),
            Map.entry("data-follow", List.of("result", "answer", "documentNumber", "obstacle", "cancelReason")),
            Map.entry("data-instruct", List.of("decision", "newDue", "instruction")),
            Map.entry("year-cancel", List.of("year", "reason", "understood")));

    static Stream<Path> files() {
        return FormFixture.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAFormThatTasklistRenders(Path file) throws IOException {
        JsonNode form = json(file);
        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("schemaVersion").asInt())
                .as("newest that form-js 1.8.7 knows")
                .isEqualTo(16);
        for (JsonNode component : components(form)) {
            assertThat(component.path("type").asText())
                    .as("no file picker, no dynamic list: their input does not work in Tasklist")
                    .isIn(RENDERED_AND_TAKEN);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void speaksVietnamese(Path file) throws IOException {
        for (JsonNode component : components(json(file))) {
            for (String text : texts(component)) {
                String words = text.replaceAll("\\{\\{.*?}}", "");
                assertThat(ENGLISH.matcher(words).find()).as(words).isFalse();
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(text)
                        .isTrue();
            }
            String label = text(component, "label", "dateLabel");
            if (component.has("key")) {
                assertThat(ACCENTED.matcher(label).find()).as(label).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasInputsThatTheServerUnderstands(Path file) throws IOException {
        FormSchema schema = FormSchema.parse(Files.readString(file));
        assertThat(schema.fields()).isNotEmpty();
        assertThat(schema.fields())
                .extracting(FormField::key)
                .doesNotHaveDuplicates()
                .allMatch(k -> k.matches("[a-z][A-Za-z0-9]*"));
        assertThat(schema.fields())
                .extracting(FormField::name)
                .as("messages name fields")
                .doesNotHaveDuplicates();
        for (FormField field : schema.fields()) {
            assertThat(field.options(FormFixture.context()).isEmpty())
                    .as("options of %s", field.key())
                    .isEqualTo(!field.type().isChoice());
            if (field.type() == FieldType.TEXT || field.type() == FieldType.AREA) {
                assertThat(field.maxLength())
                        .as("limit of %s, which the engine can store", field.key())
                        .isNotNull()
                        .isLessThanOrEqualTo(FormField.DEFAULT_MAX_LENGTH);
            }
            if (field.type() == FieldType.NUMBER) {
                assertThat(field.min()).isNotNull();
                assertThat(field.max()).isNotNull();
            }
        }
        assertThat(schema.fields()).extracting(FormField::key).containsAll(KEYS.getOrDefault(schema.id(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void sendsDecimalsAsTextAndTimesWithoutZone(Path file) throws IOException {
        for (JsonNode component : components(json(file))) {
            if (component.path("type").asText().equals("number")) {
                assertThat(component.path("serializeToString").asBoolean()).isTrue();
            }
            if (component.path("type").asText().equals("datetime")
                    && !component.path("subtype").asText().equals("date")) {
                assertThat(component.path("use24h").asBoolean()).isTrue();
                assertThat(component.path("timeSerializingFormat").asText()).isEqualTo("no_timezone");
            }
        }
    }

    /**
     * Tasklist keeps the error of a field that was found wrong and is then hidden by another answer, and disables Complete
     * for good. What an answer can hide is therefore judged by the server alone.
     */
    @ParameterizedTest
    @MethodSource("files")
    void leavesWhatAnAnswerCanHideToTheServer(Path file) throws IOException {
        FormSchema schema = FormSchema.parse(Files.readString(file));
        List<String> inputs = schema.fields().stream().map(FormField::key).toList();
        Set<String> hideable = schema.fields().stream()
                .filter(f ->
                        f.hides().stream().anyMatch(h -> h.variables().stream().anyMatch(inputs::contains)))
                .map(FormField::key)
                .collect(Collectors.toSet());
        for (JsonNode component : components(json(file))) {
            if (hideable.contains(component.path("key").asText())) {
                assertThat(component.has("validate"))
                        .as(component.path("key").asText())
                        .isFalse();
                assertThat(component.has("decimalDigits")).isFalse();
                boolean required = component.path("properties").path("required").asBoolean(false);
                assertThat(text(component, "label", "dateLabel").endsWith("*")).isEqualTo(required);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void beginsWithWhatIsDueWhenAndWhomToAsk(Path file) throws IOException {
        JsonNode form = json(file);
        String id = form.path("id").asText();
        String all = Files.readString(file);
        assertThat(all).contains("{{background}}");
        JsonNode first = form.path("components").path(0);
        assertThat(first.path("type").asText()).isEqualTo("text");
        assertThat(first.path("text").asText()).contains("{{boundaryText}}", "{{consequence}}", "{{contactText}}");
        if (!STEERING.contains(id)) {
            assertThat(first.path("text").asText()).contains("{{dutyTitle}}");
            if (!id.equals("receipt")) {
                assertThat(first.path("text").asText())
                        .as("a draft is not received")
                        .contains("chưa được tiếp nhận");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DutyType.class)
    void everyDutyHasItsForm(DutyType type) {
        assertThat(FormSchema.load(type.form()).id()).isEqualTo(type.form());
    }

    @Test
    void noFormLiesAboutUnused() {
        List<String> expected = new ArrayList<>(List.of(
                "review",
                "receipt",
                "findings",
                "ruling",
                "complaint-ruling",
                "data-follow",
                "data-instruct",
                "comment",
                "comment-answers",
                "self-score-sheet",
                "appraisal-sheet",
                "meeting-result-sheet",
                "freeze-sheet",
                "self-score-files",
                "supplement-files",
                "dossier-files"));
        Stream.of(DutyType.values()).map(DutyType::form).forEach(expected::add);
        expected.addAll(STEERING);
        assertThat(FormFixture.ids()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static List<String> texts(JsonNode component) {
        List<String> texts = new ArrayList<>();
        for (String member : List.of("label", "dateLabel", "timeLabel", "description", "text")) {
            texts.add(component.path(member).asText(""));
        }
        component.path("values").forEach(value -> texts.add(value.path("label").asText()));
        component.path("properties").properties().forEach(p -> {
            if (p.getKey().equals("name") || p.getKey().equals("patternText")) {
                texts.add(p.getValue().asText());
            }
        });
        return texts;
    }

    private static String text(JsonNode component, String... members) {
        for (String member : members) {
            if (component.hasNonNull(member)) {
                return component.path(member).asText();
            }
        }
        return component.path("timeLabel").asText();
    }
}
