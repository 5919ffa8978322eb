package vn.thidua.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param businessKey what makes this mail this mail, e.g. {@code <duty key>/opened/<person>}; the same key is never sent
 *     as two mails
 * @param to the address alone, without a name
 * @param template name of a template under {@code mail/}, e.g. {@code task-opened}
 * @param model the template's fields
 * @param duty code of the duty it is about, for the journal
 * @param unit code of the unit it is about, for the journal
 */
public record OutgoingMail(
        String businessKey,
        String yearId,
        String to,
        String toName,
        String template,
        Map<String, Object> model,
        @Nullable String duty,
        @Nullable String unit,
        List<MailAttachment> attachments) {
    public OutgoingMail {
        attachments = List.copyOf(attachments);
    }

    public OutgoingMail(
            String businessKey,
            String yearId,
            String to,
            String toName,
            String template,
            Map<String, Object> model,
            @Nullable String duty,
            @Nullable String unit) {
        this(businessKey, yearId, to, toName, template, model, duty, unit, List.of());
    }

    /** The same mail with these files. */
    public OutgoingMail with(List<MailAttachment> files) {
        return new OutgoingMail(businessKey, yearId, to, toName, template, model, duty, unit, files);
    }
}
