package vn.thidua.journal.seal;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.thidua.journal.JdbcJournal;

/** Finds a receipt's entry in the chain: a receipt is issued once that entry is sealed. */
@Repository
public class SealedEntries {
    /** Real time between two looks. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JdbcTemplate jdbc;
    private final Sealer sealer;

    public SealedEntries(JdbcTemplate jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * The first entry of the year that says something was received under this number (RECEIVED, DELIVERED, DELIVERED_LATE or
     * DECLINED), once it is sealed. Seals it itself where no sealer is at it, so that this works without the loop too.
     *
     * @param patience real time to wait at most
     * @return empty if there is no such entry, committed and sealed, by then
     * @throws IllegalStateException if called inside a transaction, whose own entries could never be sealed meanwhile
     */
    public Optional<SealedEntry> await(String yearId, String receiptNumber, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            sealer.seal(yearId);
            Optional<SealedEntry> found = find(yearId, receiptNumber);
            if (found.isPresent() || System.nanoTime() >= end) {
                return found;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** As {@link #await}, as it stands now. */
    public Optional<SealedEntry> find(String yearId, String receiptNumber) {
        return jdbc
                .query(
                        """
                        SELECT j.*, s.number, s.hash FROM journal j JOIN journal_seal s ON s.journal_id = j.id
                         WHERE j.id = (SELECT min(r.id) FROM journal r
                                        WHERE r.year_id = ? AND r.detail ->> 'receipt' = ?
                                          AND r.event IN ('RECEIVED', 'DELIVERED', 'DELIVERED_LATE', 'DECLINED'))""",
                        (row, n) -> new SealedEntry(
                                JdbcJournal.entry(row),
                                row.getLong("number"),
                                HexFormat.of().formatHex(row.getBytes("hash"))),
                        yearId,
                        receiptNumber)
                .stream()
                .findFirst();
    }
}
