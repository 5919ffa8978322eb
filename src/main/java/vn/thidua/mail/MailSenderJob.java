package vn.thidua.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.TimeSource;

/**
 * Sends what the outbox holds, at least once each: a mail is marked SENDING and that is committed before its data goes
 * out; only a crash between the server's answer and the mark SENT makes a second copy, with the same Message-ID. Any
 * number of senders may run at once, on any number of nodes.
 */
@Component
public class MailSenderJob {

    private static final Logger LOG = LoggerFactory.getLogger(MailSenderJob.class);
    private static final int BATCH = 50;

    /** Real time a batch may take before its rest is given back, well within the lease. */
    private static final Duration PATIENCE = OutboxTable.LEASE.dividedBy(3);

    private final OutboxTable outbox;
    private final MimeMessages messages;
    private final MailTransport transport;
    private final MailSent listener;
    private final TimeSource clock;
    private final TransactionTemplate transaction;

    public MailSenderJob(
            OutboxTable outbox,
            MimeMessages messages,
            MailTransport transport,
            MailSent listener,
            TimeSource clock,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.messages = messages;
        this.transport = transport;
        this.listener = listener;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sends everything that is due now, in order.
     *
     * @return how many mails went out
     * @throws IllegalStateException if called inside a transaction: nothing is ever sent inside one
     */
    public int sendDue() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Mail is never sent inside a transaction");
        }
        int sent = 0;
        while (true) {
            List<QueuedMail> batch = transaction.execute(status -> outbox.claim(BATCH));
            if (batch == null || batch.isEmpty()) {
                return sent;
            }
            Round round = new Round(clock.now());
            boolean on = true;
            for (int i = 0; on && i < batch.size(); i++) {
                on = round.send(batch.get(i));
                if (!on) {
                    List<QueuedMail> rest = batch.subList(i + 1, batch.size());
                    transaction.executeWithoutResult(status -> outbox.release(rest));
                }
            }
            round.mark();
            sent += round.sent;
            if (!on) {
                return sent;
            }
        }
    }

    /** One batch on its way out. */
    private final class Round {

        private final Instant now;
        private final long start = System.nanoTime();
        private final List<QueuedMail> unmarked = new ArrayList<>();
        private int sent;

        Round(Instant now) {
            this.now = now;
        }

        /** False if no other should be tried in this round. */
        boolean send(QueuedMail mail) {
            TransportException.Kind failure = deliver(mail);
            if (failure == null) {
                sent++;
                unmarked.add(mail);
                if (unmarked.size() >= transport.together()) {
                    mark();
                }
            }
            return failure != TransportException.Kind.UNREACHABLE && System.nanoTime() - start < PATIENCE.toNanos();
        }

        void mark() {
            if (unmarked.isEmpty()) {
                return;
            }
            transaction.executeWithoutResult(status -> outbox.sent(unmarked).forEach(listener::sent));
            unmarked.clear();
        }

        private TransportException.@Nullable Kind deliver(QueuedMail mail) {
            if (BackOff.givesUpAfter(mail.attempts())) {
                return failed(mail, TransportException.Kind.REFUSED, "Given up after " + mail.attempts() + " attempts");
            }
            try {
                transport.send(mail, messages.message(mail, now, transport.encoding()));
                return null;
            } catch (MessagingException e) {
                return failed(mail, TransportException.Kind.REFUSED, String.valueOf(e.getMessage()));
            } catch (TransportException e) {
                return failed(mail, e.kind(), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                return failed(mail, TransportException.Kind.LATER, e.toString());
            }
        }
    }

    private TransportException.Kind failed(QueuedMail mail, TransportException.Kind kind, String said) {
        String error = said.strip().replaceAll("\\s+", " ");
        LOG.warn("Mail {} did not go out ({}, attempt {}): {}", mail.businessKey(), kind, mail.attempts(), error);
        transaction.executeWithoutResult(status -> {
            if (kind == TransportException.Kind.REFUSED) {
                outbox.failed(mail, error);
            } else {
                outbox.later(mail, BackOff.after(mail.attempts()), error);
            }
        });
        return kind;
    }
}
