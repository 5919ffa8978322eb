package vn.thidua.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the bytes of files under the SHA-256 of their content, each once. Knows nothing of who handed them in. Bytes come first, the
 * row that speaks of them last: what no row speaks of is swept away later ({@link StoreSweep}), a row without bytes cannot be.
 */
public interface FileStore {

    /**
     * Takes a file over. When this returns, the bytes are durable under their hash and {@code content} is gone; keeping what is
     * there already makes it young again.
     *
     * @param sha256 of the content, in lower-case hexadecimal digits; the caller has computed it
     * @throws IOException if they could not be kept; {@code content} is untouched then
     */
    void keep(String sha256, Path content) throws IOException;

    /** @throws IOException if it cannot be told; that is not "no" */
    boolean has(String sha256) throws IOException;

    /**
     * @param from first byte, counted from 0
     * @param length number of bytes; never more than there are
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    InputStream read(String sha256, long from, long length) throws IOException;

    /** Hashes of what was kept for the last time before an instant of the store's own clock. */
    List<String> keptBefore(Instant instant) throws IOException;

    /** Forgets the bytes; forgetting what is not there is nothing. */
    void forget(String sha256) throws IOException;

    /** Removes what a crash in the middle of keeping left half made before an instant, where the store can have such. */
    default void tidy(Instant instant) throws IOException {}

    /** What is no hash names nothing here, and no path. */
    static void requireHash(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256: " + sha256);
        }
    }
}
