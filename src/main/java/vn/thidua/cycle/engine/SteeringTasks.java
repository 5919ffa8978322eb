package vn.thidua.cycle.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringOptions;
import vn.thidua.duty.form.FormAnswers;

/** The user tasks of starting, amending, moving and cancelling: shows the case, judges the answers, keeps them in the case. */
@Component("steeringTasks")
public class SteeringTasks implements TaskListener {
    /** The form of each user task, by process and task. */
    private static final Map<String, String> FORMS = Map.of(
            "yearStart/userTask_confirm", "year-confirm",
            "yearAmend/userTask_confirm", "amend-confirm",
            "deadlineMove/userTask_propose", "deadline-propose",
            "deadlineMove/userTask_agree", "deadline-agree",
            "yearCancel/userTask_choose", "year-cancel");

    private final SteeringCases cases;
    private final SteeringOptions options;
    private final TaskForms forms;
    private final DeadlineMoveBean moves;

    SteeringTasks(SteeringCases cases, SteeringOptions options, TaskForms forms, DeadlineMoveBean moves) {
        this.cases = cases;
        this.options = options;
        this.forms = forms;
        this.moves = moves;
    }

    @Override
    public void notify(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        String process = task.getProcessDefinitionId().split(":", 2)[0];
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            String starter = String.valueOf(execution.getVariable(STARTER));
            cases.open(task.getProcessInstanceId(), process, starter);
            String shown = cases.get(task.getProcessInstanceId()).text("shown");
            forms.show(task, Map.of("background", shown), choices(process, starter));
            return;
        }
        String by = forms.person();
        String form = FORMS.get(process + "/" + task.getTaskDefinitionKey());
        SteeringCases.SteeringCase before = cases.get(task.getProcessInstanceId());
        FormAnswers answers = forms.judge(task, form, choices(process, before.by()), Map.of());
        Map<String, String> kept = new HashMap<>();
        answers.values().forEach((name, value) -> kept.put(form + "." + name, String.valueOf(value)));
        kept.put(form + ".by", by);
        cases.put(task.getProcessInstanceId(), kept);
        HandInTasks.clear(execution);
        execution.setVariable(STARTER, before.by());
        if (form.equals("deadline-propose")) {
            moves.requireComplete(task.getProcessInstanceId());
        }
    }

    /** Who started the process: the start event's initiator. */
    static final String STARTER = "starter";

    private Map<String, List<Option>> choices(String process, String starter) {
        return Map.of("years", options.years(process, starter), "milestones", options.milestones());
    }
}
