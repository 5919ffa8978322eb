package vn.thidua.cycle.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Boundary;
import vn.thidua.cycle.steering.DeadlineMoves;
import vn.thidua.cycle.steering.MoveProposal;
import vn.thidua.cycle.steering.MoveProposals;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringCases.SteeringCase;
import vn.thidua.cycle.steering.SteeringWords;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.Seats;
import vn.thidua.plan.DutyCode;
import vn.thidua.year.YearStore;

/** Moving a deadline or a meeting, for its diagram. The proposal is worked out anew when it is applied: dates may have moved. */
@Component("deadlineMove")
public class DeadlineMoveBean {
    private static final String FORM = "deadline-propose.";

    private final DeadlineMoves moves;
    private final MoveProposals proposals;
    private final SteeringCases cases;
    private final YearStore years;

    DeadlineMoveBean(DeadlineMoves moves, MoveProposals proposals, SteeringCases cases, YearStore years) {
        this.moves = moves;
        this.proposals = proposals;
        this.cases = cases;
        this.years = years;
    }

    public boolean abandoned(DelegateExecution execution) {
        return one(execution).is(FORM + "abandon", "true");
    }

    /** Checks, and shows the standing agency what would move; what stands against it goes back to the proposer. */
    public void check(DelegateExecution execution) {
        String id = execution.getProcessInstanceId();
        try {
            MoveProposal proposal = proposal(one(execution));
            Instant latest = moves.request(id, proposal);
            cases.put(
                    id,
                    Map.of(
                            "valid",
                            "true",
                            "shown",
                            moves.describe(proposal),
                            SteeringWords.DUE,
                            latest.toString(),
                            SteeringTasks.ABOUT,
                            proposal.moved().code().title()));
        } catch (DutyRefused e) {
            cases.put(id, Map.of("valid", "false", "shown", "**Chưa dời được.** " + e.getMessage()));
        }
    }

    public boolean valid(DelegateExecution execution) {
        return one(execution).is("valid", "true");
    }

    public String standingAgency(DelegateExecution execution) {
        String yearId = one(execution).text(FORM + "year");
        return Groups.of(yearId, List.of(Seats.standingAgency(years.plan(yearId)))).stream()
                .collect(Collectors.joining(","));
    }

    public boolean agreed(DelegateExecution execution) {
        return one(execution).is("deadline-agree.decision", "agree");
    }

    /** An agreement that comes too late has no effect and is refused; the task stays, to be answered with a refusal. */
    public void apply(DelegateExecution execution) {
        SteeringCase one = one(execution);
        moves.apply(proposal(one), one.text("deadline-agree.by"));
    }

    public void refused(DelegateExecution execution) {
        SteeringCase one = one(execution);
        moves.refused(
                execution.getProcessInstanceId(), one.text(FORM + "year"), one.by(), one.text("deadline-agree.reason"));
    }

    /** @throws DutyRefused where the form, taken together, names no date */
    void requireComplete(String processId) {
        SteeringCase one = cases.get(processId);
        if (!one.is(FORM + "abandon", "true") && one.text(FORM + "newDate").isEmpty()) {
            throw new DutyRefused("Chưa chọn ngày mới.");
        }
    }

    private MoveProposal proposal(SteeringCase one) {
        String kind = one.text(FORM + "newKind");
        LocalDate date = LocalDate.parse(one.text(FORM + "newDate"));
        @Nullable LocalTime time = time(one, "newTime");
        boolean event = kind.equals("AT");
        Boundary deadline = event ? null : new Boundary(Boundary.Kind.valueOf(kind), date, time);
        LocalTime end = time(one, "newEnd");
        return proposals.propose(
                one.text(FORM + "year"),
                DutyCode.of(one.text(FORM + "milestone")),
                deadline,
                event && time != null ? date.atTime(time) : null,
                event && end != null ? LocalDateTime.of(date, end) : null,
                one.text(FORM + "reason"),
                one.by());
    }

    private static @Nullable LocalTime time(SteeringCase one, String name) {
        String text = one.text(FORM + name);
        return text.isEmpty() ? null : LocalTime.parse(text);
    }

    private SteeringCase one(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId());
    }
}
