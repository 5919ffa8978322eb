package vn.thidua.mail;

import java.util.Map;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** Journals every mail that has gone: to whom, about what; never its text. */
class JournalMailSent implements MailSent {

    private final Journal journal;

    JournalMailSent(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void sent(QueuedMail mail) {
        journal.record(
                mail.yearId(),
                JournalEvent.MAIL_SENT,
                mail.duty(),
                mail.unit(),
                Journal.SYSTEM,
                Map.of(
                        "template", mail.template(),
                        "to", mail.to(),
                        "subject", mail.subject(),
                        "businessKey", mail.businessKey()));
    }
}
