package vn.thidua.cycle.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyMails;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.FileSizes;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.seal.SealedEntries;
import vn.thidua.journal.seal.SealedEntry;
import vn.thidua.mail.FileMail;
import vn.thidua.mail.MailAttachment;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * Mails receipts of files to those who owe the duty, each as a file that can be proven: thirty files at once are one mail, a moment
 * after the last. A receipt that is not sealed yet waits for the next mail, and those beside it with it.
 */
@Service
public class ReceiptMails {
    /** Sealing takes less than a second; what takes longer is mailed the next time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final YearStore years;
    private final DutyTexts texts;
    private final DutyMails mails;
    private final ReceiptPapers papers;
    private final SealedEntries sealed;
    private final TransactionTemplate transactions;

    ReceiptMails(
            SubmissionRepository files,
            DutyRepository duties,
            DocumentSlots documents,
            YearStore years,
            DutyTexts texts,
            DutyMails mails,
            ReceiptPapers papers,
            SealedEntries sealed,
            TransactionTemplate transactions) {
        this.files = files;
        this.duties = duties;
        this.documents = documents;
        this.years = years;
        this.texts = texts;
        this.mails = mails;
        this.papers = papers;
        this.sealed = sealed;
        this.transactions = transactions;
    }

    /**
     * @param quiet nothing has come in for so long
     * @param atMost receipts wait no longer than this
     */
    public void mailDue(Duration quiet, Duration atMost) {
        for (long dutyId : files.dutiesToMail(quiet, atMost)) {
            Duty duty = duties.find(dutyId).orElseThrow();
            List<Submission> all = files.ofDuty(dutyId);
            sealed.await(duty.yearId(), all.get(all.size() - 1).receipt(), PATIENCE);
            transactions.executeWithoutResult(status -> {
                if (!mail(duty)) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    /** @return false if a receipt is not sealed, and nothing may be kept of this */
    private boolean mail(Duty duty) {
        List<Submission> received = files.takeToMail(duty.id());
        if (received.isEmpty()) {
            return true;
        }
        Plan plan = years.plan(duty.yearId());
        List<FileMail.Received> lines = new ArrayList<>();
        List<MailAttachment> receipts = new ArrayList<>();
        for (Submission file : received) {
            Optional<SealedEntry> entry = sealed.find(duty.yearId(), file.receipt());
            if (entry.isEmpty()) {
                return false;
            }
            lines.add(line(plan, duty, file, entry.get()));
            receipts.add(new MailAttachment("bien-nhan-" + file.receipt() + ".txt", papers.text(file, entry.get())));
        }
        Submission last = Objects.requireNonNull(received.get(received.size() - 1));
        mails.toOwners(
                plan,
                duty,
                "files/" + last.receipt(),
                new FileMail.FileReceipts(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, duty.key().party()),
                        texts.title(plan, duty),
                        texts.boundary(duty),
                        lines,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)),
                receipts);
        return true;
    }

    private FileMail.Received line(Plan plan, Duty duty, Submission file, SealedEntry entry) {
        Optional<Slot> slot = documents.slot(duty, file.slot());
        return new FileMail.Received(
                file.receipt(),
                file.name(),
                slot.map(Slot::title).orElse(file.slot()),
                FileSizes.exact(file.size()),
                Vietnam.toTheSecond(file.receivedAt()),
                DutyTexts.personName(plan, file.by()),
                DutyTexts.before(file.measuredAgainst()),
                DocumentWords.of(file.inTime() ? "inTime" : "lateFile"),
                file.sha256(),
                FileViews.words(file.verdict(), slot.map(Slot::demand).orElse(new Demand(false, false))),
                DocumentWords.of("receipt.placeWords", String.valueOf(entry.number()), duty.yearId()),
                entry.hash());
    }
}
