package vn.thidua.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.thidua.calendar.Vietnam;
import vn.thidua.calendar.WorkingCalendar;

/** When people act in a rehearsal without a script. */
final class UsualTimes {
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
    private static final Duration HOUR = Duration.ofHours(1);

    private UsualTimes() {}

    /** A unit: 15:00 on the last working day before the last day that counts, or an hour after the task opened if that is later. */
    static Instant unit(WorkingCalendar calendar, Instant opened, Instant deadline) {
        LocalDate lastDay = LocalDate.ofInstant(deadline.minusMillis(1), Vietnam.ZONE);
        Instant usual = Vietnam.at(calendar.plusWorkingDays(lastDay, -1).atTime(AFTERNOON));
        Instant soonest = opened.plus(HOUR);
        return soonest.isAfter(usual) ? soonest : usual;
    }

    /** Everyone else: one working hour after the task opened. */
    static Instant others(WorkingCalendar calendar, Instant opened) {
        return calendar.plusWorkingHours(opened, HOUR);
    }
}
