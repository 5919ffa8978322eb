package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in {@code ./data} outlives whatever happens to the program, and belongs to one program at a time. */
class TryoutSurvivesTest {

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void folderWithSpacesAndDiacritics() throws IOException {
        data = DataFolders.prepared(Files.createDirectory(temporary.resolve("thi đua thử")));
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        DataFolders.release(data);
    }

    @Test
    void isDurablePrivateAndKeptFromOthers() throws Exception {
        try (JavaProcess program = start("done")) {
            Credentials database = ready(program);

            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "TimeZone")).isEqualTo("Asia/Ho_Chi_Minh");
            assertThat(answer(database, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
            assertThatThrownBy(() -> new Credentials(database.url(), database.user(), "wrong").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> new Credentials(database.url(), "postgres", "").connect())
                    .isInstanceOf(SQLException.class);
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("mat-khau.txt"))).isEqualTo("rw-------");
            assertThat(permissions(data.resolve("postgres.mat-khau"))).isEqualTo("rw-------");
            assertThat(data.resolve("mat-khau.txt"))
                    .content()
                    .contains("vlg.cv")
                    .contains("admin");
        }
    }

    @Test
    void afterAKillTheOrphanIsStoppedAndEverythingIsThere() throws Exception {
        String passwords;
        Postmaster orphan;
        try (JavaProcess program = start("done")) {
            execute(ready(program), "CREATE TABLE kept AS SELECT 'still here' AS word");
            passwords = Files.readString(data.resolve("mat-khau.txt"));
            program.kill();
        }
        orphan = Postmaster.of(data.resolve("postgres")).orElseThrow();

        try (JavaProcess again = start("fail")) { // a past made anew would fail: it must not be made
            Credentials database = ready(again);

            assertThat(answer(database, "SELECT word FROM kept")).isEqualTo("still here");
            assertGone(orphan.pid());
            assertThat(data.resolve("mat-khau.txt")).hasContent(passwords);
            again.sayLine();
            assertThat(again.awaitEnd()).isZero();
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void aSecondStartIsRefusedInOneSentenceAndHarmsNothing() throws Exception {
        try (JavaProcess program = start("done")) {
            Credentials database = ready(program);

            try (JavaProcess second = start("done")) {
                assertThat(second.await("REFUSED"))
                        .contains("(tiến trình " + program.pid() + ")")
                        .contains("đang dùng thư mục dữ liệu")
                        .endsWith("trong một thư mục khác.");
                assertThat(second.awaitEnd()).isEqualTo(2);
            }
            assertThat(answer(database, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void aPidFileWhoseNumberNowBelongsToAStrangerKeepsNobodyOut() throws Exception {
        try (JavaProcess program = start("done")) {
            ready(program);
            program.sayLine();
            program.awaitEnd();
        }
        Path stale = data.resolve("postgres/postmaster.pid");
        Files.writeString(
                stale,
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n1700000000\n5432\n\n127.0.0.1\n");

        try (JavaProcess again = start("fail")) {
            assertThat(answer(ready(again), "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void aPastThatWasInterruptedOrFailedIsMadeAfresh() throws Exception {
        try (JavaProcess killed = start("hang")) {
            killed.await("HALF");
            killed.kill();
        }
        try (JavaProcess failed = start("fail")) { // its table would be there already if the database were kept
            assertThat(failed.await("REFUSED")).contains("broken");
            assertThat(failed.awaitEnd()).isEqualTo(2);
        }
        try (JavaProcess again = start("done")) {
            assertThat(answer(ready(again), "SELECT count(*)::text FROM past")).isEqualTo("1");
        }
    }

    @Test
    void theChildThatMakesThePastEndsWithUs() throws Exception {
        try (JavaProcess program = start("child")) {
            long child = Long.parseLong(program.await("CHILD"));
            program.kill();

            assertGone(child);
        }
    }

    /** A process that ended but was not yet waited for by the machine's first process still has a number, but no program. */
    private static void assertGone(long pid) throws InterruptedException {
        for (int i = 0; i < 200 && isRunning(pid); i++) {
            Thread.sleep(100);
        }
        assertThat(isRunning(pid)).isFalse();
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private JavaProcess start(String past) throws IOException {
        return JavaProcess.start(TryoutProbe.class, data.getParent(), Map.of(), "data", past);
    }

    private static Credentials ready(JavaProcess program) throws InterruptedException {
        List<String> words = List.of(program.await("READY").split(" "));
        return new Credentials(words.get(0), words.get(1), words.get(2));
    }

    private static String setting(Credentials database, String name) throws SQLException {
        return answer(database, "SHOW " + name);
    }

    private static String answer(Credentials database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(Credentials database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
