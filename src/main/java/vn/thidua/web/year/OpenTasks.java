package vn.thidua.web.year;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyKey;

/** Whether somebody has something to do about a duty now: a task of their own, or one of their groups' even if a colleague took it. */
@Component
class OpenTasks {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Where the newest such task is in Tasklist. */
    Optional<String> link(DutyKey key, String person) {
        return newest(of(key).taskAssignee(person))
                .or(() -> newest(of(key).taskCandidateUser(person).includeAssignedTasks()))
                .map(task -> TASKLIST + "#/?task=" + task.getId());
    }

    private TaskQuery of(DutyKey key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key.toString());
    }

    private static Optional<Task> newest(TaskQuery query) {
        return query.orderByTaskCreateTime().desc().listPage(0, 1).stream().findFirst();
    }
}
