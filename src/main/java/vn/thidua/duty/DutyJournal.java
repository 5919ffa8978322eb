package vn.thidua.duty;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** Writes an event about a duty: code and party in their columns, type and subject in the detail. */
public final class DutyJournal {
    private DutyJournal() {}

    public static void record(Journal journal, JournalEvent event, Duty duty, String by, Map<String, Object> detail) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", duty.type().name());
        if (!duty.key().subject().isEmpty()) {
            all.put("subject", duty.key().subject());
        }
        all.putAll(detail);
        journal.record(
                duty.yearId(), event, duty.type().code().code(), duty.key().party(), by, all);
    }
}
