package vn.thidua.cycle.complaints;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.complaints.Complaint.State;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.mail.LapseMail;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Complaints that nobody has decided in time, for the standing agency's daily list and the closing record. */
@Component
public class OverdueComplaints {
    private final ComplaintRepository complaints;
    private final ComplaintTexts texts;
    private final DutyTexts dutyTexts;
    private final YearStore years;

    OverdueComplaints(ComplaintRepository complaints, ComplaintTexts texts, DutyTexts dutyTexts, YearStore years) {
        this.complaints = complaints;
        this.texts = texts;
        this.dutyTexts = dutyTexts;
        this.years = years;
    }

    /** Lines of the daily list. */
    public List<LapseMail.OverdueItem> items(String yearId) {
        return open(yearId).stream()
                .filter(Complaint::overdue)
                .map(complaint -> new LapseMail.OverdueItem(
                        agencyName(yearId), texts.title(complaint), texts.boundary(complaint), dutyTexts.tasklist()))
                .toList();
    }

    /** Lines of the closing record: what is open when the year closes. */
    public List<Map<String, String>> closing(String yearId) {
        return open(yearId).stream()
                .map(complaint -> Map.of(
                        "duty", DutyCode.FREEZE.code(),
                        "party", agency(yearId),
                        "subject", complaint.reference(),
                        "title", texts.title(complaint)))
                .toList();
    }

    private List<Complaint> open(String yearId) {
        return complaints.ofYear(yearId).stream()
                .filter(complaint -> complaint.state() == State.OPEN)
                .toList();
    }

    private String agency(String yearId) {
        return Seats.standingAgency(years.plan(yearId)).party();
    }

    private String agencyName(String yearId) {
        Plan plan = years.plan(yearId);
        return DutyTexts.partyName(plan, agency(yearId));
    }
}
