package vn.thidua.cycle.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.complaints.Complaint;
import vn.thidua.cycle.complaints.ComplaintKey;
import vn.thidua.cycle.complaints.ComplaintTexts;
import vn.thidua.cycle.complaints.Complaints;
import vn.thidua.cycle.complaints.TypedFigure;
import vn.thidua.duty.form.FormAnswers;
import vn.thidua.evidence.ruling.Ruling.Seat;

/** The tasks in which people rule on a complaint: shown what was frozen and what is asked; what they answer is judged and stored. */
@Component("complaintTasks")
public class ComplaintTasks implements TaskListener {
    private static final String FORM = "complaint-ruling";
    private static final Map<String, Seat> SEATS = Map.of(
            "userTask_leader", Seat.LEADER,
            "userTask_deputy", Seat.DEPUTY,
            "userTask_standingAgency", Seat.STANDING_AGENCY);

    private final ComplaintTexts texts;
    private final Complaints complaints;
    private final TaskForms forms;

    ComplaintTasks(ComplaintTexts texts, Complaints complaints, TaskForms forms) {
        this.texts = texts;
        this.complaints = complaints;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        ComplaintKey key = ComplaintBean.key(task.getExecution());
        Seat seat = SEATS.get(task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            Complaint complaint = complaints.get(key);
            task.setName(texts.name(complaint));
            task.setDescription(texts.description(complaint, seat));
            forms.show(task, texts.shown(complaint, seat), Map.of());
            return;
        }
        FormAnswers answers = forms.judge(task, FORM, Map.of(), Map.of());
        boolean upheld = answers.text("decision").equals("uphold");
        complaints.rule(
                key,
                seat,
                forms.person(),
                upheld,
                upheld
                        ? new TypedFigure(answers.text("points"), answers.text("bonus"), answers.text("count"))
                        : TypedFigure.NONE,
                answers.text("reason"));
        HandInTasks.clear(task.getExecution());
    }
}
