package vn.thidua.cycle.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.documents.RulingKey;
import vn.thidua.cycle.documents.RulingTexts;
import vn.thidua.cycle.documents.Rulings;
import vn.thidua.evidence.ruling.Ruling;

/** The questions of the diagram {@code ruling}; all answers come from the tables, by the business key. */
@Component("ruling")
public class RulingBean {
    private final Rulings rulings;
    private final RulingTexts texts;
    private final TaskSeats seats;
    private final TimeSource time;

    RulingBean(Rulings rulings, RulingTexts texts, TaskSeats seats, TimeSource time) {
        this.rulings = rulings;
        this.texts = texts;
        this.seats = seats;
        this.time = time;
    }

    static RulingKey key(DelegateExecution execution) {
        return RulingKey.parse(execution.getProcessBusinessKey());
    }

    /** Candidate groups of a seat; none where its task goes to people one by one ({@link RulingTasks} names them). */
    public List<String> candidates(DelegateExecution execution, String seat) {
        return seats.of(key(execution), Ruling.Seat.valueOf(seat)).groups();
    }

    /** The freeze: what is unruled then counts as not accepted. */
    public Date dueDate(DelegateExecution execution) {
        Instant freeze = texts.until(key(execution)).orElseGet(time::now);
        return Date.from(freeze);
    }

    /** Leader and deputy agree. */
    public boolean decided(DelegateExecution execution) {
        return rulings.outcome(key(execution)).isPresent();
    }
}
