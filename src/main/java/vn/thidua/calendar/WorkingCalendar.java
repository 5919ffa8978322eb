package vn.thidua.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Which days and hours are worked: Monday to Friday without {@code holidays}, and {@code swapDays} (weekend days worked in exchange).
 * Days of each year are data; a deadline is never moved by them (rules.md, "Deadlines").
 *
 * @param start first working instant of a day, in {@link Vietnam#ZONE}
 * @param end end of the working day, exclusive
 */
public record WorkingCalendar(LocalTime start, LocalTime end, Set<LocalDate> holidays, Set<LocalDate> swapDays) {

    /** Where the plan names no working hours. */
    public static final LocalTime DEFAULT_START = LocalTime.of(7, 30);

    public static final LocalTime DEFAULT_END = LocalTime.of(17, 0);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    public WorkingCalendar {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("working hours must begin before they end: " + start + "-" + end);
        }
        holidays = Set.copyOf(holidays);
        swapDays = Set.copyOf(swapDays);
    }

    public boolean isWorkingDay(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return swapDays.contains(date) || (!weekend && !holidays.contains(date));
    }

    /** The n-th working day after (before, if negative) {@code date}; 0: the day itself, or the last working day before a day off. */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        LocalDate day = date;
        if (days == 0) {
            while (!isWorkingDay(day)) {
                day = day.minusDays(1);
            }
        }
        int step = Integer.signum(days);
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; negative where {@code to} lies before. */
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    public boolean isWorkingTime(Instant instant) {
        LocalDateTime local = Vietnam.local(instant);
        LocalTime time = local.toLocalTime();
        return isWorkingDay(local.toLocalDate()) && !time.isBefore(start) && time.isBefore(end);
    }

    /** The end of the last working time before a boundary: Friday 17:00 for Saturday 00:00; within working hours the instant itself. */
    public Instant lastWorkingInstantBefore(Instant boundary) {
        LocalDateTime local = Vietnam.local(boundary);
        LocalDate day = local.toLocalDate();
        if (isWorkingDay(day) && local.toLocalTime().isAfter(start)) {
            return local.toLocalTime().isBefore(end) ? boundary : Vietnam.at(day.atTime(end));
        }
        return Vietnam.at(plusWorkingDays(day, -1).atTime(end));
    }

    /** Counts working time only: one working hour after Friday 16:30 is Monday 08:00 (with hours from 07:30 to 17:00). */
    public Instant plusWorkingHours(Instant from, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("working time is only counted forward: " + duration);
        }
        LocalDateTime at = nextWorkingTime(Vietnam.local(from));
        Duration left = duration;
        for (; ; ) {
            Duration today = Duration.between(at.toLocalTime(), end);
            if (left.compareTo(today) <= 0) {
                return Vietnam.at(at.plus(left));
            }
            left = left.minus(today);
            at = plusWorkingDays(at.toLocalDate(), 1).atTime(start);
        }
    }

    /** Until when a unit may mend what was returned late (rules.md): the same hour of the next working day. */
    public Instant sameHourNextWorkingDay(Instant instant) {
        LocalDateTime local = Vietnam.local(instant);
        return Vietnam.at(plusWorkingDays(local.toLocalDate(), 1).atTime(local.toLocalTime()));
    }

    /**
     * Until when paper may be entered: noon of the working day after the last day that counts for {@code limit}, an exclusive
     * limit; noon of 27/11/2024 for 27/11/2024 00:00, noon of 26/11/2024 for 25/11/2024 13:00.
     */
    public Instant noonNextWorkingDay(Instant limit) {
        return Vietnam.at(
                plusWorkingDays(Vietnam.dateOf(limit.minusNanos(1)), 1).atTime(LocalTime.NOON));
    }

    /** The next 08:00 of a working day strictly after {@code instant}. */
    public Instant nextMorning(Instant instant) {
        return nextMorning(instant, MORNING);
    }

    /** As {@link #nextMorning(Instant)}, at the hour the plan sends reminders. */
    public Instant nextMorning(Instant instant, LocalTime hour) {
        LocalDateTime local = Vietnam.local(instant);
        LocalDate day = local.toLocalDate();
        boolean today = isWorkingDay(day) && local.toLocalTime().isBefore(hour);
        return Vietnam.at((today ? day : plusWorkingDays(day, 1)).atTime(hour));
    }

    /** The deadline comes before the same hour of the next working day. */
    public boolean lessThanOneWorkingDayLeft(Instant from, Instant deadline) {
        return sameHourNextWorkingDay(from).isAfter(deadline);
    }

    private LocalDateTime nextWorkingTime(LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        if (!isWorkingDay(day) || !local.toLocalTime().isBefore(end)) {
            return plusWorkingDays(day, 1).atTime(start);
        }
        return local.toLocalTime().isBefore(start) ? day.atTime(start) : local;
    }
}
