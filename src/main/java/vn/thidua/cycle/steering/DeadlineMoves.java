package vn.thidua.cycle.steering;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
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
import vn.thidua.plan.Finding;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Opening;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanCheck;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/**
 * Moves a deadline while a year runs: asked by the leader, agreed by the standing agency before the old and the new
 * instant, for all alike. Timers, due dates, reminders and journal move together (rules.md, "A deadline can be moved").
 */
@Service
public class DeadlineMoves {
    private static final Set<DutyCode> MEETINGS = Set.of(DutyCode.SCORING_MEETING, DutyCode.CONFERENCE);

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
     * Works out what moving one date means, with the full check on the result; dates that would have to move too are listed.
     *
     * @throws DutyRefused naming what stands against it: the date is past, or the plan would have errors that moving other
     *     dates by as many days does not mend
     */
    public MoveProposal propose(
            String yearId,
            DutyCode code,
            @Nullable Boundary deadline,
            @Nullable LocalDateTime at,
            @Nullable LocalDateTime plannedEnd,
            String reason,
            String askedBy) {
        requireLeader(yearId, askedBy);
        Plan plan = currentPlan.of(yearId);
        Milestone old = plan.milestone(code);
        if ((old.deadline() == null) != (deadline == null) || (old.at() == null) != (at == null)) {
            throw new DutyRefused("«" + code.title() + "» "
                    + (old.at() == null
                            ? "là thời hạn: chọn loại thời hạn và ngày."
                            : "là sự kiện: chọn loại «diễn ra lúc», ngày và giờ."));
        }
        MilestoneDates dates = milestones.get(yearId, code);
        boolean again = MEETINGS.contains(code) && dates.endedAt() != null;
        Milestone moved = new Milestone(code, old.opens(), deadline, at, end(old, at, plannedEnd), old.latest());
        if (!again) {
            requireAhead(old, "Thời điểm cũ");
        }
        requireAhead(moved, "Thời điểm mới");
        if (again && years.fact(yearId, "freeze").isPresent() && code == DutyCode.SCORING_MEETING) {
            throw new DutyRefused(
                    "Điểm đã chốt nên không họp chấm điểm lại. Việc sửa kết quả đã chốt phải có quyết định riêng.");
        }
        List<Milestone> along = again ? List.of() : dependents(plan, old, moved);
        return new MoveProposal(yearId, moved, along, again, reason, askedBy);
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
                requireAhead(plan.milestone(m.code()), "Thời điểm cũ");
            }
            requireAhead(m, "Thời điểm mới");
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
                        instant(m), proposal.again() ? instant(m) : instant(plan.milestone(m.code()))))
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

    /** Dates that the plan's check finds out of order after the move are moved by as many days, until it finds none. */
    private List<Milestone> dependents(Plan plan, Milestone old, Milestone moved) {
        Set<String> accepted = PlanCheck.check(plan).stream()
                .filter(Finding::isError)
                .map(DeadlineMoves::kind)
                .collect(Collectors.toSet());
        long days = ChronoUnit.DAYS.between(
                instant(old).atZone(Vietnam.ZONE).toLocalDate(),
                instant(moved).atZone(Vietnam.ZONE).toLocalDate());
        Map<DutyCode, Milestone> along = new LinkedHashMap<>();
        Plan result = plan.withMilestone(moved);
        while (true) {
            List<Finding> errors = PlanCheck.check(result).stream()
                    .filter(Finding::isError)
                    .filter(f -> !accepted.contains(kind(f)))
                    .toList();
            if (errors.isEmpty()) {
                return new ArrayList<>(along.values());
            }
            Milestone next = errors.stream()
                    .flatMap(f -> named(plan, f).stream())
                    .filter(m -> m.code() != moved.code() && !along.containsKey(m.code()) && days != 0)
                    .filter(m -> m.code() != DutyCode.EVIDENCE_CUTOFF)
                    .findFirst()
                    .map(m -> shifted(m, days))
                    .orElse(null);
            if (next == null) {
                throw new DutyRefused("Không dời được, vì kế hoạch sẽ có lỗi:\n"
                        + errors.stream().map(f -> "- " + f.message()).collect(Collectors.joining("\n")));
            }
            requireAhead(
                    plan.milestone(next.code()),
                    "Thời điểm cũ của «" + next.code().title() + "» (phải dời theo)");
            requireAhead(next, "Thời điểm mới của «" + next.code().title() + "» (phải dời theo)");
            along.put(next.code(), next);
            result = result.withMilestone(next);
        }
    }

    private static String kind(Finding f) {
        return f.code() + " " + f.path();
    }

    private static List<Milestone> named(Plan plan, Finding f) {
        return plan.milestones().values().stream()
                .filter(m -> f.path().startsWith("milestones." + m.code().code() + ".")
                        || f.path().equals("milestones." + m.code().code()))
                .toList();
    }

    private static Milestone shifted(Milestone m, long days) {
        Boundary b = m.deadline();
        Opening o = m.opens();
        return new Milestone(
                m.code(),
                o == null || o.at() == null ? o : new Opening(o.at().plusDays(days), o.after()),
                b == null ? null : new Boundary(b.kind(), b.date().plusDays(days), b.time()),
                m.at() == null ? null : m.at().plusDays(days),
                m.plannedEnd() == null ? null : m.plannedEnd().plusDays(days),
                m.latest());
    }

    private static @Nullable LocalDateTime end(
            Milestone old, @Nullable LocalDateTime at, @Nullable LocalDateTime plannedEnd) {
        if (plannedEnd != null || at == null || old.plannedEnd() == null || old.at() == null) {
            return plannedEnd;
        }
        return at.plus(java.time.Duration.between(old.at(), old.plannedEnd()));
    }

    private static Instant instant(Milestone m) {
        if (m.deadline() != null) {
            return m.deadline().limit();
        }
        return Vietnam.at(java.util.Objects.requireNonNull(m.at(), () -> m.code() + " has no instant"));
    }

    private void requireAhead(Milestone m, String which) {
        if (!time.now().isBefore(instant(m))) {
            throw new TooLate(which + " (" + Vietnam.words(instant(m))
                    + ") đã qua nên không dời được nữa. Đồng ý sau thời điểm đó không có hiệu lực.");
        }
    }

    private void requireLeader(String yearId, String by) {
        Plan plan = years.plan(yearId);
        if (plan.people(plan.leader().code()).stream().noneMatch(p -> p.id().equals(by))) {
            throw new DutyRefused("Chỉ cụm trưởng được đề nghị dời thời hạn của năm thi đua này.");
        }
    }

    private void requireStandingAgency(String yearId, String by) {
        Plan plan = years.plan(yearId);
        if (Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()).stream()
                .noneMatch(p -> p.id().equals(by))) {
            throw new DutyRefused("Chỉ cơ quan thường trực của cụm được đồng ý dời thời hạn.");
        }
    }
}
