package vn.thidua.evidence;

import java.time.Instant;

/**
 * A time stamp on a signature.
 *
 * @param time as the authority wrote it, to the microsecond
 * @param trusted intact, by an authority among the operator's anchors; else it counts as a claim of the signer
 * @param why in Vietnamese
 */
public record TimeStampFacts(Kind kind, Instant time, String authority, boolean trusted, String why) {

    public enum Kind {
        /** Inside the signature. */
        SIGNATURE,
        /** Over the whole document, after the signature. */
        DOCUMENT
    }
}
