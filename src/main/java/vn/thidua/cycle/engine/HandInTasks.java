package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.DeliveryEffects;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.cycle.documents.Completeness;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.cycle.documents.Drafts;
import vn.thidua.cycle.documents.Rulings;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.form.FormAnswers;
import vn.thidua.scoring.drafting.CriteriaDrafting;

/**
 * Every user task of the running year: on creation it is given its words, on completion its answers are judged and stored.
 * Variables are never believed; what was submitted is judged by the form's schema and then removed from the process.
 */
@Component("handInTasks")
public class HandInTasks implements TaskListener {
    /** In the detail of the criteria's duty: members comment on the draft before it is issued. */
    static final String COMMENTED = "commented";

    private final TaskTexts texts;
    private final TaskForms forms;
    private final DutyService service;
    private final DeliveryEffects effects;
    private final DutyRepository duties;
    private final Completeness documents;
    private final Drafts drafts;
    private final Rulings rulings;
    private final ScoreDuties scores;
    private final TaskSeats seats;
    private final CriteriaDrafting drafting;

    HandInTasks(
            TaskTexts texts,
            TaskForms forms,
            DutyService service,
            DeliveryEffects effects,
            DutyRepository duties,
            Completeness documents,
            Drafts drafts,
            Rulings rulings,
            ScoreDuties scores,
            CriteriaDrafting drafting,
            TaskSeats seats) {
        this.texts = texts;
        this.forms = forms;
        this.service = service;
        this.effects = effects;
        this.duties = duties;
        this.documents = documents;
        this.drafts = drafts;
        this.rulings = rulings;
        this.scores = scores;
        this.seats = seats;
        this.drafting = drafting;
    }

    @Override
    public void notify(DelegateTask task) {
        DutyKey key = HandIn.key(task.getExecution());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            seats.of(key, seatsOf(stage(task))).people().forEach(task::addCandidateUser);
            words(task, key);
        } else {
            store(task, key);
            clear(task.getExecution());
        }
    }

    private void words(DelegateTask task, DutyKey key) {
        String stage = stage(task);
        task.setName(texts.name(key, stage));
        task.setDescription(texts.description(key, stage));
        if (submitting(stage) && DocumentForms.onOurPage(duties.get(key))) {
            return; // it asks the server for what it shows
        }
        forms.show(task, texts.shown(key, stage), texts.options(key));
        texts.numbers(key).forEach(task::setVariableLocal);
        texts.filledIn(key).forEach(task::setVariableLocal);
    }

    private void store(DelegateTask task, DutyKey key) {
        String by = forms.person();
        String stage = stage(task);
        if (submitting(stage)) {
            scores.lock(duties.get(key));
        }
        Duty duty = duties.get(key);
        String form = submitting(stage) ? DocumentForms.form(duty) : formOf(stage);
        FormAnswers answers = forms.judge(task, form, texts.options(key), texts.facts(key));
        switch (stage) {
            case "review" -> {
                if (answers.text("decision").equals("return")) {
                    service.giveBack(key, by, answers.text("reason"));
                    effects.undone(key);
                } else {
                    service.accept(key, by, answers.text("remarks"));
                }
            }
            case "withdraw" -> {
                service.withdraw(key, by, answers.text("reason"));
                effects.undone(key);
            }
            case "findings" -> service.findings(key, by, answers.text("findings"));
            default -> {
                documents.require(duty);
                scores.require(duty);
                if (Boolean.TRUE.equals(duty.detail().get(COMMENTED))) {
                    drafting.requireIssuable(key.yearId());
                }
                boolean declined = answers.text("answer").equals("decline") || documents.allDeclined(duty);
                service.deliver(key, by, declined, answers.values());
                drafts.forget(duty.id());
                rulings.ask(duties.get(key));
            }
        }
    }

    private static boolean submitting(String stage) {
        return stage.equals("submit") || stage.equals("mend");
    }

    private static String stage(DelegateTask task) {
        return stage(task.getTaskDefinitionKey());
    }

    static String stage(String taskDefinitionKey) {
        return taskDefinitionKey.replace("userTask_", "").toLowerCase(Locale.ROOT);
    }

    /** Whose task a stage is: who mends is who submits. */
    static String seatsOf(String stage) {
        return stage.equals("mend") ? "submit" : stage;
    }

    private static String formOf(String stage) {
        return stage.equals("withdraw") ? "receipt" : stage;
    }

    /** The process keeps no answers: they stand in the receipt. */
    static void clear(DelegateExecution execution) {
        for (Map.Entry<String, Object> variable :
                List.copyOf(execution.getVariables().entrySet())) {
            execution.removeVariable(variable.getKey());
        }
    }
}
