package vn.thidua.journal.seal;

/**
 * The first place of a chain that does not fit.
 *
 * @param number place in the chain; 0 where there is none
 * @param journalId id of the journal's row; 0 where it is not known
 */
public record Fault(Kind kind, long number, long journalId) {

    /** What does not fit. */
    public enum Kind {
        /** The row is not what was sealed; what follows still fits its seal. */
        CHANGED_ROW,
        /** Row, seal and the seal before it do not fit, and neither does what follows: any of them may have been changed. */
        WRONG_LINK,
        /** Sealed, or waiting for it, but no longer in the journal. */
        MISSING_ROW,
        /** The chain goes on after a number that is not there. */
        MISSING_SEAL,
        /** In the journal, but not in the chain: slipped in past the sealer, or left lying for more than a minute. */
        NEVER_SEALED,
        /** A checkpoint's or receipt's number is beyond the chain's end. */
        CUT_OFF,
        /** At a checkpoint's or receipt's number stands another hash: the chain has been rewritten. */
        OTHER_HASH
    }
}
