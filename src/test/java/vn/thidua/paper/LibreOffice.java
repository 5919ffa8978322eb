package vn.thidua.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's LibreOffice, as another program that opens our workbooks; {@link #isThere} so that tests can be skipped without one. */
public final class LibreOffice {
    private static final long PATIENCE_SECONDS = 180;

    private LibreOffice() {}

    public static Optional<Path> find() {
        return Stream.concat(
                        Stream.of("/usr/bin", "/usr/local/bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")))
                .flatMap(folder -> Stream.of("soffice", "libreoffice").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean isThere() {
        return find().isPresent();
    }

    /** The file in another format ("xlsx", "pdf"), in a folder of its own. */
    public static Path convert(Path file, String format) {
        return convertAll(List.of(file), format).get(0);
    }

    /** As {@link #convert}, of many at once, which costs little more than one; in the order of the files. */
    public static List<Path> convertAll(List<Path> files, String format) {
        try {
            Path out = Files.createTempDirectory("libreoffice");
            List<String> command = new ArrayList<>(List.of(
                    find().orElseThrow().toString(),
                    "-env:UserInstallation=" + out.resolve("profile").toUri(),
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    format,
                    "--outdir",
                    out.toString()));
            files.forEach(file -> command.add(file.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.resolve("log").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("LibreOffice takes longer than " + PATIENCE_SECONDS + " s");
            }
            List<Path> converted = files.stream()
                    .map(file -> file.getFileName().toString())
                    .map(name -> out.resolve(name.substring(0, name.lastIndexOf('.') + 1) + format))
                    .toList();
            if (!converted.stream().allMatch(Files::exists)) {
                throw new IllegalStateException(Files.readString(out.resolve("log")));
            }
            return converted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
