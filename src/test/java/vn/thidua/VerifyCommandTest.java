package vn.thidua;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.evidence.check.SignatureCases;
import vn.thidua.evidence.check.Signing;
import vn.thidua.evidence.check.TrustWorld;
import vn.thidua.evidence.sample.SamplePapers.Paper;

/** The command: the same verdicts as the function's, its exit codes, and that it says the same every time. */
class VerifyCommandTest {
    @TempDir
    static Path anchors;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void anchors() {
        TrustWorld.anchors(anchors);
    }

    static List<SignatureCases.Case> cases() {
        return SignatureCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsInItsVerdict(SignatureCases.Case given) throws IOException {
        List<String> call = new ArrayList<>(List.of("--issued", given.issued(), "--received", given.received()));
        call.addAll(List.of("--cutoff", SignatureCases.CUTOFF, "--deadline", SignatureCases.DEADLINE));
        if (given.issuer() != null) {
            call.addAll(List.of("--issuer", given.issuer()));
        }

        int code = verify(given.file(), call.toArray(String[]::new));

        JsonNode answer = answer();
        assertThat(answer.get("verdict").asText())
                .as(text(out))
                .isEqualTo(given.verdict().name());
        assertThat(answer.get("reasons").toString()).contains(given.says());
        assertThat(code).isEqualTo(given.verdict().isValid() ? ExitCode.OK : ExitCode.NOT_VALID);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theSameCallGetsTheSameAnswerWithItsKeysInOrder() throws IOException {
        byte[] file = SignatureCases.all().get(3).file();

        verify(file, "--received", "2024-11-24T09:00:00+07:00");
        String first = text(out);
        out.reset();
        verify(file, "--received", "2024-11-24 09:00");

        assertThat(text(out)).isEqualTo(first);
        assertThat(answer().fieldNames()).toIterable().containsExactly("verdict", "facts", "notExamined", "reasons");
        JsonNode signature = answer().get("facts").get("signatures").get(0);
        assertThat(signature.get("level").asText()).isEqualTo("PAdES-BASELINE-LT");
        assertThat(signature.get("trustedTime").asText()).isEqualTo("2024-11-11T09:00:05+07:00");
        assertThat(signature.get("claimedTime").asText()).isEqualTo("2024-11-11T09:00:00+07:00");
        assertThat(signature.get("chain")).hasSize(3);
        assertThat(signature.get("addedAfter").toString()).contains("kiểm chứng");
    }

    @Test
    void withoutReceivedThePresentIsTakenAndNamed() throws IOException {
        verify(SignatureCases.all().get(2).file());

        assertThat(answer().get("notExamined").toString())
                .contains("--received")
                .contains("--received");
    }

    @Test
    void whatTheTextSaysOfItselfIsShownAndNotJudged() throws IOException {
        byte[] paper = new Paper(
                        "12/BC-SNV",
                        "Ví Dụ",
                        LocalDate.of(2024, 11, 16),
                        null,
                        TrustWorld.OFFICE,
                        "Báo cáo",
                        "Kết quả năm 2024",
                        List.of("Kính gửi Cụm thi đua."),
                        "Giám đốc",
                        "Nguyễn Thử Nghiệm")
                .pdf();
        byte[] file = Signing.by(TrustWorld.PERSON, "2024-11-11T02:00:00Z").sign(paper);

        int code = verify(file, "--cutoff", SignatureCases.CUTOFF, "--received", "2024-11-24 09:00");

        JsonNode proposed = answer().get("facts").get("proposed");
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(proposed.get("issued").asText()).isEqualTo("2024-11-16");
        assertThat(proposed.get("number").asText()).isEqualTo("12/BC-SNV");
        assertThat(proposed.get("issuer").asText()).isEqualToIgnoringCase(TrustWorld.OFFICE);
        assertThat(proposed.get("place").asText()).isEqualTo("Ví Dụ");
        assertThat(answer().get("notExamined").toString()).contains("Văn bản ghi ngày 16/11/2024");
    }

    @Test
    void everythingWrongWithACallIsNamed() {
        int code = run(
                "verify",
                folder + "/none.pdf",
                "--anchors",
                folder + "/nix",
                "--issued",
                "soon",
                "--cutoff",
                "2024-11-15",
                "--received",
                "now",
                "--deadline",
                "25:00",
                "--issuer",
                " ",
                "--fast");

        assertThat(code).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(out)).isEmpty();
        assertThat(text(err))
                .contains("none.pdf")
                .contains("nix không phải là thư mục")
                .contains("--issued «soon»")
                .contains("--cutoff «2024-11-15»")
                .contains("--received «now»")
                .contains("--deadline «25:00»")
                .contains("--issuer còn trống")
                .contains("«--fast»")
                .doesNotContain("Exception");
    }

    @Test
    void anchorsAreDemanded() throws IOException {
        Path file = Files.write(folder.resolve("a.pdf"), new byte[0]);

        assertThat(run("verify", file.toString())).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err)).contains("Thiếu tham số bắt buộc: --anchors DIR.");
    }

    @Test
    void whatCannotBeReadIsTwo() throws IOException {
        assertThat(verify(new byte[0])).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(verify("%PDF-1.7 cut off %%EOF".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(verify("just text".getBytes(StandardCharsets.UTF_8))).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("Tệp rỗng").contains("không đọc được").contains("Không nhận ra loại tệp");
    }

    private int verify(byte[] content, String... more) throws IOException {
        Path file = Files.write(folder.resolve("evidence.pdf"), content);
        List<String> call = new ArrayList<>(List.of("verify", file.toString(), "--anchors", anchors.toString()));
        call.addAll(List.of(more));
        return run(call.toArray(String[]::new));
    }

    private int run(String... call) {
        return new Calls(new Streams(print(out), print(err))).run(call);
    }

    private JsonNode answer() throws IOException {
        return new ObjectMapper().readTree(text(out));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
