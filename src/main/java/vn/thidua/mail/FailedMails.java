package vn.thidua.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The clerk's list: mails the receiving side refused for good. Someone mends the cause and lets them go again. */
@Repository
public class FailedMails {

    private final JdbcTemplate jdbc;

    /** What a clerk sees; never the text. */
    public record FailedMail(
            long id,
            String yearId,
            String to,
            String toName,
            String template,
            String subject,
            int attempts,
            String lastError,
            Instant createdAt) {}

    public FailedMails(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one cluster year, oldest first. */
    public List<FailedMail> list(String yearId) {
        return jdbc.query(
                "SELECT * FROM mail_outbox WHERE state = 'FAILED' AND year_id = ? ORDER BY id",
                (row, n) -> new FailedMail(
                        row.getLong("id"),
                        row.getString("year_id"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("template"),
                        row.getString("subject"),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                yearId);
    }

    /** Back into the queue, as if new; false if it is not on the list of that year (any more). */
    public boolean retry(String yearId, long id) {
        return jdbc.update("""
                        UPDATE mail_outbox SET state = 'QUEUED', attempts = 0, next_attempt_at = thidua_now()
                         WHERE id = ? AND year_id = ? AND state = 'FAILED'
                        """, id, yearId) == 1;
    }
}
