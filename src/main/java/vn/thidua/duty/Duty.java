package vn.thidua.duty;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Outcome;

/**
 * What one party owes, as it stands in the table.
 *
 * @param deadlineAt exclusive: what is received before this instant is in time
 * @param mendUntil where a return left less than one working day: until when the findings may be mended
 */
public record Duty(
        long id,
        DutyKey key,
        Instant openedAt,
        Instant deadlineAt,
        @Nullable Instant mendUntil,
        State state,
        @Nullable Outcome outcome,
        Map<String, Object> detail) {

    public enum State {
        /** Nothing that counts has been received. */
        OPEN,
        DELIVERED,
        ACCEPTED,
        /** Answered "không bổ sung" or "không đề nghị". */
        DECLINED,
        /** A dossier that lacks only paper, until noon of the next working day. */
        PENDING_PAPER,
        /** Over, with or without an outcome. */
        CLOSED
    }

    public DutyType type() {
        return key.type();
    }

    public String yearId() {
        return key.yearId();
    }

    /** The instant before which an answer is in time: the deadline, or the end of a mending time that reaches further. */
    public Instant effectiveDeadline() {
        return mendUntil != null && mendUntil.isAfter(deadlineAt) ? mendUntil : deadlineAt;
    }

    public boolean received() {
        return state == State.DELIVERED
                || state == State.ACCEPTED
                || state == State.DECLINED
                || state == State.PENDING_PAPER;
    }
}
