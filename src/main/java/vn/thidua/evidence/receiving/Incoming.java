package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The bytes of unfinished uploads, one file each. How far an upload has come is how long its file is: nothing can disagree. */
final class Incoming {
    private static final int BUFFER = 64 << 10;

    private final Path directory;

    Incoming(Path directory) {
        this.directory = directory;
    }

    Path file(UUID id) {
        return directory.resolve(id.toString());
    }

    /** @throws IOException if it cannot be told */
    boolean has(UUID id) throws IOException {
        if (Files.exists(file(id))) {
            return true;
        }
        if (!Files.notExists(file(id)) || !Files.isDirectory(directory)) {
            throw new IOException("the folder of unfinished uploads is away: " + directory);
        }
        return false;
    }

    /** How many bytes are there. */
    long offset(UUID id) {
        try {
            return Files.size(file(id));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends what the stream gives, up to {@code size} bytes in all. What had come when a connection broke stays.
     *
     * @param offset how many bytes must be there
     * @throws IOException if the stream broke
     * @throws UploadRefused {@code OFFSET} if others are, or another node is writing; {@code STORAGE} if the disk took no more
     */
    void append(UUID id, long offset, InputStream in, long size) throws IOException {
        Files.createDirectories(directory);
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(
                        file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                FileLock lock = channel.tryLock()) {
            if (lock == null || channel.size() != offset) {
                throw UploadRefused.offset(channel.size());
            }
            long left = size - offset;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    return;
                }
                write(channel, ByteBuffer.wrap(buffer, 0, read));
                left -= read;
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UploadRefused(
                    UploadRefused.Kind.STORAGE,
                    "Máy chủ hiện không ghi được tệp (có thể hết chỗ trống). Phần đã tải vẫn được giữ; hãy thử lại sau ít phút"
                            + " hoặc báo quản trị hệ thống.");
        }
    }

    void sync(UUID id) throws IOException {
        try (FileChannel channel = FileChannel.open(file(id), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    String sha256(UUID id) throws IOException {
        try (InputStream in = Files.newInputStream(file(id))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(UUID id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    /** Uploads that have bytes here. */
    List<UUID> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .map(UUID::fromString)
                    .toList();
        }
    }
}
