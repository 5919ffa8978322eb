package vn.thidua.scoring.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure as somebody set it; never changed, only replaced by a later one.
 *
 * @param id grows with every change of a year's scores, figures and notes alike
 * @param version of the criteria table that it was set under
 * @param party for which unit or body the person acted
 * @param replaces the entry that stood in the cell before
 */
public record Entry(
        long id,
        String unit,
        String line,
        Column column,
        int version,
        Figure figure,
        String reason,
        String by,
        String party,
        Instant at,
        Act act,
        @Nullable Long replaces) {

    /** How it came about. */
    public enum Act {
        SET,
        /** Taken over from the version of the table before. */
        CARRIED,
        /** The new version of the table has no such line, or the figure does not fit it. */
        FELL_AWAY,
        /** Nobody contested it, so the proposal stands when the meeting ends. */
        PROPOSED,
        UNDONE
    }
}
