package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;

/** The dates of one duty or event; which of them it has depends on its code. */
public record Milestone(
        DutyCode code,
        @Nullable Opening opens,
        @Nullable Boundary deadline,
        @Nullable LocalDateTime at,
        @Nullable LocalDateTime plannedEnd,
        @Nullable Boundary latest) {

    /** When it is over: planned end, else the event itself, else the first instant after the deadline. */
    public @Nullable LocalDateTime end() {
        if (plannedEnd != null) {
            return plannedEnd;
        }
        return at != null ? at : limit();
    }

    /** The deadline's first instant that is too late, in local time. */
    public @Nullable LocalDateTime limit() {
        return deadline == null ? null : Vietnam.local(deadline.limit());
    }

    /** The last day that counts: of the deadline, or the day of the event. */
    public @Nullable LocalDate day() {
        if (deadline != null) {
            return deadline.lastDay();
        }
        return at == null ? null : at.toLocalDate();
    }
}
