package vn.thidua.cycle.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.complaints.ComplaintOptions;
import vn.thidua.cycle.requests.RequestOptions;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringCases.SteeringCase;
import vn.thidua.cycle.steering.SteeringOptions;
import vn.thidua.cycle.steering.SteeringWords;
import vn.thidua.duty.form.FormAnswers;

/** The user tasks of starting, amending, moving, cancelling, asking for figures and complaining: shows the case, judges the answers, keeps them in the case. */
@Component("steeringTasks")
public class SteeringTasks implements TaskListener {
    /** The form of each user task, by process and task. */
    private static final Map<String, String> FORMS = Map.of(
            "yearStart/userTask_confirm", "year-confirm",
            "yearAmend/userTask_confirm", "amend-confirm",
            "deadlineMove/userTask_propose", "deadline-propose",
            "deadlineMove/userTask_agree", "deadline-agree",
            "yearCancel/userTask_choose", "year-cancel",
            "dataRequestStart/userTask_ask", "data-request",
            "complaintStart/userTask_file", "complaint-file");

    private static final String FIGURES = "dataRequestStart";
    private static final String COMPLAINT = "complaintStart";

    private final SteeringCases cases;
    private final SteeringOptions options;
    private final RequestOptions requests;
    private final ComplaintOptions complaints;
    private final TaskForms forms;
    private final SteeringWords words;
    private final DeadlineMoveBean moves;

    SteeringTasks(
            SteeringCases cases,
            SteeringOptions options,
            RequestOptions requests,
            ComplaintOptions complaints,
            SteeringWords words,
            TaskForms forms,
            DeadlineMoveBean moves) {
        this.cases = cases;
        this.options = options;
        this.requests = requests;
        this.complaints = complaints;
        this.words = words;
        this.forms = forms;
        this.moves = moves;
    }

    /** Until when the case's open task is to be done. */
    public Date dueDate(DelegateExecution execution) {
        return Date.from(words.due(process(execution.getProcessDefinitionId()), open(execution)));
    }

    @Override
    public void notify(DelegateTask task) {
        String process = process(task.getProcessDefinitionId());
        String form = FORMS.get(process + "/" + task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            show(task, process, form);
        } else {
            keep(task, process, form);
        }
    }

    private void show(DelegateTask task, String process, String form) {
        SteeringCase one = open(task.getExecution());
        Map<String, String> shown =
                words.shown(process, form, one, task.getDueDate().toInstant());
        if (process.equals(FIGURES)) {
            shown.putAll(requests.shown(yearIds(process, one.by())));
        }
        if (process.equals(COMPLAINT)) {
            shown.putAll(complaints.shown(yearIds(process, one.by()), one.by()));
        }
        if (!one.text(ABOUT).isEmpty()) {
            task.setName(task.getName() + ": " + one.text(ABOUT));
        }
        task.setDescription(SteeringWords.description(task.getDescription(), shown));
        // What was answered before and came back is there to be mended; boxes are to be ticked anew.
        one.answers(form).forEach((name, value) -> {
            if (!value.equals("true") && !value.equals("false")) {
                shown.put(name, value);
            }
        });
        forms.show(task, shown, choices(process, one.by()));
    }

    private void keep(DelegateTask task, String process, String form) {
        String by = forms.person();
        SteeringCase before = cases.get(task.getProcessInstanceId());
        FormAnswers answers = forms.judge(task, form, choices(process, before.by()), Map.of());
        Map<String, String> kept = new HashMap<>();
        before.answers(form).keySet().forEach(name -> kept.put(form + "." + name, ""));
        answers.values().forEach((name, value) -> kept.put(form + "." + name, text(value)));
        kept.put(form + ".by", by);
        cases.put(task.getProcessInstanceId(), kept);
        HandInTasks.clear(task.getExecution());
        task.getExecution().setVariable(STARTER, before.by());
        if (form.equals("deadline-propose")) {
            moves.requireComplete(task.getProcessInstanceId());
        }
    }

    private SteeringCase open(DelegateExecution execution) {
        String starter = String.valueOf(execution.getVariable(STARTER));
        cases.open(execution.getProcessInstanceId(), process(execution.getProcessDefinitionId()), starter);
        return cases.get(execution.getProcessInstanceId());
    }

    private static String process(String definitionId) {
        return definitionId.split(":", 2)[0];
    }

    /** In a case: what its tasks are about, for their names. */
    static final String ABOUT = "about";

    /** Who started the process: the start event's initiator. */
    static final String STARTER = "starter";

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : String.valueOf(value);
    }

    private List<String> yearIds(String process, String person) {
        return options.years(process, person).stream().map(Option::value).toList();
    }

    private Map<String, List<Option>> choices(String process, String starter) {
        if (process.equals(FIGURES)) {
            return Map.of(
                    "years",
                    options.years(process, starter),
                    "requestLines",
                    requests.lines(yearIds(process, starter)));
        }
        if (process.equals(COMPLAINT)) {
            List<String> years = yearIds(process, starter);
            return Map.of(
                    "years",
                    options.years(process, starter),
                    "complaintUnits",
                    complaints.units(years),
                    "complaintLines",
                    complaints.lines(years));
        }
        return Map.of("years", options.years(process, starter), "milestones", options.milestones(process, starter));
    }
}
