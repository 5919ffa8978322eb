package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders for tests: they share one unpacked PostgreSQL under {@code target}, and leave no server behind. */
final class DataFolders {

    private DataFolders() {}

    /** A folder whose programs are already there, so that each test does not unpack them again. */
    static Path prepared(Path parent) throws IOException {
        Path data = Files.createDirectory(parent.resolve("data"));
        Files.createSymbolicLink(data.resolve(binaries().getFileName()), binaries());
        return data;
    }

    static synchronized Path binaries() throws IOException {
        Path shared = Files.createDirectories(Path.of("target", "test-postgres").toAbsolutePath());
        return PostgresBinaries.unpackInto(shared);
    }

    /** Ends the server that a killed program left in the folder, and lets the folder be deleted. */
    static void release(Path data) throws IOException {
        if (Postmaster.of(data.resolve("postgres")).isPresent()) {
            new PostgresTools(binaries(), data.resolve("stop.log"))
                    .run("pg_ctl", "stop", "--pgdata=" + data.resolve("postgres"), "--mode=immediate", "--wait");
        }
        Files.deleteIfExists(data.resolve(binaries().getFileName()));
    }
}
