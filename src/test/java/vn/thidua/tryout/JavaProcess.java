package vn.thidua.tryout;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of ours in a JVM of its own; whatever happens to the test, it is ended. The application runs as it is shipped,
 * without the tests' classes (Spring would take their configurations for ours); probes of the tests run with them.
 */
public final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Thread reader;

    private JavaProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static List<String> command(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(main),
                main.getName());
    }

    private static String classPath(Class<?> main) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        boolean probe = JavaProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .equals(main.getProtectionDomain().getCodeSource());
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry ->
                        probe || !Path.of(entry).toAbsolutePath().toString().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static JavaProcess start(Class<?> main, Path workingFolder, Map<String, String> environment, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(command(main));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(k -> k.startsWith("SPRING_") || k.startsWith("THIDUA_"));
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    /** Waits for a line that begins so, and gives the rest of it. */
    public String await(String beginning) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String line = lines.poll(200, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (line == null && !process.isAlive() && lines.isEmpty()) {
                break;
            }
        }
        throw new AssertionError("no line «" + beginning + "» in:\n" + output());
    }

    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl+C or a service manager would. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    void sayLine() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        synchronized (seen) {
            return String.join("\n", seen);
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (seen) {
                    seen.add(line);
                }
                lines.add(line);
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
