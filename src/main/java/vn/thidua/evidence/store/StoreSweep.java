package vn.thidua.evidence.store;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.TimeSource;

/** Forgets bytes that no row speaks of: what a crash left between the store and the row. Young ones are spared, their row may be coming. */
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
        for (String sha256 : store.keptBefore(time.now().minus(spared))) {
            forgotten += Boolean.TRUE.equals(transactions.execute(status -> forgetOrphan(sha256))) ? 1 : 0;
        }
        if (forgotten > 0) {
            LOG.info("{} files that no row speaks of were swept away", forgotten);
        }
        return forgotten;
    }

    private boolean forgetOrphan(String sha256) {
        boolean orphan = jdbc.sql(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(:sha, 8)) AND NOT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = :sha)")
                .param("sha", sha256)
                .query(Boolean.class)
                .single();
        if (!orphan) {
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
}
