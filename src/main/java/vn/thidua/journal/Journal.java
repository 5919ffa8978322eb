package vn.thidua.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that counts is journalled: who, for which unit, when, what changed, why. Nothing is ever changed in it. */
public interface Journal {

    /** Who acts where no person does: timers, the mail sender, the cut-off. */
    String SYSTEM = "system";

    /** Appends in the caller's transaction, stamped by the database's clock; {@code detail} must be writable as JSON. */
    void record(
            String yearId,
            JournalEvent event,
            @Nullable String duty,
            @Nullable String unit,
            String by,
            Map<String, Object> detail);

    /** The whole journal of a cluster year in order of time, then of writing. */
    List<JournalEntry> read(String yearId);

    /** What was written about a duty or milestone of a cluster year, in order of time; the mails sent are left out. */
    List<JournalEntry> readAbout(String yearId, String duty);

    /** The last entry of an event in a cluster year that concerns the year as a whole: how it ended. */
    Optional<JournalEntry> last(String yearId, JournalEvent event);

    /** What was written after entry {@code id}, in order of writing. */
    List<JournalEntry> readAfter(String yearId, long id);
}
