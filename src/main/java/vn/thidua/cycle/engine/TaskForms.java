package vn.thidua.cycle.engine;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Option;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.engine.SubmittedVariables;
import vn.thidua.duty.form.FormAnswers;
import vn.thidua.duty.form.FormContext;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.duty.form.FormValidator;
import vn.thidua.year.Json;

/** Between a task and its Camunda Form: what the form shows lies on the task, what it submits is judged by its schema. */
@Component
public class TaskForms {
    private final Json json;
    private final TimeSource time;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    TaskForms(Json json, TimeSource time) {
        this.json = json;
        this.time = time;
    }

    /** Lays texts and options on the task alone, where the form reads them; they end with the task. */
    void show(DelegateTask task, Map<String, String> texts, Map<String, List<Option>> options) {
        // As JSON, since a text variable of the engine ends at 4,000 characters.
        texts.forEach((name, text) -> task.setVariableLocal(
                name, SpinValues.jsonValue(json.write(text)).create()));
        options.forEach((name, list) -> task.setVariableLocal(
                name, SpinValues.jsonValue(json.write(list)).create()));
    }

    /** @throws DutyRefused naming every field that is wrong and what to write; the task stays as it was */
    FormAnswers judge(DelegateTask task, String form, Map<String, List<Option>> options, Map<String, Object> facts) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        options.forEach((name, list) ->
                allowed.put(name, list.stream().map(Option::value).toList()));
        FormContext context = new FormContext(allowed, facts, LocalDateTime.ofInstant(time.now(), Vietnam.ZONE));
        FormSchema schema = schemas.computeIfAbsent(form, FormSchema::load);
        return FormValidator.validate(schema, SubmittedVariables.of(task), context)
                .orElseThrow(DutyRefused::new);
    }

    /** Who is signed in. */
    String person() {
        Authentication authentication =
                org.camunda.bpm.engine.impl.context.Context.getCommandContext().getAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new DutyRefused("Chưa đăng nhập. Đăng nhập lại rồi thực hiện.");
        }
        return authentication.getUserId();
    }
}
