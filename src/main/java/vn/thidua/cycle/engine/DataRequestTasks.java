package vn.thidua.cycle.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.requests.DataRequest;
import vn.thidua.cycle.requests.DataRequest.Act;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.cycle.requests.RequestKey;
import vn.thidua.cycle.requests.RequestSeats.Role;
import vn.thidua.cycle.requests.RequestTexts;
import vn.thidua.duty.form.FormAnswers;

/** The two tasks of a request: the officers follow it, the head decides on what stands in its way. What they answer is judged and stored. */
@Component("dataRequestTasks")
public class DataRequestTasks implements TaskListener {
    private static final Map<String, Role> ROLES =
            Map.of("userTask_follow", Role.OFFICER, "userTask_instruct", Role.HEAD);
    private static final Map<String, Act> DECISIONS =
            Map.of("extend", Act.EXTENDED, "return", Act.RETURNED, "close", Act.CLOSED);

    private final DataRequests requests;
    private final RequestTexts texts;
    private final TaskForms forms;

    DataRequestTasks(DataRequests requests, RequestTexts texts, TaskForms forms) {
        this.requests = requests;
        this.texts = texts;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        RequestKey key = DataRequestBean.key(task.getExecution());
        Role role = ROLES.get(task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            DataRequest request = requests.get(key);
            task.setName(texts.name(request, role));
            task.setDescription(texts.description(request, role));
            forms.show(task, texts.shown(request, role), Map.of());
            return;
        }
        String by = forms.person();
        if (role == Role.OFFICER) {
            followed(key, by, forms.judge(task, "data-follow", Map.of(), Map.of()));
        } else {
            decided(key, by, forms.judge(task, "data-instruct", Map.of(), Map.of()));
        }
        HandInTasks.clear(task.getExecution());
    }

    private void followed(RequestKey key, String by, FormAnswers answers) {
        switch (answers.text("result")) {
            case "answer" ->
                requests.answer(
                        key,
                        by,
                        answers.text("answer"),
                        answers.text("documentNumber"),
                        date(answers.text("documentDate")));
            case "obstacle" -> requests.obstacle(key, by, answers.text("obstacle"));
            default -> requests.cancel(key, by, answers.text("cancelReason"));
        }
    }

    private void decided(RequestKey key, String by, FormAnswers answers) {
        requests.instruct(
                key,
                by,
                DECISIONS.get(answers.text("decision")),
                answers.text("instruction"),
                instant(answers.text("newDue")));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Vietnam.at(LocalDateTime.parse(text));
    }
}
