package vn.thidua.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;
import vn.thidua.calendar.WorkingCalendar;

/**
 * On which mornings a duty that is still missing is reminded of ({@code rules.md}, "Deadlines"; S2-03, S2-15): on working
 * days only, counted back from the last day that counts, doubles merged, never before its opening and never when it is too
 * late.
 *
 * <p>Decided here, where the rules are silent:
 *
 * <ul>
 *   <li>The last day that counts is no working day: its own morning (0) goes out on the last working morning before it,
 *       which is also the one of "1 working day before", so the two are one.
 *   <li>A morning that would come when the deadline is over (before 07:30 on a Monday, say) goes out on the working morning
 *       before it.
 *   <li>A duty that opens exactly at the reminder's hour is reminded of that morning; a duty that opens later that day is
 *       not.
 * </ul>
 *
 * @param workingDaysBefore e.g. 7, 3, 1, 0
 * @param at the hour, e.g. 08:00
 */
public record ReminderRule(WorkingCalendar calendar, List<Integer> workingDaysBefore, LocalTime at) {

    /** Where the plan names no hour. */
    public static final LocalTime MORNING = LocalTime.of(8, 0);

    public ReminderRule {
        workingDaysBefore = List.copyOf(workingDaysBefore);
        if (workingDaysBefore.stream().anyMatch(days -> days < 0)) {
            throw new IllegalArgumentException("Reminders are counted back from the deadline: " + workingDaysBefore);
        }
    }

    /** Every morning, in order, on which a duty with this deadline is reminded of while it is missing. */
    public NavigableSet<LocalDate> mornings(Boundary deadline, Instant opensAt) {
        return mornings(deadline.limit(), opensAt);
    }

    /** As {@link #mornings(Boundary, Instant)}, by the first instant that is too late. */
    public NavigableSet<LocalDate> mornings(Instant limit, Instant opensAt) {
        LocalDate lastDay = Vietnam.dateOf(limit.minusNanos(1));
        NavigableSet<LocalDate> mornings = new TreeSet<>();
        for (int days : workingDaysBefore) {
            LocalDate morning = calendar.plusWorkingDays(lastDay, -days);
            if (!instant(morning).isBefore(limit)) {
                morning = calendar.plusWorkingDays(morning, -1);
            }
            if (!instant(morning).isBefore(opensAt)) {
                mornings.add(morning);
            }
        }
        return mornings;
    }

    /** Whether a duty that is still missing is reminded of on this morning. */
    public boolean due(LocalDate morning, Boundary deadline, Instant opensAt) {
        return mornings(deadline, opensAt).contains(morning);
    }

    /**
     * Whether the morning of {@code now} is one of reminding, at 08:00, of a duty whose last day that counts is
     * {@code lastDay}; whether it is still missing and not yet too late is the caller's to know.
     */
    public static boolean due(
            WorkingCalendar calendar,
            List<Integer> workingDaysBefore,
            LocalDate lastDay,
            Instant opensAt,
            Instant now) {
        return new ReminderRule(calendar, workingDaysBefore, MORNING)
                .due(Vietnam.dateOf(now), Boundary.onOrBefore(lastDay), opensAt);
    }

    /** The next reminder of a duty strictly after {@code now}; empty if there is none left. */
    public Optional<Instant> next(Instant now, Boundary deadline, Instant opensAt) {
        return mornings(deadline, opensAt).stream()
                .map(this::instant)
                .filter(instant -> instant.isAfter(now))
                .findFirst();
    }

    /** When the reminders of a morning go out. */
    public Instant instant(LocalDate morning) {
        return Vietnam.at(morning.atTime(at));
    }

    /**
     * The same rule from {@code days} working days before on: the unit's head is told of a missing confirmation from three
     * working days before.
     */
    public ReminderRule within(int days) {
        return new ReminderRule(
                calendar,
                workingDaysBefore.stream().filter(before -> before <= days).toList(),
                at);
    }
}
