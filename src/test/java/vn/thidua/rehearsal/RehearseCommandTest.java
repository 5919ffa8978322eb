package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.Thidua;
import vn.thidua.tryout.JavaProcess;

/** The command as it is called, in a JVM and with a database of its own. */
class RehearseCommandTest {

    @TempDir
    Path folder;

    private String log = "";

    @Test
    @DisplayName("S0-16, S0-29: rehearse runs a year and leaves timeline, mails, documents and a page")
    void runsAYear() throws Exception {
        Path plan = Files.writeString(
                folder.resolve("ke-hoach.yaml"),
                RehearsedYears.smallPlan("dien-tap").yaml());
        Path script = Files.writeString(
                folder.resolve("kich-ban.yaml"), "steps: [{ unit: AGG, duty: supplement, silent: true }]");
        Path out = folder.resolve("ket-qua");

        assertThat(rehearse(plan.toString(), "--script", script.toString(), "--out", out.toString()))
                .isZero();

        assertThat(log)
                .contains("Tháng 01/2024")
                .contains("bắt đầu họp chấm điểm")
                .contains("index.html");
        JsonNode timeline =
                new ObjectMapper().readTree(out.resolve("timeline.json").toFile());
        assertThat(RehearsalSchemaTest.schema("timeline").validate(timeline)).isEmpty();
        assertThat(events(timeline)).contains("CLOSED", "LAPSED").doesNotContain("OVERDUE");
        assertThat(count(out.resolve("mail"), ".eml"))
                .isEqualTo(events(timeline).stream().filter("MAIL_SENT"::equals).count());
        assertThat(count(out.resolve("documents/bien-nhan"), ".txt"))
                .isEqualTo(events(timeline).stream().filter("DELIVERED"::equals).count());
        assertThat(out.resolve("documents/ke-hoach.yaml")).hasSameTextualContentAs(plan);
        assertThat(out.resolve("documents/ho-so-ket-thuc-nam.txt")).content().contains("coi như không có minh chứng");
        assertThat(out.resolve("index.html"))
                .content()
                .contains("Sở Nội vụ tỉnh An Giang", "NO_EVIDENCE", "documents/bien-nhan/")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void aWrongScriptIsTwoAndLeavesNothing() throws Exception {
        Path script = Files.writeString(
                folder.resolve("kich-ban.yaml"),
                "steps:\n  - { unit: XXX, silent: true }\n  - { unit: AGG, duty: nix, silent: true }\n");
        Path out = folder.resolve("ket-qua");

        assertThat(rehearse("plans/tay-nam-bo-2024.yaml", "--script", script.toString(), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(log)
                .contains("kich-ban.yaml:2: ")
                .contains("kich-ban.yaml:3: ")
                .doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    private int rehearse(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("rehearse"));
        command.addAll(List.of(args));
        try (JavaProcess program =
                JavaProcess.start(Thidua.class, Path.of("."), Map.of(), command.toArray(String[]::new))) {
            int code = program.awaitEnd();
            log = program.output();
            return code;
        }
    }

    private static List<String> events(JsonNode timeline) {
        return StreamSupport.stream(timeline.spliterator(), false)
                .map(event -> event.get("event").asText())
                .toList();
    }

    private static long count(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).count();
        }
    }
}
