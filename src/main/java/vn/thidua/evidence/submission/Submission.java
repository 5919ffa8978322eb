package vn.thidua.evidence.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Verdict;

/**
 * One file handed in, with its receipt and what became of it.
 *
 * @param receipt number of the receipt
 * @param size in bytes
 * @param receivedAt when the last byte was stored, by the database's clock
 * @param measuredAgainst the deadline in force then, exclusive
 * @param replaces id of the version before
 * @param facts null until it was examined
 * @param anchors fingerprint of the anchors it was examined with
 * @param verdict null until it was examined
 * @param letIn it was late, and a ruling let it in; the verdict is about everything else
 * @param ruling what was ruled on the file, finally
 */
public record Submission(
        long id,
        String receipt,
        long dutyId,
        String slot,
        String name,
        String sha256,
        long size,
        FileType type,
        Instant receivedAt,
        Instant measuredAgainst,
        boolean inTime,
        String by,
        @Nullable Long replaces,
        State state,
        @Nullable String stateReason,
        Citation citation,
        @Nullable FileFacts facts,
        @Nullable String anchors,
        @Nullable Verdict verdict,
        List<String> reasons,
        List<String> notExamined,
        boolean letIn,
        @Nullable Ruled ruling,
        @Nullable Instant ruledAt) {

    public enum State {
        CURRENT,
        REPLACED,
        WITHDRAWN
    }

    /** Of a ruling (rules.md, "Codes"). */
    public enum Ruled {
        ACCEPTED,
        REFUSED
    }

    /**
     * Number, issue date and issuer as the unit has confirmed them.
     *
     * @param confirmedBy null until it has
     */
    public record Citation(
            @Nullable String number,
            @Nullable LocalDate issued,
            @Nullable String issuer,
            @Nullable String confirmedBy) {
        public boolean confirmed() {
            return confirmedBy != null;
        }
    }

    public Submission {
        reasons = List.copyOf(reasons);
        notExamined = List.copyOf(notExamined);
    }

    /** Neither replaced nor withdrawn: one of the files that stand for the unit. */
    public boolean current() {
        return state == State.CURRENT;
    }

    /** In time by itself, or let in by a ruling. */
    public boolean counts() {
        return current() && (inTime || letIn);
    }
}
