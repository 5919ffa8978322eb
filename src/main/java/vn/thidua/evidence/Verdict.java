package vn.thidua.evidence;

/** What a file is worth as evidence (rules.md, "Evidence"), in the order in which it is decided: the first that fits. */
public enum Verdict {
    /** Received at or after the deadline (S0-16). */
    LATE,
    /** A signature is not intact, or its certificate was not valid when it counts; or the file is of a kind nobody may rely on. */
    INVALID,
    UNSIGNED,
    /** A certified copy: its signature vouches for the copying, not for the document (S0-14). */
    COPY_NOT_ORIGINAL,
    /** Issue date and signature time both lie at or after the cut-off (S0-15). */
    AFTER_CUTOFF,
    /** Intact, but signed under an authority that the operator does not trust. */
    UNKNOWN_CA,
    /** People must decide. */
    NEEDS_RULING,
    /** Accepted; the signature's time is only what its signer says. */
    VALID_CLAIMED_TIME,
    /** Accepted; a trusted authority vouches for the time. */
    VALID_TRUSTED_TIME;

    /** Whether the file is accepted without a ruling. */
    public boolean isValid() {
        return this == VALID_CLAIMED_TIME || this == VALID_TRUSTED_TIME;
    }

    /** Whether two officers may accept the file nevertheless; the other refusals are final. */
    public boolean mayBeRuledOn() {
        return this == LATE || this == UNKNOWN_CA || this == NEEDS_RULING;
    }
}
