package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Reminders;

/** The morning's reminders, for the diagram of the cluster year. */
@Component("reminders")
public class RemindersBean {
    private final Reminders reminders;

    RemindersBean(Reminders reminders) {
        this.reminders = reminders;
    }

    public void send(DelegateExecution execution) {
        reminders.send(Years.id(execution));
    }
}
