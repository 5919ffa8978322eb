package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL process that {@code postmaster.pid} speaks of. After a restart of the machine the number may belong to
 * anybody: it is believed only of a process that works in this very data folder.
 */
record Postmaster(long pid, int port) {

    /** The live server of this data folder, if there is one. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return worksIn(pid, data) ? Optional.of(new Postmaster(pid, port)) : Optional.empty();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes a pid file whose number now belongs to a stranger, which would keep PostgreSQL from starting. One whose
     * process is dead stays: PostgreSQL still asks it whether a killed server's backends are gone.
     */
    static void forgetStranger(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && of(data).isEmpty()) {
            String first = Files.readString(file).lines().findFirst().orElse("").strip();
            boolean dead = first.matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(first))
                            .filter(ProcessHandle::isAlive)
                            .isEmpty();
            if (!dead) {
                Files.delete(file);
            }
        }
    }

    private static boolean worksIn(long pid, Path data) {
        ProcessHandle process =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
        if (process == null) {
            return false;
        }
        Path folder = Path.of("/proc/" + pid + "/cwd");
        try {
            return Files.isSameFile(folder, data);
        } catch (IOException notToBeSeen) {
            return process.info().command().orElse("").endsWith("postgres");
        }
    }
}
