package vn.thidua.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;

/** A queued mail as a message: text and HTML, UTF-8, files behind them, dated by the one clock, identified by its business key. */
@Component
class MimeMessages {

    private static final String UTF_8 = "UTF-8";

    /** Only what making a message needs; making a session looks through the whole class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    static {
        // The library searches the whole class path for this one at every part of every mail unless told its name.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private final InternetAddress from;

    MimeMessages(MailProperties properties) throws UnsupportedEncodingException {
        from = new InternetAddress(properties.fromAddress(), properties.mail().fromName(), UTF_8);
    }

    /** @throws MessagingException if the address is none: then no later attempt helps either */
    MimeMessage message(QueuedMail mail, Instant now, String encoding) throws MessagingException {
        MimeMessage message = new KeyedMessage(mail.messageId());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(mail));
        message.setSubject(mail.subject(), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(Vietnam.ZONE)));
        message.setHeader("Content-Language", "vi");
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "plain", encoding));
        String html = mail.html();
        if (html != null) {
            alternatives.addBodyPart(part(html, "html", encoding));
        }
        message.setContent(mail.attachments().isEmpty() ? alternatives : mixed(alternatives, mail.attachments()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(QueuedMail mail) throws MessagingException {
        InternetAddress address = new InternetAddress(mail.to(), true);
        if (!mail.to().equals(address.getAddress())) {
            throw new MessagingException("Not one plain address: " + mail.to());
        }
        try {
            address.setPersonal(mail.toName(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    private static MimeMultipart mixed(MimeMultipart body, List<MailAttachment> attachments) throws MessagingException {
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(body);
        mixed.addBodyPart(first);
        for (MailAttachment attachment : attachments) {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(attachment.text(), UTF_8, "plain");
            part.setFileName(attachment.name());
            part.setDisposition(Part.ATTACHMENT);
            // As bytes: whoever checks the file gets the one that was written.
            part.setHeader("Content-Transfer-Encoding", "base64");
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static MimeBodyPart part(String text, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), UTF_8, type);
        part.setHeader("Content-Transfer-Encoding", fits(text) ? encoding : "quoted-printable");
        return part;
    }

    /** No line of a mail may be longer than 998 octets as it travels. */
    private static boolean fits(String text) {
        return text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
    }

    /** Keeps our Message-ID where the library would make one up at every saving. */
    private static final class KeyedMessage extends MimeMessage {

        private final String messageId;

        KeyedMessage(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
