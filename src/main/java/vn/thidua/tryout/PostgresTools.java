package vn.thidua.tryout;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root; there it gets a user namespace of its own
 * ({@code unshare -U}), in which it is nobody and still owner of its files.
 */
final class PostgresTools {

    private static final long PATIENCE_SECONDS = 120;

    private final Path bin;
    private final Path output;
    private final List<String> prefix;

    /** @param output file that takes what the tools print, for whoever must find out why they failed */
    PostgresTools(Path binaries, Path output) {
        this.bin = binaries.resolve("bin");
        this.output = output;
        this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
    }

    /** @return whether the tool ended with 0 in time */
    boolean run(String tool, String... args) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(tool).toString());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * When this JVM ends, however it ends, the server of this data folder is stopped and the folder above it removed. A
     * shell waits for that at the end of a pipe that we hold; Ctrl+C, which reaches it too, does not move it.
     */
    void removeWithUs(Path data) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of("sh", "-c", "trap '' INT TERM HUP; cat; \"$1\" stop -s -m immediate -D \"$2\"; rm -rf \"$3\""));
        command.addAll(List.of(
                "sh",
                bin.resolve("pg_ctl").toString(),
                data.toString(),
                data.getParent().toString()));
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").equals("Linux") && new UnixSystem().getUid() == 0;
    }
}
