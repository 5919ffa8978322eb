package vn.thidua.cycle;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.LapseNotices;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Outcome;

/** Says that a duty was missed: in the journal, and to the party with the log of its receipts. */
@Component
class Lapses {
    private final Journal journal;
    private final LapseNotices notices;

    Lapses(Journal journal, LapseNotices notices) {
        this.journal = journal;
        this.notices = notices;
    }

    void tell(Duty duty, Map<String, Object> detail) {
        Outcome outcome = duty.outcome();
        if (outcome == null) {
            return;
        }
        Map<String, Object> all = new HashMap<>(detail);
        if (outcome == Outcome.OVERDUE) {
            DutyJournal.record(journal, JournalEvent.OVERDUE, duty, Journal.SYSTEM, all);
            notices.overdue(duty);
        } else {
            all.put("outcome", outcome.name());
            DutyJournal.record(journal, JournalEvent.LAPSED, duty, Journal.SYSTEM, all);
            notices.lapsed(duty, Boolean.TRUE.equals(all.get("unitNotProposing")));
        }
    }
}
