package vn.thidua.mail;

/** Where every mail begins. What is enqueued goes out if, and only if, the caller's transaction commits. */
public interface Outbox {

    /**
     * Renders the mail and puts it into the outbox, in the caller's transaction.
     *
     * @return false if a mail with this business key is already there (nothing is changed then)
     * @throws IllegalArgumentException if the template is unknown, a field of its model is missing or unknown, or a
     *     one-line value carries a line break or another control character
     */
    boolean enqueue(OutgoingMail mail);
}
