package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rehearsal's database leaves nothing behind. */
class PrivateDatabaseTest {

    @Test
    void isGoneEvenAfterAKill() throws Exception {
        try (JavaProcess program = JavaProcess.start(PrivateDatabaseProbe.class, Path.of("."), Map.of())) {
            Path folder = Path.of(program.await("READY"));
            assertThat(Postmaster.of(folder.resolve("postgres"))).isPresent();

            program.kill();

            for (int i = 0; i < 300 && Files.exists(folder); i++) {
                Thread.sleep(100);
            }
            assertThat(folder).doesNotExist();
        }
    }
}
