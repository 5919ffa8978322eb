package vn.thidua.mail;

import java.util.List;

/** Reminders and moved deadlines. Fields: see {@link MailModel}. */
public sealed interface ScheduleMail extends MailModel {

    /** One thing still missing. */
    record ReminderItem(String unitName, String dutyTitle, String boundary, String consequence, String link) {}

    /**
     * One mail per person, cluster year and morning; business key {@code <yearId>/reminder/<person>/<yyyy-MM-dd>}.
     * {@code link}: the person's list of tasks.
     */
    record Reminder(String yearName, List<ReminderItem> items, String contact, String link) implements ScheduleMail {}

    /** One moved deadline. */
    record Move(String dutyTitle, String oldBoundary, String newBoundary) {}

    /** Everyone concerned is told: asked by the leader, agreed by the standing agency. */
    record DeadlineMoved(
            String yearName,
            List<Move> moves,
            @Multiline String reason,
            String requestedBy,
            String agreedBy,
            String consequence,
            String contact,
            String link)
            implements ScheduleMail {}

    /**
     * To the standing agency: agree to moved deadlines. {@code boundary}: before the earlier of old and new instant; after
     * it an agreement has no effect.
     */
    record DecisionRequested(
            String yearName,
            List<Move> moves,
            @Multiline String reason,
            String requestedBy,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements ScheduleMail {}
}
