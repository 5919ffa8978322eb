package vn.thidua.web.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.scoring.drafting.CriteriaSubject;
import vn.thidua.year.YearStore;

/** The task in which a unit answers a comment round, completed from the page as Tasklist would, by the person who is signed in. */
@Component
class RoundTasks {
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final CommentReading reading;
    private final YearStore years;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    RoundTasks(
            CommentReading reading, YearStore years, TaskService tasks, FormService forms, IdentityService identity) {
        this.reading = reading;
        this.years = years;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
    }

    /** @throws DutyRefused where the person's unit is not asked (any more), or the answer is none */
    void say(String year, String person, @Nullable String answer, @Nullable String text) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        Task task = reading.open(year, CriteriaSubject.CODE)
                .flatMap(round -> task(round, groups))
                .orElseThrow(
                        () -> new DutyRefused(
                                "Đơn vị không có việc góp ý nào đang mở: đã trả lời, hoặc đợt lấy ý kiến đã kết thúc. Tải lại trang."));
        Map<String, Object> answers = new HashMap<>();
        answers.put("answer", answer);
        answers.put("text", text);
        List<String> tenants = identity.createTenantQuery().userMember(person).list().stream()
                .map(Tenant::getId)
                .toList();
        try {
            identity.setAuthentication(person, groups, tenants);
            forms.submitTaskForm(task.getId(), answers);
        } catch (ProcessEngineException e) {
            throw refusal(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Where the leader issues the table for the first time, as long as that is to be done by this person. */
    Optional<String> issuing(String year, String person) {
        DutyKey key =
                DutyKey.of(year, DutyType.CRITERIA, years.plan(year).leader().code());
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .taskDefinitionKey("userTask_submit")
                .taskCandidateUser(person)
                .includeAssignedTasks()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(task -> TASKLIST + task.getId());
    }

    private Optional<Task> task(CommentRound round, List<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(round.key().toString())
                        .taskDefinitionKey("userTask_comment")
                        .taskCandidateGroupIn(groups)
                        .includeAssignedTasks()
                        .listPage(0, 1)
                        .stream()
                        .findFirst();
    }

    /** What the task's listener refused, in its own words. */
    private static RuntimeException refusal(ProcessEngineException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof DutyRefused refused) {
                return refused;
            }
        }
        return e;
    }
}
