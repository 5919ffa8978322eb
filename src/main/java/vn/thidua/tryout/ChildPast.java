package vn.thidua.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the past made by {@code make-past} in a JVM of its own, because the engine's clock is the whole JVM's. Its lines are
 * shown as they come; what went wrong stands in {@code data/make-past.log}.
 */
public final class ChildPast implements Past {

    /** Tells the child where the passwords file and the mails belong. */
    public static final String DATA_FOLDER = "THIDUA_DATA";

    private static final String LOG = "make-past.log";

    private final List<String> program;
    private final PrintStream out;

    public ChildPast(PrintStream out) {
        this(ChildProcess.ourselves(), out);
    }

    ChildPast(List<String> program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    @Override
    public void make(Credentials database, Path dataFolder) throws IOException, InterruptedException {
        Path log = dataFolder.resolve(LOG);
        Files.deleteIfExists(log);
        try (ChildProcess child =
                ChildProcess.start(program, List.of("make-past"), environment(database, dataFolder), log)) {
            int code = child.awaitEnd(out::println);
            if (code != 0) {
                throw StartRefused.because("pastFailed", code, log);
            }
        }
    }

    private static Map<String, String> environment(Credentials database, Path dataFolder) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put(DATA_FOLDER, dataFolder.toString());
        // The screen is for progress; what Spring and the engine log goes where errors go.
        environment.put("LOGGING_THRESHOLD_CONSOLE", "OFF");
        environment.put("LOGGING_FILE_NAME", dataFolder.resolve(LOG).toString());
        return environment;
    }
}
