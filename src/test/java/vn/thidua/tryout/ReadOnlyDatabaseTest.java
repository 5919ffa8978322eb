package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A try-out's database can be read while its server runs and when it does not; never written. */
class ReadOnlyDatabaseTest {
    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void folder() throws IOException {
        data = DataFolders.prepared(temporary);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        DataFolders.release(data);
    }

    @Test
    void isReadBesideTheRunningServerAndWithoutIt() throws Exception {
        try (JavaProcess program = JavaProcess.start(TryoutProbe.class, temporary, Map.of(), "data", "done")) {
            program.await("READY");
            long server = Postmaster.of(data.resolve("postgres")).orElseThrow().pid();

            readAndFailToWrite();

            assertThat(Postmaster.of(data.resolve("postgres")).orElseThrow().pid())
                    .isEqualTo(server);
            program.sayLine();
            assertThat(program.awaitEnd()).isZero();
        }

        readAndFailToWrite();

        assertThat(Postmaster.of(data.resolve("postgres"))).as("stopped again").isEmpty();
        DataLock.take(data).close();
    }

    @Test
    void nothingIsMadeWhereNothingIs() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("trống"));

        assertThatThrownBy(() -> ReadOnlyDatabase.open(empty)).isInstanceOf(StartRefused.class);
        assertThat(empty).isEmptyDirectory();
    }

    private void readAndFailToWrite() throws SQLException {
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(data)) {
            Connection connection = database.connection();
            try (Statement sql = connection.createStatement()) {
                try (ResultSet row = sql.executeQuery("SELECT made FROM past")) {
                    assertThat(row.next()).isTrue();
                }
                assertThatThrownBy(() -> sql.execute("INSERT INTO past VALUES ('written')"))
                        .hasMessageContaining("read-only transaction");
            }
        }
    }
}
