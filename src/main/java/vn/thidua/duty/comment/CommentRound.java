package vn.thidua.duty.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time in which the members could comment on a draft.
 *
 * @param subject which draft, see {@link CommentSubject#code()}
 * @param number from 1, of the rounds about that draft in that year
 * @param version of the draft that was laid before the members
 * @param endsAt comments are taken before it
 * @param closing why it was ended before or after that; null as long as nobody has
 * @param reason why it was withdrawn, else empty
 */
public record CommentRound(
        long id,
        String yearId,
        String subject,
        int number,
        int version,
        String openedBy,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable Closing closing,
        String reason) {

    public enum Closing {
        ALL_ANSWERED,
        TIME,
        WITHDRAWN,
        YEAR_OVER
    }

    /** Comments are taken. */
    public boolean isOpen(Instant now) {
        return closedAt == null && now.isBefore(endsAt);
    }

    /** The members had their time, or all of them have answered. */
    public boolean held(Instant now) {
        return closing == null ? !now.isBefore(endsAt) : closing == Closing.ALL_ANSWERED || closing == Closing.TIME;
    }

    /** When no more comments were taken; of an open round, when that will be. */
    public Instant end() {
        return closedAt != null && closedAt.isBefore(endsAt) ? closedAt : endsAt;
    }

    public RoundKey key() {
        return new RoundKey(yearId, subject, number);
    }
}
