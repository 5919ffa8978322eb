package vn.thidua.evidence.receiving;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Screening;
import vn.thidua.evidence.check.EvidenceCheck;
import vn.thidua.evidence.check.TrustAnchors;
import vn.thidua.evidence.check.Unreadable;
import vn.thidua.evidence.store.FileStore;

/** The only place where a file is in memory whole: never more of them than the configuration says, the others wait in line. */
public final class Examiner {
    private static final int PIECE = 64 << 10;

    private final EvidenceCheck check;
    private final FileStore store;
    private final Semaphore places;

    public Examiner(EvidenceCheck check, FileStore store, int atOnce) {
        this.check = check;
        this.store = store;
        this.places = new Semaphore(atOnce, true);
    }

    /** Whether the file may come in. */
    Screening screen(Path file) throws IOException, InterruptedException {
        places.acquire();
        try {
            return check.screen(() -> read(file));
        } finally {
            places.release();
        }
    }

    /** @throws Unreadable if there is nothing to judge */
    public FileFacts examine(String sha256, long size, TrustAnchors anchors, Instant received)
            throws IOException, InterruptedException, Unreadable {
        places.acquire();
        try (InputStream in = store.read(sha256, 0, size)) {
            return check.check(whole(in, size), anchors, received);
        } finally {
            places.release();
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return whole(in, Files.size(file));
        }
    }

    /**
     * In pieces, into an array of the right size. Reading all at once would hold the file twice, and a channel keeps for each thread
     * memory outside the heap as large as the largest piece ever asked of it.
     */
    private static byte[] whole(InputStream in, long size) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(size)];
        int there = 0;
        while (there < bytes.length) {
            int read = in.read(bytes, there, Math.min(PIECE, bytes.length - there));
            if (read < 0) {
                throw new EOFException(there + " bytes where " + size + " should be");
            }
            there += read;
        }
        return bytes;
    }
}
