package vn.thidua.tryout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A second JVM with our own program. It holds the other end of a pipe as its standard input and ends itself when that end
 * closes ({@link #endWithParent}): so it does not outlive us, whatever ends us.
 */
public final class ChildProcess implements AutoCloseable {

    private static final long GRACE_SECONDS = 5;
    private static final String MARK = "thidua.child";

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * @param arguments what our program is called with
     * @param environment added to ours; secrets belong here, not into the arguments, which every user of the machine sees
     * @param errors file that takes what it writes to standard error
     */
    public static ChildProcess start(List<String> arguments, Map<String, String> environment, Path errors)
            throws IOException {
        return start(ourselves(), arguments, environment, errors);
    }

    static ChildProcess start(
            List<String> program, List<String> arguments, Map<String, String> environment, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    /** The same program with other settings for its JVM; its output and errors are ours. */
    public static ChildProcess startInOurPlace(List<String> arguments) throws IOException {
        List<String> command = ourselves();
        command.addAll(arguments);
        return new ChildProcess(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** @return the child's exit code */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Hands on every line the child prints, until it ends. @return its exit code */
    public int awaitEnd(Consumer<String> lines) throws IOException, InterruptedException {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        }
        return process.waitFor();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the child: politely, then not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this JVM was started by another one of ours. */
    public static boolean isOne() {
        return Boolean.getBoolean(MARK);
    }

    public static void endWithParentIfOne() {
        if (isOne()) {
            endWithParent();
        }
    }

    /** For the child: ends this JVM at once when the parent is gone. */
    public static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is said on this pipe; it only ends.
                        }
                    } catch (IOException e) {
                        // As good as ended.
                    }
                    Runtime.getRuntime().halt(2);
                },
                "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Java, with the class path or jar that we run from ourselves. */
    static List<String> ourselves() {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + MARK + "=true",
                // A short life: what is compiled is compiled lightly and once, on whatever cores are left.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        boolean jar = classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"));
        command.addAll(jar ? List.of("-jar", classPath) : List.of("-cp", classPath, "vn.thidua.Thidua"));
        return command;
    }
}
