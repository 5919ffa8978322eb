package vn.thidua.evidence.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.TimeSource;

/**
 * Forgets bytes that no row speaks of: what a crash left between the store and the row. Young ones are spared, and those of an
 * upload that is being ended, however old: its row is coming.
 */
@Component
public class StoreSweep {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSweep.class);

    private final FileStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TimeSource time;

    StoreSweep(FileStore store, JdbcClient jdbc, TransactionTemplate transactions, TimeSource time) {
        this.store = store;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
    }

    /** Returns how many files were forgotten. */
    public int sweep(Duration spared) throws IOException {
        int forgotten = 0;
        Instant before = time.now().minus(spared);
        store.tidy(before);
        for (String sha256 : store.keptBefore(before)) {
            forgotten += Boolean.TRUE.equals(transactions.execute(status -> forgetOrphan(sha256))) ? 1 : 0;
        }
        if (forgotten > 0) {
            LOG.info("{} files that no row speaks of were swept away", forgotten);
        }
        return forgotten;
    }

    private boolean forgetOrphan(String sha256) {
        // Two statements: the second sees what was committed before the lock was taken, one alone would not.
        boolean locked = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 8))")
                .param(sha256)
                .query(Boolean.class)
                .single();
        if (!locked || spokenOf(sha256)) {
            return false;
        }
        try {
            store.forget(sha256);
            return true;
        } catch (IOException e) {
            LOG.warn("File {} could not be swept away", sha256, e);
            return false;
        }
    }

    private boolean spokenOf(String sha256) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = :sha)
                            OR EXISTS (SELECT 1 FROM upload WHERE sha256 = :sha AND submission_id IS NULL AND refused IS NULL)""").param("sha", sha256).query(Boolean.class).single();
    }
}
