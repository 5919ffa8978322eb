package vn.thidua.cycle.complaints;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.ReminderRule;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Until when a complaint is ruled on, and when those who have not are reminded (decided where the rules are silent: docs/decisions/0005). */
@Component
public class ComplaintTimes {
    /** Working days that leader and deputy have, from the filing to the same hour. */
    static final int WORKING_DAYS = 5;

    private static final int REMINDED_BEFORE = 1;

    private final YearStore years;
    private final Milestones milestones;

    ComplaintTimes(YearStore years, Milestones milestones) {
        this.years = years;
        this.milestones = milestones;
    }

    /** The first instant that is too late for leader and deputy: a whole minute, as it is told; at the latest the year's close. */
    Instant due(String yearId, Instant filedAt) {
        LocalDateTime filed = Vietnam.local(filedAt);
        LocalDateTime minute = filed.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime told = minute.equals(filed) ? filed : minute.plusMinutes(1);
        Instant due = Vietnam.at(years.plan(yearId)
                .calendar()
                .plusWorkingDays(told.toLocalDate(), WORKING_DAYS)
                .atTime(told.toLocalTime()));
        Instant close = close(yearId);
        return due.isAfter(close) ? close : due;
    }

    Instant close(String yearId) {
        return Objects.requireNonNull(milestones.get(yearId, DutyCode.CLOSE).at(), "close has no instant");
    }

    /**
     * One working day before, at the hour of reminders; the deadline itself, which sends nothing, where that morning had passed when the
     * complaint was filed.
     */
    public Instant reminder(Complaint complaint) {
        Plan plan = years.plan(complaint.yearId());
        ReminderRule rule = new ReminderRule(
                plan.calendar(), List.of(REMINDED_BEFORE), plan.reminders().at());
        return rule.mornings(complaint.dueAt(), complaint.filedAt()).stream()
                .findFirst()
                .map(rule::instant)
                .orElse(complaint.dueAt());
    }
}
