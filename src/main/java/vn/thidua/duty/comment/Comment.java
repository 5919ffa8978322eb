package vn.thidua.duty.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a party said about a draft, and what it was answered.
 *
 * @param place a line's code, or empty for the draft as a whole
 */
public record Comment(
        long id,
        long roundId,
        String place,
        String text,
        String by,
        String party,
        Instant at,
        @Nullable Answer answer) {

    /**
     * @param accepted taken up; else it is explained why not
     * @param text the explanation; may be empty where it was taken up
     */
    public record Answer(boolean accepted, String text, String by, Instant at) {}

    /** That a party has said all it has to say in a round, or that it has nothing to say. */
    public record Word(String party, boolean nothing, String by, Instant at) {}
}
