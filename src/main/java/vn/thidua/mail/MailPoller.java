package vn.thidua.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets the sender look into the outbox every two seconds; a database that is away for a while is one line in the log. */
class MailPoller {

    private static final Logger LOG = LoggerFactory.getLogger(MailPoller.class);

    private final MailSenderJob sender;
    private boolean failing;

    MailPoller(MailSenderJob sender) {
        this.sender = sender;
    }

    @Scheduled(fixedDelayString = "${thidua.mail.poll:2s}")
    void poll() {
        try {
            sender.sendDue();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The mail sender cannot work, goes on trying", e);
            }
            failing = true;
        }
    }
}
