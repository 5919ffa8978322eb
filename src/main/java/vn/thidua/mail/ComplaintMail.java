package vn.thidua.mail;

import java.util.List;

/**
 * Complaints about frozen figures. Fields: see {@link MailModel}. {@code reference}: how the complaint is referred to; {@code unitName}
 * complains about the figure of {@code concernsName} in {@code criterion}, which is {@code frozen} and should be {@code asked}.
 */
public sealed interface ComplaintMail extends MailModel {

    /** A complaint has been filed: to those who rule ({@code toRule}), and to the units whose case it is. */
    record ComplaintFiled(
            String yearName,
            String reference,
            String unitName,
            String concernsName,
            String criterion,
            String frozen,
            String asked,
            @Multiline String grounds,
            boolean toRule,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements ComplaintMail {}

    /** To those who have not ruled: the deadline is near. */
    record ComplaintReminder(
            String yearName,
            String reference,
            String unitName,
            String concernsName,
            String criterion,
            String frozen,
            String asked,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements ComplaintMail {}

    /** To everyone of the units whose case it is: how it ended. {@code result}: a sentence; {@code rulings}: a line a seat, perhaps none. */
    record ComplaintDecided(
            String yearName,
            String reference,
            String unitName,
            String concernsName,
            String criterion,
            String result,
            List<String> rulings,
            String contact,
            String link)
            implements ComplaintMail {}
}
