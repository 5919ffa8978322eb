package vn.thidua.evidence.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.evidence.check.AnchorDirectory;
import vn.thidua.evidence.check.TrustAnchors;

/** The operator's trust anchors as they are now; without a directory nobody is trusted, and every examination says so. */
public final class Anchors {
    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final @Nullable Path directory;
    private final @Nullable AnchorDirectory anchors;
    private boolean told;

    public Anchors(@Nullable Path directory) {
        this.directory = directory;
        this.anchors = directory == null ? null : new AnchorDirectory(directory);
    }

    /** @param fingerprint the same for the same files, on every node */
    public record Current(TrustAnchors anchors, String fingerprint) {}

    private static Current of(TrustAnchors anchors) {
        return new Current(anchors, anchors.fingerprint());
    }

    Current current() {
        if (anchors == null || directory == null || !Files.isDirectory(directory)) {
            return of(TrustAnchors.NONE);
        }
        try {
            Current current = of(anchors.current());
            told = false;
            return current;
        } catch (IOException e) {
            if (!told) {
                LOG.error("The trust anchors in {} cannot be read; until they can, nobody is trusted", directory, e);
            }
            told = true;
            return of(TrustAnchors.NONE);
        }
    }
}
