package vn.thidua.cycle.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/** Meetings, for the diagrams of their sessions. */
@Component("meetings")
public class MeetingsBean {
    private final Journal journal;

    MeetingsBean(Journal journal) {
        this.journal = journal;
    }

    /** The session opens at its instant. */
    public void open(DelegateExecution execution, String meeting) {
        journal.record(
                Years.id(execution),
                JournalEvent.PHASE_STARTED,
                meeting,
                null,
                Journal.SYSTEM,
                Map.of("phase", meeting, "name", "Phiên " + DutyCode.of(meeting).title()));
    }

    /** Which meeting the message asks to be held once more. */
    public String repeated(DelegateExecution execution) {
        return String.valueOf(execution.getVariable("meeting"));
    }
}
