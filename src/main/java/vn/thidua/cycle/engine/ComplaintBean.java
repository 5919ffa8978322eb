package vn.thidua.cycle.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.complaints.Complaint;
import vn.thidua.cycle.complaints.ComplaintKey;
import vn.thidua.cycle.complaints.ComplaintSeats;
import vn.thidua.cycle.complaints.Complaints;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.year.YearStore;

/** The questions and acts of the diagram {@code complaint}; all answers come from the tables, by the business key. */
@Component("complaint")
public class ComplaintBean {
    private final Complaints complaints;
    private final YearStore years;

    ComplaintBean(Complaints complaints, YearStore years) {
        this.complaints = complaints;
        this.years = years;
    }

    static ComplaintKey key(DelegateExecution execution) {
        return ComplaintKey.parse(execution.getProcessBusinessKey());
    }

    /** Candidate groups of a seat, separated by commas. */
    public String candidates(DelegateExecution execution, String seat) {
        Complaint complaint = complaint(execution);
        return String.join(
                ",",
                Groups.of(
                        complaint.yearId(),
                        List.of(ComplaintSeats.of(years.plan(complaint.yearId()), complaint, Seat.valueOf(seat)))));
    }

    public Date dueDate(DelegateExecution execution) {
        return Date.from(complaint(execution).dueAt());
    }

    /** It is the case of both leader and deputy. */
    public boolean agencyAlone(DelegateExecution execution) {
        Complaint complaint = complaint(execution);
        return ComplaintSeats.agencyAlone(years.plan(complaint.yearId()), complaint);
    }

    /** Leader and deputy agree. */
    public boolean decided(DelegateExecution execution) {
        return complaint(execution).decided().isPresent();
    }

    public void remind(DelegateExecution execution) {
        complaints.remind(key(execution));
    }

    public void overdue(DelegateExecution execution) {
        complaints.overdue(key(execution));
    }

    private Complaint complaint(DelegateExecution execution) {
        return complaints.get(key(execution));
    }
}
