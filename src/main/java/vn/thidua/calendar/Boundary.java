package vn.thidua.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deadline with its kind, never a bare date (rules.md, "Deadlines"). Received in time means: received {@code <} {@link #limit()}.
 *
 * @param time only, and always, with {@link Kind#BEFORE_INSTANT}
 */
public record Boundary(Kind kind, LocalDate date, @Nullable LocalTime time) {

    public enum Kind {
        /** "trước ngày D": the day itself no longer counts. */
        BEFORE,
        /** "chậm nhất ngày D": the day counts. */
        ON_OR_BEFORE,
        /** "trước H giờ ngày D". */
        BEFORE_INSTANT
    }

    public Boundary {
        if ((kind == Kind.BEFORE_INSTANT) != (time != null)) {
            throw new IllegalArgumentException("a time belongs to BEFORE_INSTANT and to nothing else: " + kind);
        }
    }

    public static Boundary before(LocalDate date) {
        return new Boundary(Kind.BEFORE, date, null);
    }

    public static Boundary onOrBefore(LocalDate date) {
        return new Boundary(Kind.ON_OR_BEFORE, date, null);
    }

    public static Boundary beforeInstant(LocalDateTime instant) {
        return new Boundary(Kind.BEFORE_INSTANT, instant.toLocalDate(), instant.toLocalTime());
    }

    /** The first instant that is too late. */
    public Instant limit() {
        return Vietnam.at(localLimit());
    }

    /** The last day on which something can still be received in time; reminders count back from it. */
    public LocalDate lastDay() {
        return localLimit().minusNanos(1).toLocalDate();
    }

    public boolean isInTime(Instant received) {
        return received.isBefore(limit());
    }

    /** "trước 00:00 ngày 27/11/2024 (thứ Tư)", "chậm nhất hết ngày 20/02/2024 (thứ Ba)", "trước 13:00 ngày 25/11/2024 (thứ Hai)". */
    public String inWords() {
        return kind == Kind.ON_OR_BEFORE
                ? "chậm nhất hết ngày " + Vietnam.day(date)
                : "trước " + Vietnam.words(localLimit());
    }

    private LocalDateTime localLimit() {
        return switch (kind) {
            case BEFORE -> date.atStartOfDay();
            case ON_OR_BEFORE -> date.plusDays(1).atStartOfDay();
            case BEFORE_INSTANT -> date.atTime(Objects.requireNonNull(time));
        };
    }
}
