package vn.thidua.cycle.engine;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.DeliveryEffects;
import vn.thidua.cycle.DutyDeadlines;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.year.YearStore;

/** The questions and acts of the diagram {@code handIn}; all answers come from the tables, by the business key. */
@Component("handIn")
public class HandIn {
    private final DutyService service;
    private final DutyRepository duties;
    private final DutyDeadlines deadlines;
    private final DeliveryEffects effects;
    private final YearStore years;
    private final TimeSource time;
    private final DocumentDemand demand;
    private final DeployedForms forms;
    private final ScoreDuties scores;
    private final TaskSeats seats;

    HandIn(
            DutyService service,
            DutyRepository duties,
            DutyDeadlines deadlines,
            DeliveryEffects effects,
            YearStore years,
            TimeSource time,
            DocumentDemand demand,
            DeployedForms forms,
            ScoreDuties scores,
            TaskSeats seats) {
        this.service = service;
        this.duties = duties;
        this.deadlines = deadlines;
        this.effects = effects;
        this.years = years;
        this.time = time;
        this.demand = demand;
        this.forms = forms;
        this.scores = scores;
        this.seats = seats;
    }

    static DutyKey key(DelegateExecution execution) {
        return DutyKey.parse(execution.getProcessBusinessKey());
    }

    public void open(DelegateExecution execution) {
        DutyKey key = key(execution);
        service.open(key, deadlines.deadline(key.yearId(), key.type()), Map.of());
    }

    /** As diagrams of this release open a duty: those that ask for files do so from the start. */
    public void openWithDocuments(DelegateExecution execution) {
        DutyKey key = key(execution);
        boolean files = demand.asks(years.plan(key.yearId()), key);
        service.open(
                key,
                deadlines.deadline(key.yearId(), key.type()),
                files ? Map.of(DocumentSlots.WITH_DOCUMENTS, true) : Map.of());
    }

    /** As diagrams of this release open a duty: with the files it asks for, and on a sheet where it is about scores. */
    public void openWithSheet(DelegateExecution execution) {
        DutyKey key = key(execution);
        Map<String, Object> detail = new LinkedHashMap<>();
        if (demand.asks(years.plan(key.yearId()), key)) {
            detail.put(DocumentSlots.WITH_DOCUMENTS, true);
        }
        if (scores.asks(key)) {
            detail.put(DocumentForms.WITH_SHEET, true);
        }
        if (key.type() == DutyType.CRITERIA) {
            detail.put(HandInTasks.COMMENTED, true);
        }
        service.open(key, deadlines.deadline(key.yearId(), key.type()), detail);
    }

    /** Our own page where files are handed in or a sheet is filled in, else the Camunda Form that was deployed with the diagram. */
    public String formKey(DelegateExecution execution) {
        Duty duty = duty(execution);
        return DocumentForms.onOurPage(duty)
                ? "embedded:/forms/hand-in.html"
                : forms.key(execution, DocumentForms.form(duty));
    }

    public boolean received(DelegateExecution execution) {
        return duty(execution).received();
    }

    public void effect(DelegateExecution execution) {
        effects.delivered(key(execution));
    }

    public String form(DelegateExecution execution) {
        return key(execution).type().form();
    }

    /** Candidate groups of a stage; none where its task goes to people one by one ({@link HandInTasks} names them). */
    public List<String> candidates(DelegateExecution execution, String stage) {
        return seats.of(key(execution), stage).groups();
    }

    public Date dueDate(DelegateExecution execution) {
        return Date.from(duty(execution).effectiveDeadline());
    }

    /** Before the deadline of all, not merely within a mending time of one's own: then things can still be returned or withdrawn. */
    public boolean inTime(DelegateExecution execution) {
        return time.now().isBefore(duty(execution).deadlineAt());
    }

    public boolean mayChange(DelegateExecution execution) {
        Duty duty = duty(execution);
        return duty.received()
                && duty.state() != Duty.State.PENDING_PAPER
                && (toReview(execution) || withdrawable(execution));
    }

    public boolean toReview(DelegateExecution execution) {
        Duty duty = duty(execution);
        return duty.type().reviewer() != null && duty.state() == Duty.State.DELIVERED;
    }

    public boolean withdrawable(DelegateExecution execution) {
        return duty(execution).type().withdrawable();
    }

    /** The review that has just been made returned the paper. */
    public boolean returned(DelegateExecution execution) {
        return duty(execution).state() == Duty.State.OPEN;
    }

    public boolean mustMend(DelegateExecution execution) {
        return duty(execution).mendUntil() != null;
    }

    /** Missed, marked, and still to be handed in late (rules.md, "Outcomes of silence"). */
    public boolean staysOpen(DelegateExecution execution) {
        return duty(execution).state() == Duty.State.OPEN;
    }

    public boolean unreviewed(DelegateExecution execution) {
        Duty duty = duty(execution);
        return duty.type().reviewer() != null
                && (duty.state() == Duty.State.DELIVERED
                        || duty.state() == Duty.State.PENDING_PAPER && !accepted(duty));
    }

    private boolean accepted(Duty duty) {
        return duties.current(duty).map(r -> r.settled() != null).orElse(false);
    }

    private Duty duty(DelegateExecution execution) {
        return duties.get(key(execution));
    }
}
