package vn.thidua.evidence.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** What happens to a file, in the journal: always with its receipt, its place and its hash. */
@Component
public class FileJournal {
    private final Journal journal;

    FileJournal(Journal journal) {
        this.journal = journal;
    }

    public void record(JournalEvent event, Duty duty, Submission file, String by, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("receipt", file.receipt());
        detail.put("slot", file.slot());
        detail.put("file", file.name());
        detail.put("sha256", file.sha256());
        detail.putAll(more);
        DutyJournal.record(journal, event, duty, by, detail);
    }
}
