package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.YearEvents;
import vn.thidua.plan.DutyCode;

/** An event of the year has come: it counts as happened, whatever the leader has produced for it. */
@Component("events")
public class Happenings {
    private final YearEvents events;

    Happenings(YearEvents events) {
        this.events = events;
    }

    public void happened(DelegateExecution execution, String code) {
        events.happened(Years.id(execution), DutyCode.of(code));
    }
}
