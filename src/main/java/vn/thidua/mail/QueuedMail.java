package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail taken from the outbox for sending: the sender's claim holds while {@code attempts} is still this number. */
public record QueuedMail(
        long id,
        String businessKey,
        String messageId,
        String yearId,
        String to,
        String toName,
        String template,
        String subject,
        String text,
        @Nullable String html,
        List<MailAttachment> attachments,
        @Nullable String duty,
        @Nullable String unit,
        int attempts) {}
