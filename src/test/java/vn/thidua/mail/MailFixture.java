package vn.thidua.mail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.TestDatabase;
import vn.thidua.calendar.TimeSource;
import vn.thidua.journal.DatabaseTimeSource;
import vn.thidua.journal.JdbcJournal;

/** An outbox on a database of its own, and senders for it. */
final class MailFixture implements AutoCloseable {

    final HikariDataSource source;
    final JdbcTemplate jdbc;
    final DataSourceTransactionManager transactions;
    final TransactionTemplate transaction;
    final JdbcJournal journal;
    final MailProperties properties = properties();
    final Outbox outbox;
    final OutboxTable table;
    final FailedMails failed;

    MailFixture() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.createDatabase("mail"));
        source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
        transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        journal = new JdbcJournal(jdbc);
        outbox = new JdbcOutbox(jdbc, new MailRenderer(properties), properties);
        table = new OutboxTable(jdbc);
        failed = new FailedMails(jdbc);
    }

    static MailProperties properties() {
        return new MailProperties(
                "http://localhost:8080",
                new MailProperties.Mail(
                        MailProperties.Transport.AUTO,
                        "unused",
                        null,
                        "Hệ thống Thi đua",
                        false,
                        Duration.ofSeconds(2)));
    }

    MailSenderJob sender(MailTransport transport) {
        return sender(transport, new JournalMailSent(journal));
    }

    MailSenderJob sender(MailTransport transport, MailSent listener) {
        TimeSource clock = new DatabaseTimeSource(jdbc);
        try {
            return new MailSenderJob(table, new MimeMessages(properties), transport, listener, clock, transactions);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean enqueue(String key) {
        return enqueue(key, "duc@dongthap.example");
    }

    boolean enqueue(String key, String to) {
        return outbox.enqueue(
                SampleMails.taskOpened().to(to, "Trần Văn Đức", key, "tay-nam-bo-2024", "dossier", "DTP"));
    }

    Map<String, Object> row(String key) {
        return jdbc.queryForMap("SELECT * FROM mail_outbox WHERE business_key = ?", key);
    }

    /** Whole seconds from now until the next attempt. */
    int wait(String key) {
        Integer seconds = jdbc.queryForObject(
                "SELECT round(extract(epoch FROM next_attempt_at - thidua_now())) FROM mail_outbox WHERE business_key = ?",
                Integer.class,
                key);
        return seconds == null ? -1 : seconds;
    }

    /** Moves the one clock, as a rehearsal does. */
    void laterBy(String interval) {
        jdbc.execute("CREATE OR REPLACE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS "
                + "$$SELECT clock_timestamp() + interval '" + interval + "'$$");
    }

    void rightTime() {
        laterBy("0");
    }

    @Override
    public void close() {
        source.close();
    }
}
