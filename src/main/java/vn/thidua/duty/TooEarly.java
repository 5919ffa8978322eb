package vn.thidua.duty;

import java.time.Instant;

/**
 * A deadline's timer ran before the database's clock reached the deadline: the node's clock is ahead. The job is given its
 * date again and loses no retry (deadlines.md, "What the job executor does").
 */
public class TooEarly extends RuntimeException {
    private final Instant due;

    public TooEarly(Instant due) {
        super("The deadline " + due + " is not reached by the database's clock");
        this.due = due;
    }

    /** The instant at which the job is really due. */
    public Instant due() {
        return due;
    }
}
