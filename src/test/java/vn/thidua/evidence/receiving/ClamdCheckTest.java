package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdCheckTest {
    private static final Duration TIME = Duration.ofMillis(800);

    @TempDir
    Path folder;

    private FakeClamd clamd;

    @BeforeEach
    void start() throws IOException {
        clamd = new FakeClamd();
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    private Path file(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve("upload"), bytes);
    }

    private Optional<VirusCheck.Problem> ask(int size) throws IOException {
        return new ClamdCheck(clamd.address(), TIME).problem(file(size));
    }

    private static void waits(Optional<VirusCheck.Problem> problem) {
        assertThat(problem).hasValueSatisfying(p -> {
            assertThat(p.refusal()).isFalse();
            assertThat(p.message()).contains("đã ghi thời điểm nhận").contains("vi-rút");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 5_000_000})
    @DisplayName("Clean is what it says is OK, having seen every byte")
    void clean(int size) throws IOException {
        assertThat(ask(size)).isEmpty();
        assertThat(clamd.seen).singleElement().isEqualTo(Files.readAllBytes(folder.resolve("upload")));
    }

    @Test
    @DisplayName("What it finds is named in the refusal")
    void found() throws IOException {
        clamd.verdict = content -> "stream: Eicar-Test-Signature FOUND\0";
        assertThat(ask(1000)).hasValueSatisfying(p -> {
            assertThat(p.refusal()).isTrue();
            assertThat(p.message()).contains("«Eicar-Test-Signature»");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: lstat() failed: No such file ERROR\0",
                "UNKNOWN COMMAND\0",
                "stream: OK FOUND ERROR\0",
                "stream: ok\0",
                "OK\0",
                "stream: OK\nstream: X FOUND\0",
                "HTTP/1.1 200 OK\r\n\r\n\0",
                "\0",
                "",
            })
    @DisplayName("Anything else it says is not \"clean\", and no reason to refuse either")
    void rubbish(String answer) throws IOException {
        clamd.verdict = content -> answer;
        waits(ask(1000));
    }

    @Test
    void endlessAnswers() throws IOException {
        clamd.verdict = content -> "stream: OK".repeat(1_000_000);
        waits(ask(1000));
    }

    @ParameterizedTest
    @EnumSource(value = FakeClamd.Manner.class, names = "READS", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("One that hangs up, hangs, stops reading or half answers: not \"clean\", and told within its time")
    void badManners(FakeClamd.Manner manner) throws IOException {
        clamd.manner = manner;
        long start = System.nanoTime();
        waits(ask(30_000_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void notThere() throws IOException {
        clamd.close();
        waits(ask(1000));
        waits(new ClamdCheck("khong-co.invalid:3310", TIME).problem(file(10)));
    }

    @Test
    @DisplayName("That the file itself cannot be read is not clamd's fault, and no verdict")
    void unreadableFile() {
        assertThatThrownBy(() -> new ClamdCheck(clamd.address(), TIME).problem(folder.resolve("khong-co")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:", ":3310", "clamd:99999", "clamd:x", "a:b:3310x"})
    void addressesThatAreNone(String address) {
        assertThatThrownBy(() -> new ClamdCheck(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thidua.evidence.clamd");
    }
}
