package vn.thidua.evidence.receiving;

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
            return check.screen(() -> Files.readAllBytes(file));
        } finally {
            places.release();
        }
    }

    /** @throws Unreadable if there is nothing to judge */
    public FileFacts examine(String sha256, long size, TrustAnchors anchors, Instant received)
            throws IOException, InterruptedException, Unreadable {
        places.acquire();
        try (InputStream in = store.read(sha256, 0, size)) {
            return check.check(in.readAllBytes(), anchors, received);
        } finally {
            places.release();
        }
    }
}
