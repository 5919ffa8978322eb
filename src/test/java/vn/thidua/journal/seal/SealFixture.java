package vn.thidua.journal.seal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.TestDatabase;
import vn.thidua.journal.JdbcJournal;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** A journal on a database of its own, sealers for it, and the hands of an administrator who tampers with it. */
final class SealFixture implements AutoCloseable {
    final String url = TestDatabase.createDatabase("seal");
    final HikariDataSource source;
    final JdbcTemplate jdbc;
    final DataSourceTransactionManager transactions;
    final TransactionTemplate transaction;
    final JdbcJournal journal;
    final List<Checkpoint> told = new CopyOnWriteArrayList<>();
    final Checkpoints checkpoints;
    final Sealer sealer;
    final SealedEntries entries;

    SealFixture() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(20);
        source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
        transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        journal = new JdbcJournal(jdbc);
        checkpoints = checkpoints(told::add);
        sealer = new Sealer(jdbc, checkpoints, transactions);
        entries = new SealedEntries(jdbc, sealer);
    }

    Checkpoints checkpoints(CheckpointListener listener) {
        var beans = new StaticListableBeanFactory(Map.of("listener", listener));
        return new Checkpoints(jdbc, beans.getBeanProvider(CheckpointListener.class), transactions);
    }

    /** As many entries of all kinds: with and without duty and unit, empty and full details. */
    void record(String year, int count) {
        for (int i = 0; i < count; i++) {
            journal.record(
                    year,
                    i % 3 == 0 ? JournalEvent.DELIVERED : JournalEvent.MAIL_SENT,
                    i % 4 == 0 ? null : "unit-plan",
                    i % 5 == 0 ? null : "VLG",
                    i % 2 == 0 ? Journal.SYSTEM : "vlg.cv",
                    i % 3 == 0 ? Map.of("receipt", "BN-" + year + "-" + i, "note", "Đã nộp " + i) : Map.of());
        }
    }

    void sealed(String year, int count) {
        record(year, count);
        sealer.sealAll();
    }

    /** What somebody with all rights can do: without the triggers, whatever {@code statements} say. */
    void tamper(String... statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("SET LOCAL session_replication_role = replica");
            for (String statement : statements) {
                jdbc.execute(statement);
            }
        });
    }

    long journalId(String year, long number) {
        Long id = jdbc.queryForObject(
                "SELECT journal_id FROM journal_seal WHERE year_id = ? AND number = ?", Long.class, year, number);
        return id == null ? -1 : id;
    }

    long count(String table, String year) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM " + table + " WHERE year_id = ?", Long.class, year);
        return count == null ? -1 : count;
    }

    @Override
    public void close() {
        source.close();
    }
}
