package vn.thidua.cycle.steering;

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
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Finding;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Opening;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanCheck;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Works out what moving a date means, before anybody agrees to it (rules.md, "A deadline can be moved"). */
@Service
public class MoveProposals {
    private final YearStore years;
    private final Milestones milestones;
    private final DutyRepository duties;
    private final CurrentPlan currentPlan;
    private final TimeSource time;

    MoveProposals(
            YearStore years, Milestones milestones, DutyRepository duties, CurrentPlan currentPlan, TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.duties = duties;
        this.currentPlan = currentPlan;
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
        boolean again = DeadlineMoves.MEETINGS.contains(code) && dates.endedAt() != null;
        Milestone moved = new Milestone(code, old.opens(), deadline, at, end(old, at, plannedEnd), old.latest());
        if (!again) {
            MoveLimits.requireAhead(time, old, "Thời điểm cũ");
        }
        MoveLimits.requireAhead(time, moved, "Thời điểm mới");
        if (again && years.fact(yearId, "freeze").isPresent() && code == DutyCode.SCORING_MEETING) {
            throw new DutyRefused(
                    "Điểm đã chốt nên không họp chấm điểm lại. Việc sửa kết quả đã chốt phải có quyết định riêng.");
        }
        if (again
                && code == DutyCode.SCORING_MEETING
                && duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received)) {
            throw new DutyRefused("Một bên đã chốt kết quả chấm điểm nên không họp chấm điểm lại.");
        }
        List<Milestone> along = again ? List.of() : dependents(plan, old, moved);
        return new MoveProposal(yearId, moved, along, again, reason, askedBy);
    }

    /** Dates that the plan's check finds out of order after the move are moved by as many days, until it finds none. */
    private List<Milestone> dependents(Plan plan, Milestone old, Milestone moved) {
        Set<String> accepted = PlanCheck.check(plan).stream()
                .filter(Finding::isError)
                .map(MoveProposals::kind)
                .collect(Collectors.toSet());
        long days = ChronoUnit.DAYS.between(
                MoveLimits.instant(old).atZone(Vietnam.ZONE).toLocalDate(),
                MoveLimits.instant(moved).atZone(Vietnam.ZONE).toLocalDate());
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
            MoveLimits.requireAhead(
                    time,
                    plan.milestone(next.code()),
                    "Thời điểm cũ của «" + next.code().title() + "» (phải dời theo)");
            MoveLimits.requireAhead(
                    time, next, "Thời điểm mới của «" + next.code().title() + "» (phải dời theo)");
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

    private void requireLeader(String yearId, String by) {
        Plan plan = years.plan(yearId);
        if (plan.people(plan.leader().code()).stream().noneMatch(p -> p.id().equals(by))) {
            throw new DutyRefused("Chỉ cụm trưởng được đề nghị dời thời hạn của năm thi đua này.");
        }
    }
}
