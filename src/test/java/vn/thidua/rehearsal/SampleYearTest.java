package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.Thidua;
import vn.thidua.paper.LibreOffice;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.scoring.papers.RehearsedPapers;
import vn.thidua.tryout.JavaProcess;

/**
 * The sample year of 13 units as {@code rehearse} runs it, judged by what its timeline says and by nothing else: each run is a
 * program of its own. Slow: three whole years.
 */
@Tag("slow")
class SampleYearTest {
    private static final Path SAMPLE = Path.of("plans/tay-nam-bo-2024.yaml");

    @TempDir
    Path folder;

    private List<JsonNode> rehearse(String script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "rehearse", SAMPLE.toString(), "--out", folder.resolve("out").toString()));
        if (!script.isEmpty()) {
            command.addAll(List.of(
                    "--script",
                    Files.writeString(folder.resolve("script.yaml"), script).toString()));
        }
        try (JavaProcess program =
                JavaProcess.start(Thidua.class, Path.of("."), Map.of(), command.toArray(String[]::new))) {
            int code = program.awaitEnd();
            assertThat(code).as(program.output()).isZero();
            assertThat(program.output()).doesNotContain("\tat ");
        }
        JsonNode timeline =
                new ObjectMapper().readTree(folder.resolve("out/timeline.json").toFile());
        assertThat(RehearsalSchemaTest.schema("timeline").validate(timeline)).isEmpty();
        return StreamSupport.stream(timeline.spliterator(), false).toList();
    }

    private static List<JsonNode> of(List<JsonNode> year, String event) {
        return year.stream().filter(e -> e.path("event").asText().equals(event)).toList();
    }

    private static String who(JsonNode event) {
        return event.path("duty").asText() + " " + event.path("unit").asText();
    }

    private static List<String> remindedAfterDelivering(List<JsonNode> year) {
        Set<String> delivered = new HashSet<>();
        List<String> inVain = new ArrayList<>();
        for (JsonNode e : year) {
            switch (e.path("event").asText()) {
                case "DELIVERED", "DECLINED" -> delivered.add(who(e));
                case "RETURNED", "WITHDRAWN" -> delivered.remove(who(e));
                case "REMINDED" -> {
                    if (delivered.contains(who(e))) {
                        inVain.add(e.toString());
                    }
                }
                default -> {}
            }
        }
        return inVain;
    }

    private static List<String> toldOfALapse(List<JsonNode> year) {
        return of(year, "MAIL_SENT").stream()
                .map(e -> e.path("detail"))
                .filter(d -> Set.of("lapse", "not-proposing")
                        .contains(d.path("template").asText()))
                .map(d -> d.path("to").asText().replaceFirst(".*@", ""))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("S0-17, S0-26, S3-22: the sample year sends both dossiers in time, closes, and nobody misses anything")
    void everybodyDelivers() throws Exception {
        List<JsonNode> year = rehearse("");

        assertThat(of(year, "LAPSED")).isEmpty();
        assertThat(of(year, "OVERDUE")).isEmpty();
        assertThat(of(year, "SENT"))
                .extracting(e -> e.path("duty").asText())
                .containsExactlyInAnyOrder("ministry", "post-conference");
        for (JsonNode sent : of(year, "SENT")) {
            String before = sent.path("duty").asText().equals("ministry") ? "2024-11-30" : "2024-12-10";
            assertThat(sent.path("at").asText()).isLessThan(before);
        }
        assertThat(of(year, "CLOSED")).hasSize(1);
        assertThat(remindedAfterDelivering(year)).isEmpty();
        resultIsThere(of(year, "FROZEN"));
    }

    /** The frozen result with its workbooks, which LibreOffice computes to the same figures. */
    private void resultIsThere(List<JsonNode> frozen) throws IOException {
        Plan plan = PlanReader.read(SAMPLE).validPlan();
        JsonNode result = RehearsedPapers.result(folder.resolve("out"), plan);
        assertThat(frozen.get(frozen.size() - 1).path("detail").path("hash").asText())
                .isEqualTo(result.path("hash").asText());
        if (LibreOffice.isThere()) {
            RehearsedPapers.assertRecalculated(folder.resolve("out"), plan);
        }
    }

    @Test
    @DisplayName("S0-16, S0-25: two silent units lapse, are told, and nobody else")
    void twoUnitsAreSilent() throws Exception {
        List<JsonNode> year = rehearse(
                "steps: [{ unit: AGG, duty: supplement, silent: true }, { unit: BTE, duty: dossier, silent: true }]");

        assertThat(of(year, "LAPSED"))
                .extracting(e -> who(e) + " " + e.path("detail").path("outcome").asText())
                .containsExactlyInAnyOrder("supplement AGG NO_EVIDENCE", "dossier BTE NOT_PROPOSING");
        assertThat(of(year, "OVERDUE")).isEmpty();
        assertThat(toldOfALapse(year)).containsExactlyInAnyOrder("agg.example", "bte.example");
        assertThat(remindedAfterDelivering(year)).isEmpty();
        assertThat(of(year, "CLOSED")).hasSize(1);
    }

    @Test
    @DisplayName("S0-19: a silent leader holds up nothing and harms no unit")
    void theLeaderIsSilent() throws Exception {
        List<JsonNode> year = rehearse("steps: [{ role: LEADER, silent: true }]");

        assertThat(of(year, "LAPSED")).isEmpty();
        assertThat(of(year, "OVERDUE"))
                .isNotEmpty()
                .allMatch(e -> e.path("unit").asText().equals("VLG"));
        assertThat(of(year, "VOTED"))
                .hasSize(13)
                .allMatch(e -> e.path("detail").path("reason").asText().equals("NO_FREEZE"));
        assertThat(of(year, "CLOSED")).hasSize(1);
    }
}
