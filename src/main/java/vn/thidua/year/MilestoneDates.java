package vn.thidua.year;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;
import vn.thidua.plan.DutyCode;

/**
 * The dates of one milestone now in force.
 *
 * @param boundary the deadline with its kind, {@code null} for a mere event
 * @param at when an event happens
 * @param plannedEnd when a meeting ends at the latest
 * @param endedAt when the chair closed it
 * @param holding 1 for the first meeting, 2 for its repetition, and so on
 */
public record MilestoneDates(
        DutyCode code,
        @Nullable Instant opens,
        @Nullable Boundary boundary,
        @Nullable Instant at,
        @Nullable Instant plannedEnd,
        @Nullable Instant endedAt,
        int holding) {

    /** When the event is over: as closed by the chair, as planned, or its instant where it has no length. */
    public @Nullable Instant end() {
        if (endedAt != null) {
            return endedAt;
        }
        return plannedEnd != null ? plannedEnd : at;
    }

    public @Nullable Instant limit() {
        return boundary == null ? null : boundary.limit();
    }

    /** The deadline or the event in words, for people. */
    public String inWords() {
        if (boundary != null) {
            return boundary.inWords();
        }
        return at == null ? "" : "lúc " + Vietnam.words(at);
    }
}
