package vn.thidua.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Out by SMTP, through Spring's sender. */
class SmtpTransport implements MailTransport {

    /** Without these a silent server would hold the sender for ever (milliseconds). */
    private static final Map<String, String> TIMEOUTS = Map.of(
            "mail.smtp.connectiontimeout", "10000",
            "mail.smtp.timeout", "30000",
            "mail.smtp.writetimeout", "30000");

    private static final Pattern STATUS = Pattern.compile("^\\s*([45]\\d\\d)[ -]");

    private final JavaMailSender sender;

    SmtpTransport(JavaMailSender sender) {
        this.sender = sender;
        if (sender instanceof JavaMailSenderImpl impl) {
            Properties properties = impl.getJavaMailProperties();
            TIMEOUTS.forEach(properties::putIfAbsent);
        }
    }

    @Override
    public void send(QueuedMail mail, MimeMessage message) throws MessagingException, TransportException {
        try {
            sender.send(message);
        } catch (MailAuthenticationException e) {
            throw new TransportException(TransportException.Kind.UNREACHABLE, said(e), e);
        } catch (MailSendException e) {
            Exception cause = e.getMessageExceptions().length > 0 ? e.getMessageExceptions()[0] : e;
            OptionalInt status = status(cause);
            TransportException.Kind kind = status.isEmpty() || status.getAsInt() == 421
                    ? TransportException.Kind.UNREACHABLE
                    : status.getAsInt() >= 500 ? TransportException.Kind.REFUSED : TransportException.Kind.LATER;
            throw new TransportException(kind, said(cause), e);
        } catch (MailException e) {
            throw new TransportException(TransportException.Kind.REFUSED, said(e), e);
        }
    }

    /** The server's last word; of an address refused, not of the command after it. */
    private static OptionalInt status(@Nullable Throwable failure) {
        OptionalInt status = OptionalInt.empty();
        for (Throwable t = failure; t != null; t = next(t)) {
            if (t instanceof SMTPAddressFailedException e) {
                return OptionalInt.of(e.getReturnCode());
            } else if (t instanceof SMTPSenderFailedException e) {
                return OptionalInt.of(e.getReturnCode());
            } else if (t instanceof SMTPSendFailedException e) {
                status = OptionalInt.of(e.getReturnCode());
            } else if (status.isEmpty() && t instanceof MessagingException && t.getMessage() != null) {
                Matcher answer = STATUS.matcher(t.getMessage());
                status = answer.find() ? OptionalInt.of(Integer.parseInt(answer.group(1))) : status;
            }
        }
        return status;
    }

    private static @Nullable Throwable next(Throwable t) {
        Throwable next = t instanceof MessagingException e ? e.getNextException() : null;
        return next != null ? next : t.getCause();
    }

    private static String said(Throwable failure) {
        Throwable last = failure;
        for (Throwable t = failure; t != null; t = next(t)) {
            last = t;
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}
