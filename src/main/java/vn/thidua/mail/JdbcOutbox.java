package vn.thidua.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The outbox in table {@code mail_outbox}: rendered here, so that what is sent is what was true when it was caused. */
@Repository
public class JdbcOutbox implements Outbox {

    private final JdbcTemplate jdbc;
    private final MailRenderer renderer;
    private final String host;

    public JdbcOutbox(JdbcTemplate jdbc, MailRenderer renderer, MailProperties properties) {
        this.jdbc = jdbc;
        this.renderer = renderer;
        this.host = properties.host();
    }

    @Override
    public boolean enqueue(OutgoingMail mail) {
        String to = ModelCheck.oneLine("to", mail.to());
        MailRenderer.Rendered rendered = renderer.render(mail.template(), mail.toName(), mail.model());
        return jdbc.update(
                        """
                        INSERT INTO mail_outbox (business_key, message_id, year_id, recipient, recipient_name, template,
                                                 subject, body, html, duty, unit, attachments)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        ON CONFLICT (business_key) DO NOTHING
                        """,
                        mail.businessKey(),
                        messageId(mail.businessKey()),
                        mail.yearId(),
                        to,
                        rendered.toName(),
                        mail.template(),
                        rendered.subject(),
                        rendered.text(),
                        rendered.html(),
                        mail.duty(),
                        mail.unit(),
                        MailAttachment.write(mail.attachments()))
                == 1;
    }

    /** The same key gives the same Message-ID, so that a receiving system can tell a second copy from a second mail. */
    private String messageId(String businessKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(businessKey.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + host + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
