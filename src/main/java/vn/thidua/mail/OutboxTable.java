package vn.thidua.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * A mail's way through table {@code mail_outbox}. Whoever claims a row holds it for {@link #LEASE}: a sender that is not
 * done by then is taken for crashed and the mail is sent again. Every later step names the attempt it belongs to, so a
 * sender that comes back late changes nothing.
 */
@Repository
class OutboxTable {

    static final Duration LEASE = Duration.ofMinutes(10);

    private static final String MINE = " WHERE id = ? AND state = 'SENDING' AND attempts = ?";

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes up to {@code limit} due mails, oldest first; two senders never take the same. To be committed before sending. */
    List<QueuedMail> claim(int limit) {
        return jdbc.query("""
                        UPDATE mail_outbox
                           SET state = 'SENDING', attempts = attempts + 1,
                               next_attempt_at = thidua_now() + make_interval(secs => ?)
                         WHERE id IN (SELECT id FROM mail_outbox
                                       WHERE state IN ('QUEUED', 'SENDING') AND next_attempt_at <= thidua_now()
                                       ORDER BY next_attempt_at, id
                                       LIMIT ?
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """, (row, n) -> mail(row), (double) LEASE.toSeconds(), limit).stream()
                .sorted(Comparator.comparingLong(QueuedMail::id))
                .toList();
    }

    /**
     * Marks what has gone; those that were still this sender's to mark come back. A one-time link is no use to anyone in
     * the outbox once it has gone.
     */
    List<QueuedMail> sent(List<QueuedMail> mails) {
        int[] marked = jdbc.batchUpdate(
                """
                UPDATE mail_outbox
                   SET state = 'SENT', sent_at = thidua_now(), last_error = NULL,
                       body = CASE template WHEN 'password-link' THEN '' ELSE body END,
                       html = CASE template WHEN 'password-link' THEN NULL ELSE html END
                """ + MINE,
                mails.stream()
                        .map(mail -> new Object[] {mail.id(), mail.attempts()})
                        .toList());
        return IntStream.range(0, marked.length)
                .filter(i -> marked[i] == 1)
                .mapToObj(mails::get)
                .toList();
    }

    void later(QueuedMail mail, Duration wait, String error) {
        jdbc.update("""
                UPDATE mail_outbox
                   SET state = 'QUEUED', next_attempt_at = thidua_now() + make_interval(secs => ?), last_error = ?
                """ + MINE, (double) wait.toSeconds(), error, mail.id(), mail.attempts());
    }

    void failed(QueuedMail mail, String error) {
        jdbc.update(
                "UPDATE mail_outbox SET state = 'FAILED', last_error = ?" + MINE, error, mail.id(), mail.attempts());
    }

    /** Gives back what was claimed but not tried. */
    void release(List<QueuedMail> mails) {
        for (QueuedMail mail : mails) {
            jdbc.update(
                    "UPDATE mail_outbox SET state = 'QUEUED', attempts = attempts - 1, next_attempt_at = thidua_now()"
                            + MINE,
                    mail.id(),
                    mail.attempts());
        }
    }

    private static QueuedMail mail(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getString("business_key"),
                row.getString("message_id"),
                row.getString("year_id"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                MailAttachment.read(row.getString("attachments")),
                row.getString("duty"),
                row.getString("unit"),
                row.getInt("attempts"));
    }
}
