package vn.thidua.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;
import vn.thidua.calendar.TimeSource;

/** A directory, {@code ab/cd/abcd…}: synced, then renamed into its place, so that no name ever stands for half a file. */
public final class DirectoryStore implements FileStore {
    private static final String HALF = ".part";

    private final Path root;
    private final TimeSource time;

    public DirectoryStore(Path root, TimeSource time) {
        this.root = root;
        this.time = time;
    }

    @Override
    public void keep(String sha256, Path content) throws IOException {
        Path place = place(sha256);
        long length = Files.size(content);
        if (Files.exists(place) && Files.size(place) == length) {
            Files.setLastModifiedTime(place, FileTime.from(time.now()));
            Files.delete(content);
            return;
        }
        Files.createDirectories(place.getParent());
        make(content, place);
        sync(place.getParent());
        sync(place.getParent().getParent());
        sync(root);
    }

    private void make(Path content, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(content, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        // Its age counts from now: the upload may have waited for long.
        Files.setLastModifiedTime(content, FileTime.from(time.now()));
        try {
            Files.move(content, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copyThenMove(content, place);
        }
    }

    /** Uploads lie on another file system than the store. */
    private void copyThenMove(Path content, Path place) throws IOException {
        Path beside = Files.createTempFile(place.getParent(), "keep", HALF);
        try {
            Files.copy(content, beside, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.setLastModifiedTime(beside, FileTime.from(time.now()));
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        sync(place.getParent());
        Files.delete(content);
    }

    @Override
    public boolean has(String sha256) throws IOException {
        Path place = place(sha256);
        if (Files.exists(place)) {
            return true;
        }
        if (Files.notExists(place)) {
            return false;
        }
        throw new IOException("the store cannot say whether it has " + sha256);
    }

    @Override
    public InputStream read(String sha256, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(place(sha256), StandardOpenOption.READ);
        try {
            channel.position(from);
            return BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(channel))
                    .setMaxCount(length)
                    .setPropagateClose(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        return olderThan(instant).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("[0-9a-f]{64}"))
                .toList();
    }

    @Override
    public void forget(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public void tidy(Instant instant) throws IOException {
        for (Path file : olderThan(instant)) {
            if (file.getFileName().toString().endsWith(HALF)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> olderThan(Instant instant) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> olderThan(file, instant))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean olderThan(Path file, Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        FileStore.requireHash(sha256);
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** The name, not only the bytes, must survive a power cut. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
