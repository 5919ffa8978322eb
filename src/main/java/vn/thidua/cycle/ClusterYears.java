package vn.thidua.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.complaints.Complaints;
import vn.thidua.cycle.complaints.OverdueComplaints;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReading;
import vn.thidua.plan.Severity;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Starts, cancels and closes cluster years. */
@Service
public class ClusterYears {
    private final YearStore years;
    private final Milestones milestones;
    private final DutyRepository duties;
    private final Journal journal;
    private final YearNotices notices;
    private final YearPeople people;
    private final YearEngine engine;
    private final CommentRounds comments;
    private final DutyTexts texts;
    private final DataRequests requests;
    private final Complaints complaints;
    private final OverdueComplaints overdueComplaints;
    private final TimeSource time;

    ClusterYears(
            YearStore years,
            Milestones milestones,
            DutyRepository duties,
            Journal journal,
            YearNotices notices,
            YearPeople people,
            YearEngine engine,
            CommentRounds comments,
            DutyTexts texts,
            DataRequests requests,
            Complaints complaints,
            OverdueComplaints overdueComplaints,
            TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.duties = duties;
        this.journal = journal;
        this.notices = notices;
        this.people = people;
        this.engine = engine;
        this.comments = comments;
        this.texts = texts;
        this.requests = requests;
        this.complaints = complaints;
        this.overdueComplaints = overdueComplaints;
        this.time = time;
    }

    /**
     * Starts a year from a checked plan: its tables, its people, its process, in one transaction.
     *
     * @return the id of the cluster year
     * @throws DutyRefused where the plan has errors or lies wholly in the past, or the year exists already
     */
    @Transactional
    public String start(PlanReading reading, String by) {
        Plan plan = reading.plan();
        if (plan == null || reading.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            throw new DutyRefused("Kế hoạch còn lỗi nên chưa khởi động được. Sửa các lỗi đã nêu rồi tải lại.");
        }
        String yearId = plan.yearId();
        if (years.find(yearId).isPresent()) {
            throw new DutyRefused(
                    "Năm thi đua «" + yearId + "» đã có trong hệ thống. Sửa cluster.code hoặc year trong kế hoạch.");
        }
        Instant close =
                Vietnam.at(Objects.requireNonNull(plan.milestone(DutyCode.CLOSE).at(), "close has no instant"));
        if (!time.now().isBefore(close)) {
            throw new DutyRefused("Năm thi đua «" + yearId + "» theo kế hoạch đã kết thúc lúc " + Vietnam.words(close)
                    + " nên không khởi động được. Sửa các thời điểm trong kế hoạch rồi tải lại.");
        }
        years.add(yearId, DutyTexts.yearName(plan), reading.yaml(), by);
        milestones.create(yearId, plan);
        people.bring(plan, by);
        notices.started(yearId, by);
        engine.start(yearId);
        return yearId;
    }

    /** Ends a year that was started by mistake; everything stays readable, every task ends. */
    @Transactional
    public void cancel(String yearId, String by, String reason) {
        ClusterYear year = requireRunning(yearId);
        years.end(year.id(), ClusterYear.Status.CANCELLED, reason);
        journal.record(yearId, JournalEvent.CANCELLED, null, null, by, Map.of("reason", reason));
        notices.cancelled(yearId, by, reason);
        engine.endRulings(yearId);
        requests.endOfYear(yearId);
        complaints.endOfYear(yearId);
        comments.yearOver(yearId);
        engine.cancel(yearId);
    }

    /** The year's process has ended by way of its cancel event; the tables say so already. */
    public void ended(String yearId) {
        years.get(yearId);
    }

    /** The plan's close instant: open tasks end, what is overdue stays so on the list of the closing record. */
    @Transactional
    public void close(String yearId) {
        ClusterYear year = requireRunning(yearId);
        List<Duty> overdue = duties.ofYear(yearId).stream()
                .filter(d -> d.outcome() == Outcome.OVERDUE && !d.received())
                .toList();
        List<Map<String, String>> list = new ArrayList<>(overdueComplaints.closing(yearId));
        list.addAll(overdue.stream()
                .map(d -> Map.of(
                        "duty", d.type().code().code(),
                        "party", d.key().party(),
                        "subject", d.key().subject(),
                        "title", texts.title(year.plan(), d)))
                .toList());
        years.end(yearId, ClusterYear.Status.CLOSED, null);
        years.putFact(yearId, YearStore.CLOSING_RECORD, Map.of("overdue", list));
        journal.record(
                yearId, JournalEvent.CLOSED, DutyCode.CLOSE.code(), null, Journal.SYSTEM, Map.of("overdue", list));
        notices.closed(yearId, overdue);
        engine.endRulings(yearId);
        requests.endOfYear(yearId);
        complaints.endOfYear(yearId);
        comments.yearOver(yearId);
    }

    private ClusterYear requireRunning(String yearId) {
        ClusterYear year = years.get(yearId);
        if (!year.running()) {
            throw new DutyRefused("Năm thi đua «" + yearId + "» đã kết thúc hoặc đã bị hủy.");
        }
        return year;
    }
}
