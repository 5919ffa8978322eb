package vn.thidua.tryout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * One program at a time on one data folder. The operating system gives the lock up when its holder dies, however it dies,
 * so who holds it knows that a PostgreSQL still running there is an orphan.
 */
final class DataLock implements AutoCloseable {

    /** Closing any channel of a file gives up all its locks of this JVM, so a second one is not even opened. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path key;
    private final FileChannel channel;

    private DataLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** @throws StartRefused if another program (or this one) works on the folder */
    static DataLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        Path key = folder.toRealPath();
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(key)) {
                throw StartRefused.because(
                        "folderInUse", folder.toAbsolutePath().normalize(), "");
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw StartRefused.because(
                        "folderInUse",
                        folder.toAbsolutePath().normalize(),
                        holder.isEmpty() ? "" : " (tiến trình " + holder + ")");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            HELD_HERE.add(key);
            return new DataLock(key, channel);
        }
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock goes with the process in any case.
            }
            HELD_HERE.remove(key);
        }
    }
}
