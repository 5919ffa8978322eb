package vn.thidua.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** One way out. */
public interface MailTransport {

    /**
     * Delivers, or throws. Returning means that the other side has taken it.
     *
     * @throws TransportException what to do about it
     * @throws MessagingException the message itself cannot be sent (a bad address): as {@link TransportException.Kind#REFUSED}
     */
    void send(QueuedMail mail, MimeMessage message) throws MessagingException, TransportException;

    /**
     * After how many deliveries they are marked SENT, together. One by one where a second copy after a crash bothers
     * somebody; a whole batch where speed counts more.
     */
    default int together() {
        return 1;
    }

    /** Transfer encoding of the texts: whether the way out carries eight bits, which can be read as they are. */
    default String encoding() {
        return "quoted-printable";
    }
}
