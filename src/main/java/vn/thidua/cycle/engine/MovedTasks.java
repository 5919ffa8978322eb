package vn.thidua.cycle.engine;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.year.Json;

/** Open tasks whose deadline has moved: due date, description and form say the deadline that is now in force (S2-15). */
@Component
class MovedTasks {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DutyRepository duties;
    private final DutyTexts texts;
    private final TaskTexts taskTexts;
    private final Json json;

    MovedTasks(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            DutyRepository duties,
            DutyTexts texts,
            TaskTexts taskTexts,
            Json json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.duties = duties;
        this.texts = texts;
        this.taskTexts = taskTexts;
        this.json = json;
    }

    void refresh(String yearId, DutyType type) {
        runtime.createProcessInstanceQuery()
                .tenantIdIn(yearId)
                .processInstanceBusinessKeyLike(yearId + "/" + type + "/%")
                .list()
                .forEach(this::refresh);
    }

    private void refresh(ProcessInstance instance) {
        DutyKey key = DutyKey.parse(instance.getBusinessKey());
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .list()) {
            task.setDueDate(Date.from(duties.get(key).effectiveDeadline()));
            task.setDescription(taskTexts.description(key, HandInTasks.stage(task.getTaskDefinitionKey())));
            tasks.saveTask(task);
            tasks.setVariableLocal(
                    task.getId(),
                    "boundaryText",
                    SpinValues.jsonValue(json.write(texts.boundary(duties.get(key))))
                            .create());
        }
    }
}
