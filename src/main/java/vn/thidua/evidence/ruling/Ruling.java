package vn.thidua.evidence.ruling;

import java.time.Instant;

/** One seat's ruling on one question about a file; never changed (rules.md, "Ruling"). */
public record Ruling(
        long submissionId, Question question, Seat seat, String by, boolean accepted, String reason, Instant at) {

    public enum Question {
        /** Whether a file that came late is let in. */
        LATE,
        /** Whether a file is accepted. */
        FILE
    }

    public enum Seat {
        LEADER,
        DEPUTY,
        STANDING_AGENCY
    }
}
