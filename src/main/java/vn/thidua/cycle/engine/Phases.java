package vn.thidua.cycle.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** Journals the phases of a year as their processes start and end. */
@Component("phases")
public class Phases {
    private final Journal journal;

    Phases(Journal journal) {
        this.journal = journal;
    }

    /** The cluster year itself; a phase in the journal like the others. */
    public void yearStarted(DelegateExecution execution) {
        record(execution, JournalEvent.PHASE_STARTED);
    }

    public void started(DelegateExecution execution) {
        record(execution, JournalEvent.PHASE_STARTED);
    }

    public void ended(DelegateExecution execution) {
        record(execution, JournalEvent.PHASE_ENDED);
    }

    private void record(DelegateExecution execution, JournalEvent event) {
        var definition = ((ExecutionEntity) execution).getProcessDefinition();
        journal.record(
                Years.id(execution),
                event,
                null,
                null,
                Journal.SYSTEM,
                Map.of("phase", definition.getKey(), "name", definition.getName()));
    }
}
