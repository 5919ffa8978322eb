package vn.thidua.journal.seal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hangs what has been written into the chain of its cluster year, in transactions of its own. Nothing here waits: a year that
 * another node is sealing is left to it, and an entry whose transaction has not yet committed is not seen and comes later in the
 * chain. So neither cut-offs of different clusters nor recording and sealing ever wait for one another.
 */
@Component
public class Sealer {
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final Checkpoints checkpoints;
    private final TransactionTemplate transaction;

    public Sealer(JdbcTemplate jdbc, Checkpoints checkpoints, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.transaction = new TransactionTemplate(transactions);
        // After the lock is had, the end of the chain is read anew: a snapshot from before would be the one of last
        // time.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Where a chain ends. */
    private record End(long number, byte[] hash) {}

    /**
     * Seals all that has been committed, year by year, and has the checkpoints told that are due and covered now.
     *
     * @throws IllegalStateException if called inside a transaction, whose own entries could not be sealed
     */
    public void sealAll() {
        Map<String, List<Checkpoints.Due>> due = checkpoints.due();
        Set<String> years = new LinkedHashSet<>(yearsThatWait());
        years.addAll(due.keySet());
        seal(years, due);
    }

    /** As {@link #sealAll}, but only years for which a checkpoint is due: for who drives a year and seals it all at its end. */
    public void sealForCheckpoints() {
        Map<String, List<Checkpoints.Due>> due = checkpoints.due();
        seal(due.keySet(), due);
    }

    /** One year's failure keeps no other from being sealed. */
    private void seal(Set<String> years, Map<String, List<Checkpoints.Due>> due) {
        List<RuntimeException> failures = new ArrayList<>();
        for (String year : years) {
            try {
                if (seal(year) && due.containsKey(year)) {
                    checkpoints.tell(year, due.get(year));
                }
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("The journal of " + year + " could not be sealed", e));
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /**
     * Seals one year.
     *
     * @return whether all that was committed before this call is sealed now; false if another sealer is at it
     * @throws IllegalStateException if called inside a transaction
     */
    public boolean seal(String yearId) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The journal is never sealed inside a transaction");
        }
        while (true) {
            Integer sealed = transaction.execute(status -> tryLock(yearId) ? sealBatch(yearId) : -1);
            if (sealed == null || sealed < 0) {
                return false;
            }
            if (sealed < BATCH) {
                return true;
            }
        }
    }

    private List<String> yearsThatWait() {
        return jdbc.queryForList("""
                SELECT DISTINCT u.year_id FROM journal_unsealed u
                  JOIN journal j ON j.id = u.journal_id AND j.year_id = u.year_id""", String.class);
    }

    private boolean tryLock(String yearId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('journal_seal/' || ?, 0))", Boolean.class, yearId));
    }

    /** @return how many were sealed. What has a seal, or no entry, is passed over: the audit names it. */
    private int sealBatch(String yearId) {
        List<ChainRow> rows =
                jdbc.query("SELECT " + ChainRow.COLUMNS + """
                         FROM journal_unsealed u JOIN journal j ON j.id = u.journal_id AND j.year_id = u.year_id
                        WHERE u.year_id = ? AND NOT EXISTS (SELECT FROM journal_seal s WHERE s.journal_id = j.id)
                        ORDER BY u.journal_id LIMIT ?""", (row, n) -> ChainRow.of(row), yearId, BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        End end = end(yearId);
        List<Object[]> seals = new ArrayList<>();
        for (ChainRow row : rows) {
            end = new End(end.number() + 1, Chain.next(end.hash(), end.number() + 1, row));
            seals.add(new Object[] {yearId, end.number(), row.id(), end.hash()});
        }
        jdbc.batchUpdate("INSERT INTO journal_seal (year_id, number, journal_id, hash) VALUES (?, ?, ?, ?)", seals);
        jdbc.update(
                "DELETE FROM journal_unsealed WHERE year_id = ? AND journal_id = ANY (?)",
                yearId,
                rows.stream().map(ChainRow::id).toArray(Long[]::new));
        return rows.size();
    }

    private End end(String yearId) {
        return jdbc
                .query(
                        "SELECT number, hash FROM journal_seal WHERE year_id = ? ORDER BY number DESC LIMIT 1",
                        (row, n) -> new End(row.getLong("number"), row.getBytes("hash")),
                        yearId)
                .stream()
                .findFirst()
                .orElseGet(() -> new End(0, Chain.genesis(yearId)));
    }
}
