package vn.thidua.evidence.receiving;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.FileType;

/**
 * A file on its way in.
 *
 * @param size in bytes, as announced; no more and no less is taken
 * @param replaces the submission of which this is a newer version
 * @param receivedAt when the last byte was stored, by the database's clock
 * @param measuredAgainst the deadline in force then
 * @param sha256 known, as the type is, once it has been screened
 * @param submissionId what became of it: handed in
 * @param refused what became of it: refused, in Vietnamese
 */
public record Upload(
        UUID id,
        long dutyId,
        String slot,
        String name,
        long size,
        @Nullable Long replaces,
        String by,
        @Nullable Instant receivedAt,
        @Nullable Instant measuredAgainst,
        @Nullable Boolean inTime,
        @Nullable String sha256,
        @Nullable FileType type,
        @Nullable Long submissionId,
        @Nullable String refused) {

    /** All bytes are there; what is left happens without the browser. */
    public boolean received() {
        return receivedAt != null;
    }

    public boolean ended() {
        return submissionId != null || refused != null;
    }
}
