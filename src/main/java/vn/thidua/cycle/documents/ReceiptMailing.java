package vn.thidua.cycle.documents;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails receipts of files by schedule; a database that is away is one line in the log. */
@Component
@ConditionalOnProperty(name = "thidua.evidence.background", havingValue = "true", matchIfMissing = true)
class ReceiptMailing {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptMailing.class);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final ReceiptMails mails;
    private boolean failing;

    ReceiptMailing(ReceiptMails mails) {
        this.mails = mails;
    }

    @Scheduled(fixedDelayString = "${thidua.evidence.mail-every:10s}")
    void mail() {
        try {
            mails.mailDue(QUIET, AT_MOST);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Receipts of files cannot be mailed, goes on trying", e);
            }
            failing = true;
        }
    }
}
