package vn.thidua.mail;

import java.util.List;

/** The cluster year as a whole, and the people's way in. Fields: see {@link MailModel}. */
public sealed interface YearMail extends MailModel {

    /** {@code milestones}: the main dates in words. */
    record YearStarted(
            String yearName,
            String startedBy,
            String startedAt,
            String leaderName,
            String deputyName,
            List<String> milestones,
            String contact,
            String link)
            implements YearMail {}

    record YearCancelled(
            String yearName,
            String cancelledBy,
            String cancelledAt,
            @Multiline String reason,
            String contact,
            String link)
            implements YearMail {}

    /** {@code overdue}: duties that stay OVERDUE in the closing record; may be empty. */
    record YearClosed(String yearName, String closedAt, List<String> overdue, String contact, String link)
            implements YearMail {}

    /** The dossier has gone to the ministry (S0-26). {@code proposals}: collectives and persons proposed. */
    record MinistrySent(
            String yearName,
            String receiver,
            String sentBy,
            String sentAt,
            boolean late,
            String boundary,
            List<String> proposals,
            String contact,
            String link)
            implements YearMail {}

    /**
     * Where the journal's chain stands after a cut-off. {@code number} and {@code hash}: of its last entry; {@code
     * occasions}: what was cut off.
     */
    record Checkpoint(
            String yearName,
            String yearId,
            String takenAt,
            String number,
            String hash,
            List<String> occasions,
            String contact,
            String link)
            implements YearMail {}

    /**
     * One-time link to set a password. Its text is blanked in the outbox once it has gone. {@code boundary}: until when
     * the link holds.
     */
    record PasswordLink(String userId, String boundary, String consequence, String contact, String link)
            implements YearMail {}
}
