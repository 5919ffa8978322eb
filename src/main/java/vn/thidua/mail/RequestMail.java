package vn.thidua.mail;

import java.util.List;

/**
 * A unit's requests for figures (S1-08). Fields: see {@link MailModel}. {@code reference}: how the request is referred to; {@code
 * contact}: the officer whom the department answers.
 */
public sealed interface RequestMail extends MailModel {

    /** To the department: figures are asked for. {@code criteria}: what they are for, perhaps nothing. */
    record DataRequested(
            String yearName,
            String unitName,
            String reference,
            List<String> criteria,
            @Multiline String question,
            String boundary,
            String contact)
            implements RequestMail, ToOrganisation {}

    /** To the department: the deadline is near. */
    record DataRequestedReminder(
            String yearName,
            String unitName,
            String reference,
            @Multiline String question,
            String boundary,
            String contact)
            implements RequestMail, ToOrganisation {}

    /** To the department: there is a new deadline. */
    record DataRequestedExtended(
            String yearName,
            String unitName,
            String reference,
            @Multiline String question,
            String boundary,
            String contact)
            implements RequestMail, ToOrganisation {}

    /** To the department: no answer is needed any more. */
    record DataRequestedWithdrawn(
            String yearName,
            String unitName,
            String reference,
            @Multiline String question,
            String contact) implements RequestMail, ToOrganisation {}

    /** To the unit's officers: the deadline is near and no answer recorded. */
    record DataFollowReminder(
            String yearName,
            String unitName,
            String reference,
            String supplier,
            @Multiline String question,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements RequestMail {}

    /** To the unit's head: an obstacle, or a deadline without an answer. {@code history}: all that happened, a line each. */
    record DataRaised(
            String yearName,
            String unitName,
            String reference,
            String supplier,
            @Multiline String question,
            String boundary,
            String consequence,
            List<String> history,
            String contact,
            String link)
            implements RequestMail {}

    /** To the unit's officers: what the head decided. {@code decision}: in words, with the new deadline where there is one. */
    record DataInstructed(
            String yearName,
            String unitName,
            String reference,
            String supplier,
            String decision,
            @Multiline String instruction,
            String instructedBy,
            String contact,
            String link)
            implements RequestMail {}
}
