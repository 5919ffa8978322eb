package vn.thidua.cycle.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;

/** What the multi-instance call activities loop over: duty keys as text, and units. */
@Component("duties")
public class Duties {
    private final DutyRoster roster;

    Duties(DutyRoster roster) {
        this.roster = roster;
    }

    public List<String> of(DelegateExecution execution, String type) {
        return texts(roster.of(Years.id(execution), DutyType.valueOf(type)));
    }

    public List<String> about(DelegateExecution execution, String type, String subject) {
        return texts(roster.about(Years.id(execution), DutyType.valueOf(type), subject));
    }

    public List<String> members(DelegateExecution execution) {
        return roster.members(Years.id(execution));
    }

    private static List<String> texts(List<DutyKey> keys) {
        return keys.stream().map(DutyKey::toString).toList();
    }
}
