package vn.thidua.journal.seal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checkpoints asked for and told. What asks writes a row in its own transaction; the {@link Sealer} finds it committed, seals what
 * that transaction has written, and only then is it told: nothing of it is kept in memory, so a crash in between loses nothing.
 */
@Component
public class Checkpoints {
    private final JdbcTemplate jdbc;
    private final ObjectProvider<CheckpointListener> listeners;
    private final TransactionTemplate transaction;

    public Checkpoints(
            JdbcTemplate jdbc, ObjectProvider<CheckpointListener> listeners, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Due(long id, String yearId, String occasion) {}

    /**
     * Asks for a checkpoint that covers all that the caller's transaction journals, before this call or after it.
     *
     * @param occasion code of the duty whose cut-off it is
     */
    public void ask(String yearId, String occasion) {
        jdbc.update("INSERT INTO journal_checkpoint (year_id, occasion) VALUES (?, ?)", yearId, occasion);
    }

    /** What has been asked for and committed, by year. */
    Map<String, List<Due>> due() {
        return jdbc
                .query(
                        "SELECT id, year_id, occasion FROM journal_checkpoint WHERE told_at IS NULL ORDER BY year_id, id",
                        (row, n) -> new Due(row.getLong("id"), row.getString("year_id"), row.getString("occasion")))
                .stream()
                .collect(Collectors.groupingBy(Due::yearId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Tells, as one checkpoint, those of {@code seen} that no other node has told; all they cover must be sealed. */
    void tell(String yearId, List<Due> seen) {
        transaction.executeWithoutResult(status -> {
            List<Due> mine = jdbc.query(
                    """
                    SELECT id, year_id, occasion FROM journal_checkpoint
                     WHERE id = ANY (?) AND told_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED""",
                    (row, n) -> new Due(row.getLong("id"), row.getString("year_id"), row.getString("occasion")),
                    (Object) seen.stream().map(Due::id).toArray(Long[]::new));
            if (!mine.isEmpty()) {
                tellAtEnd(yearId, mine);
            }
        });
    }

    /** A chain without an entry has nothing to be told. */
    private void tellAtEnd(String yearId, List<Due> dues) {
        jdbc.query(
                        "SELECT number, hash FROM journal_seal WHERE year_id = ? ORDER BY number DESC LIMIT 1",
                        (row, n) -> new Checkpoint(
                                yearId,
                                dues.get(0).id(),
                                dues.stream().map(Due::occasion).distinct().toList(),
                                row.getLong("number"),
                                HexFormat.of().formatHex(row.getBytes("hash"))),
                        yearId)
                .forEach(checkpoint -> {
                    jdbc.update(
                            "UPDATE journal_checkpoint SET number = ?, hash = ?, told_at = thidua_now() WHERE id = ANY (?)",
                            checkpoint.number(),
                            HexFormat.of().parseHex(checkpoint.hash()),
                            dues.stream().map(Due::id).toArray(Long[]::new));
                    listeners.orderedStream().forEach(l -> l.reached(checkpoint));
                });
    }
}
