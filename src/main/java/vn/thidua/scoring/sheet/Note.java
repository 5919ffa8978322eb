package vn.thidua.scoring.sheet;

import java.time.Instant;

/** What somebody said about a line of a unit's sheet. */
public record Note(long id, String unit, String line, Kind kind, String text, String by, String party, Instant at) {

    public enum Kind {
        /** The unit's, on a contested line. */
        EXPLANATION,
        /** In the meeting, by any member. */
        OBJECTION,
        /** Evidence may still be supplied for the line. */
        MARKED,
        UNMARKED
    }
}
