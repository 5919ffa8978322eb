package vn.thidua.cycle.steering;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.DutyDeadlines;
import vn.thidua.cycle.YearEngine;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.duty.TooLate;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Plan;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/**
 * Moves a deadline while a year runs: asked by the leader, agreed by the standing agency before the old and the new
 * instant, for all alike. Timers, due dates, reminders and journal move together (rules.md, "A deadline can be moved").
 */
@Service
public class DeadlineMoves {
    static final Set<DutyCode> MEETINGS = Set.of(DutyCode.SCORING_MEETING, DutyCode.CONFERENCE);

    private final YearStore years;
    private final Milestones milestones;
    private final CurrentPlan currentPlan;
    private final DutyRepository duties;
    private final DutyDeadlines deadlines;
    private final MoveNotices notices;
    private final Journal journal;
    private final YearEngine engine;
    private final TimeSource time;

    DeadlineMoves(
            YearStore years,
            Milestones milestones,
            CurrentPlan currentPlan,
            DutyRepository duties,
            DutyDeadlines deadlines,
            MoveNotices notices,
            Journal journal,
            YearEngine engine,
            TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.currentPlan = currentPlan;
        this.duties = duties;
        this.deadlines = deadlines;
        this.notices = notices;
        this.journal = journal;
        this.engine = engine;
        this.time = time;
    }

    /**
     * The standing agency agrees: everything moves in one transaction.
     *
     * @throws TooLate where the old or the new instant has come: an agreement after it has no effect
     */
    @Transactional
    public void apply(MoveProposal proposal, String agreedBy) {
        String yearId = proposal.yearId();
        Plan plan = currentPlan.of(yearId);
        requireStandingAgency(yearId, agreedBy);
        for (Milestone m : proposal.all()) {
            if (!proposal.again()) {
                MoveLimits.requireAhead(time, plan.milestone(m.code()), "Thời điểm cũ");
            }
            MoveLimits.requireAhead(time, m, "Thời điểm mới");
        }
        Map<DutyCode, String> before = new LinkedHashMap<>();
        for (Milestone m : proposal.all()) {
            before.put(m.code(), milestones.get(yearId, m.code()).inWords());
            milestones.move(yearId, m, proposal.again() && m == proposal.moved());
        }
        milestones.reopen(yearId, plan, time.now());
        for (Milestone m : proposal.all()) {
            moveDuties(yearId, m.code());
            record(proposal, m, before.getOrDefault(m.code(), ""), agreedBy);
        }
        if (before.containsKey(DutyCode.DOSSIER)) {
            moveDuties(yearId, DutyType.PAPER_ENTRY);
        }
        engine.recalculateTimers(yearId);
        if (proposal.again()) {
            engine.repeatMeeting(yearId, proposal.moved().code());
        }
        notices.moved(proposal, before, agreedBy);
    }

    /** What would move, for the standing agency to read, as Markdown. */
    public String describe(MoveProposal proposal) {
        return notices.describe(proposal);
    }

    /**
     * Asks the standing agency for its agreement.
     *
     * @return until when: the earlier of the old and the new instant; an agreement after it has no effect
     */
    @Transactional
    public Instant request(String processId, MoveProposal proposal) {
        Plan plan = currentPlan.of(proposal.yearId());
        Instant latest = proposal.all().stream()
                .flatMap(m -> java.util.stream.Stream.of(
                        MoveLimits.instant(m),
                        proposal.again() ? MoveLimits.instant(m) : MoveLimits.instant(plan.milestone(m.code()))))
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        notices.requested(processId, proposal, latest);
        return latest;
    }

    /** The standing agency does not agree: nothing moves, the one who asked is told why. */
    @Transactional
    public void refused(String processId, String yearId, String askedBy, String reason) {
        notices.refused(processId, yearId, askedBy, reason);
    }

    private void moveDuties(String yearId, DutyCode code) {
        DutyType.under(code).forEach(type -> moveDuties(yearId, type));
    }

    private void moveDuties(String yearId, DutyType type) {
        Instant deadline = deadlines.deadline(yearId, type);
        duties.moveDeadline(yearId, type, deadline);
        engine.dueDates(yearId, type);
    }

    private void record(MoveProposal proposal, Milestone m, String before, String agreedBy) {
        JournalEvent event = MEETINGS.contains(m.code()) ? JournalEvent.MEETING_MOVED : JournalEvent.DEADLINE_MOVED;
        String after = milestones.get(proposal.yearId(), m.code()).inWords();
        journal.record(
                proposal.yearId(),
                event,
                m.code().code(),
                null,
                agreedBy,
                Map.of(
                        "from",
                        before,
                        "to",
                        after,
                        "reason",
                        proposal.reason(),
                        "askedBy",
                        proposal.askedBy(),
                        "agreedBy",
                        agreedBy,
                        "again",
                        proposal.again()));
    }

    private void requireStandingAgency(String yearId, String by) {
        Plan plan = years.plan(yearId);
        if (Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()).stream()
                .noneMatch(p -> p.id().equals(by))) {
            throw new DutyRefused("Chỉ cơ quan thường trực của cụm được đồng ý dời thời hạn.");
        }
    }
}
