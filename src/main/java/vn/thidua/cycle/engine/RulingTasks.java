package vn.thidua.cycle.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.documents.RulingKey;
import vn.thidua.cycle.documents.RulingTexts;
import vn.thidua.cycle.documents.Rulings;
import vn.thidua.duty.form.FormAnswers;
import vn.thidua.evidence.ruling.Ruling;

/** The tasks in which officers rule on a file: shown the file, the facts and the rule; what they answer is judged and stored. */
@Component("rulingTasks")
public class RulingTasks implements TaskListener {
    private static final String FORM = "ruling";
    private static final Map<String, Ruling.Seat> SEATS = Map.of(
            "userTask_leader", Ruling.Seat.LEADER,
            "userTask_deputy", Ruling.Seat.DEPUTY,
            "userTask_standingAgency", Ruling.Seat.STANDING_AGENCY);

    private final RulingTexts texts;
    private final Rulings rulings;
    private final TaskForms forms;
    private final TaskSeats seats;

    RulingTasks(RulingTexts texts, Rulings rulings, TaskForms forms, TaskSeats seats) {
        this.texts = texts;
        this.rulings = rulings;
        this.forms = forms;
        this.seats = seats;
    }

    @Override
    public void notify(DelegateTask task) {
        RulingKey key = RulingBean.key(task.getExecution());
        Ruling.Seat seat = seat(task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            seats.of(key, seat).people().forEach(task::addCandidateUser);
            task.setName(texts.name(key));
            task.setDescription(texts.description(key));
            forms.show(task, texts.shown(key, seat), Map.of());
        } else {
            FormAnswers answers = forms.judge(task, FORM, Map.of(), Map.of());
            rulings.rule(key, seat, forms.person(), answers.text("decision").equals("accept"), answers.text("reason"));
            HandInTasks.clear(task.getExecution());
        }
    }

    static Ruling.Seat seat(String taskDefinitionKey) {
        return Objects.requireNonNull(SEATS.get(taskDefinitionKey));
    }
}
