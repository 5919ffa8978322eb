package vn.thidua.mail;

/** Told of every mail that has gone, in the transaction that marks it so. */
@FunctionalInterface
public interface MailSent {
    void sent(QueuedMail mail);
}
