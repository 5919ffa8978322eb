package vn.thidua.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cluster year's journal.
 *
 * @param at the database's clock ({@code thidua_now()}) when the line was written, in microseconds
 * @param duty code of the duty or milestone ({@code rules.md}, "Codes"), if the event concerns one
 * @param unit code of the unit or outside body concerned, if any
 * @param by id of the person, or {@link Journal#SYSTEM}
 */
public record JournalEntry(
        long id,
        String yearId,
        Instant at,
        JournalEvent event,
        @Nullable String duty,
        @Nullable String unit,
        String by,
        Map<String, Object> detail) {}
