package vn.thidua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of exit codes, and that everything wrong with a call is named at once. */
class CallsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aCleanPlanIsZero() {
        assertThat(call("check", "plans/tay-nam-bo-2024.yaml")).isEqualTo(ExitCode.OK);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aPlanWithErrorsIsOneAndNamesThemAll() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "year: soon\nunknown: 1\n");

        assertThat(call("check", plan.toString())).isEqualTo(ExitCode.NOT_VALID);
        assertThat(text(out))
                .contains("plan.yaml:1: year:")
                .contains("plan.yaml:2: unknown:")
                .contains("không hợp lệ");
    }

    @Test
    void whatIsNoYamlIsTwo() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "a: [1\n");

        assertThat(call("check", plan.toString())).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err)).startsWith("Không xét được kế hoạch").doesNotContain("Exception");
    }

    @Test
    void everythingWrongWithACallIsNamed() {
        assertThat(call("rehearse", folder + "/none.yaml", "--script", folder + "/nix.yaml", "--fast"))
                .isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err))
                .contains("Thiếu tham số bắt buộc: --out DIR.")
                .contains("Không hiểu tham số «--fast».")
                .contains("none.yaml")
                .contains("nix.yaml")
                .doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsNotEmptyTakesNoRehearsal() throws IOException {
        Files.writeString(folder.resolve("something"), "");

        assertThat(call("rehearse", "plans/tay-nam-bo-2024.yaml", "--out", folder.toString()))
                .isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err)).contains("không trống");
    }

    @Test
    void anUnknownCommandIsTwoAndHelpIsZero() {
        assertThat(call("begin")).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err)).contains("Không có lệnh «begin»");
        assertThat(call("--help")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("rehearse").contains("Mã kết thúc").doesNotContain("make-past");
    }

    @Test
    void startAsksNobodyWhenThereIsNobody() {
        assertThat(call("start", "plans/tay-nam-bo-2024.yaml")).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err)).contains("--yes");
    }

    private int call(String... args) {
        return new Calls(new Streams(print(out), print(err))).run(args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
