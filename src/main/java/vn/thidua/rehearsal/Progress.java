package vn.thidua.rehearsal;

import java.io.PrintStream;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.rehearsal.Actors.Turn;
import vn.thidua.rehearsal.engine.YearDriver;

/** Shows a rehearsal's way through the year: a line for each month, and for what counts in it. */
final class Progress implements YearDriver.Watcher {
    private final Journal journal;
    private final String yearId;
    private final PrintStream out;
    private long seen;
    private @Nullable YearMonth month;

    Progress(Journal journal, String yearId, PrintStream out) {
        this.journal = journal;
        this.yearId = yearId;
        this.out = out;
    }

    @Override
    public void reached(Instant instant) {
        tell();
        YearMonth now = YearMonth.from(Vietnam.dateOf(instant));
        if (!now.equals(month)) {
            month = now;
            out.printf("Tháng %02d/%d%n", now.getMonthValue(), now.getYear());
        }
    }

    @Override
    public void refused(Turn turn, Instant now, String message) {
        out.println("  " + Vietnam.words(now) + ": không nhận " + turn.task().key() + " của "
                + turn.person().name() + ". " + message);
    }

    /** What has been journalled since the last time. */
    void tell() {
        for (JournalEntry entry : journal.readAfter(yearId, seen)) {
            seen = entry.id();
            String line = line(entry);
            if (line != null) {
                out.println("  " + Vietnam.words(entry.at()) + ": " + line);
            }
        }
    }

    private static @Nullable String line(JournalEntry entry) {
        String who = entry.unit() == null ? "" : " – " + entry.unit();
        return switch (entry.event()) {
            case PHASE_STARTED -> "bắt đầu " + EventWords.phase(entry);
            case LAPSED, OVERDUE, CRITERIA_ISSUED, PROVISIONAL, CIRCULATED, FROZEN, SENT, CANCELLED, CLOSED ->
                EventWords.of(entry) + (entry.event() == JournalEvent.CLOSED ? "" : who);
            default -> null;
        };
    }
}
