package vn.thidua.cycle.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.documents.RulingKey;
import vn.thidua.cycle.documents.RulingSeats;
import vn.thidua.cycle.documents.RulingTexts;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.SeatHolders;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * Whose candidates a task has: the groups of its seats' functions; where somebody was replaced because of a conflict of interest, the
 * people who hold the seats, one by one, since the group has the replaced one in it.
 */
@Component
class TaskSeats {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final DutyRepository duties;
    private final YearStore years;
    private final SeatHolders holders;
    private final RulingTexts rulings;

    TaskSeats(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy AuthorizationService authorizations,
            DutyRepository duties,
            YearStore years,
            SeatHolders holders,
            RulingTexts rulings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.duties = duties;
        this.years = years;
        this.holders = holders;
        this.rulings = rulings;
    }

    record Candidates(List<String> groups, List<String> people) {}

    Candidates of(DutyKey key, String stage) {
        Plan plan = years.plan(key.yearId());
        Seats.Stage asked = Seats.Stage.valueOf(stage.toUpperCase(Locale.ROOT));
        return holders.changed(plan, key, asked)
                ? people(holders.of(plan, key, asked))
                : new Candidates(Groups.of(key.yearId(), Seats.of(plan, key, asked)), List.of());
    }

    Candidates of(RulingKey key, Ruling.Seat seat) {
        Plan plan = years.plan(key.yearId());
        String unit = rulings.unit(key);
        Seats.Seat held = RulingSeats.of(plan, unit, seat);
        return holders.changed(plan, unit, held)
                ? people(holders.of(plan, unit, held))
                : new Candidates(Groups.of(key.yearId(), List.of(held)), List.of());
    }

    private static Candidates people(List<Person> people) {
        return new Candidates(List.of(), people.stream().map(Person::id).toList());
    }

    /** Open tasks in which a unit's work is judged go to those who hold the seats now; who does not, loses them. */
    void refresh(String yearId, String unit) {
        for (Duty duty : duties.ofYear(yearId)) {
            if (judges(duty.key(), unit)) {
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(duty.key().toString())
                        .list()
                        .forEach(task -> refresh(task, duty.key(), unit));
            }
        }
        for (Task task : tasks.createTaskQuery()
                .processDefinitionKey("ruling")
                .tenantIdIn(yearId)
                .list()) {
            RulingKey key = RulingKey.parse(businessKey(task));
            if (rulings.unit(key).equals(unit)) {
                refresh(task, of(key, RulingTasks.seat(task.getTaskDefinitionKey())));
            }
        }
    }

    private static boolean judges(DutyKey key, String unit) {
        return SeatHolders.judged(key, Seats.Stage.SUBMIT)
                .or(() -> SeatHolders.judged(key, Seats.Stage.REVIEW))
                .filter(unit::equals)
                .isPresent();
    }

    private void refresh(Task task, DutyKey key, String unit) {
        String stage = HandInTasks.seatsOf(HandInTasks.stage(task.getTaskDefinitionKey()));
        if (SeatHolders.judged(key, Seats.Stage.valueOf(stage.toUpperCase(Locale.ROOT)))
                .filter(unit::equals)
                .isPresent()) {
            refresh(task, of(key, stage));
        }
    }

    private void refresh(Task task, Candidates wanted) {
        Set<String> groups = new HashSet<>(wanted.groups());
        Set<String> people = new HashSet<>(wanted.people());
        tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .forEach(link -> {
                    if (link.getGroupId() != null && !groups.remove(link.getGroupId())) {
                        tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
                    } else if (link.getUserId() != null && !people.remove(link.getUserId())) {
                        tasks.deleteCandidateUser(task.getId(), link.getUserId());
                    }
                });
        groups.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        people.forEach(person -> tasks.addCandidateUser(task.getId(), person));
        String assignee = task.getAssignee();
        if (assignee != null && wanted.groups().isEmpty() && !wanted.people().contains(assignee)) {
            tasks.setAssignee(task.getId(), null);
        }
        takeBackRights(task, wanted);
    }

    /** The engine grants rights to a task with its candidates and assignee, and leaves them when those go. */
    private void takeBackRights(Task task, Candidates wanted) {
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list().stream()
                .filter(right -> right.getGroupId() != null && !wanted.groups().contains(right.getGroupId())
                        || right.getUserId() != null
                                && wanted.groups().isEmpty()
                                && !wanted.people().contains(right.getUserId()))
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    private String businessKey(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return instance.getBusinessKey();
    }
}
