package vn.thidua.cycle.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.DutyDeadlines;
import vn.thidua.cycle.Reminders;
import vn.thidua.cycle.complaints.ComplaintTimes;
import vn.thidua.cycle.complaints.Complaints;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.cycle.requests.RequestTexts;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.plan.DutyCode;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;

/** The dates that timers in the diagrams ask for, always those now in force; read again when a deadline moves. */
@Component("deadlines")
public class Deadlines {
    private final Milestones milestones;
    private final DutyDeadlines dutyDeadlines;
    private final Reminders reminders;
    private final DutyRepository duties;
    private final DataRequests requests;
    private final RequestTexts requestTexts;
    private final Complaints complaints;
    private final ComplaintTimes complaintTimes;

    Deadlines(
            Milestones milestones,
            DutyDeadlines dutyDeadlines,
            Reminders reminders,
            DutyRepository duties,
            DataRequests requests,
            RequestTexts requestTexts,
            Complaints complaints,
            ComplaintTimes complaintTimes) {
        this.complaints = complaints;
        this.complaintTimes = complaintTimes;
        this.requests = requests;
        this.requestTexts = requestTexts;
        this.milestones = milestones;
        this.dutyDeadlines = dutyDeadlines;
        this.reminders = reminders;
        this.duties = duties;
    }

    public Date opens(DelegateExecution execution, String code) {
        return date(dates(execution, code).opens(), code);
    }

    public Date limit(DelegateExecution execution, String code) {
        return date(dates(execution, code).limit(), code);
    }

    public Date at(DelegateExecution execution, String code) {
        return date(dates(execution, code).at(), code);
    }

    /** The planned end of an event; the event itself where it has no length. */
    public Date end(DelegateExecution execution, String code) {
        MilestoneDates dates = dates(execution, code);
        return date(dates.plannedEnd() != null ? dates.plannedEnd() : dates.at(), code);
    }

    /** When appraisal opens for units that have not handed in: the self-score deadline. */
    public Date latestOpening(DelegateExecution execution, String code) {
        return limit(execution, DutyCode.SELF_SCORE.code());
    }

    public Date morning(DelegateExecution execution) {
        return Date.from(reminders.nextMorning(Years.id(execution)));
    }

    public Date paperEntry(DelegateExecution execution) {
        return Date.from(dutyDeadlines.paperEntry(Years.id(execution)));
    }

    /** Until when a unit may mend what was returned to it. */
    public Date mend(DelegateExecution execution) {
        return Date.from(
                duties.get(DutyKey.parse(execution.getProcessBusinessKey())).effectiveDeadline());
    }

    /** When a request for figures that nobody has answered goes up to the unit's head. */
    public Date requestDue(DelegateExecution execution) {
        return Date.from(requests.get(DataRequestBean.key(execution)).dueAt());
    }

    public Date requestReminder(DelegateExecution execution) {
        return Date.from(requestTexts.reminder(requests.get(DataRequestBean.key(execution))));
    }

    /** When a complaint that leader and deputy have not decided goes to the standing agency. */
    public Date complaintDue(DelegateExecution execution) {
        return Date.from(complaints.get(ComplaintBean.key(execution)).dueAt());
    }

    public Date complaintReminder(DelegateExecution execution) {
        return Date.from(complaintTimes.reminder(complaints.get(ComplaintBean.key(execution))));
    }

    private MilestoneDates dates(DelegateExecution execution, String code) {
        return milestones.get(Years.id(execution), DutyCode.of(code));
    }

    private static Date date(@Nullable Instant instant, String code) {
        return Date.from(Objects.requireNonNull(instant, () -> "no such date for " + code));
    }
}
