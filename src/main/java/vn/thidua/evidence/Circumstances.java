package vn.thidua.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a file is measured against; none of it can be read off the file.
 *
 * @param issued issue date of the document, if it is known
 * @param cutoff the document must be issued and signed before it; null where the duty knows none
 * @param received when the last byte was stored, by the one clock
 * @param deadline received at it is late; null where there is none
 * @param issuer the organisation that should have signed; null if it is not known
 * @param demand what the plan demands of this duty's files
 */
public record Circumstances(
        @Nullable LocalDate issued,
        @Nullable Instant cutoff,
        Instant received,
        @Nullable Instant deadline,
        @Nullable String issuer,
        Demand demand) {

    /**
     * @param signedOriginal the verdict binds; otherwise it is shown and the appraisers judge (rules.md: "Elsewhere the same facts
     *     are established and shown")
     * @param trustedTime a time that only the signer claims needs a ruling
     */
    public record Demand(boolean signedOriginal, boolean trustedTime) {
        /** Signed originals, with any time. */
        public static final Demand SIGNED_ORIGINAL = new Demand(true, false);
    }
}
