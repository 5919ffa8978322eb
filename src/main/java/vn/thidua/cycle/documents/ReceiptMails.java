package vn.thidua.cycle.documents;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyMails;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.FileSizes;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.mail.FileMail;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Mails receipts of files to those who owe the duty: thirty files at once are one mail, a moment after the last. */
@Service
public class ReceiptMails {
    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final YearStore years;
    private final DutyTexts texts;
    private final DutyMails mails;
    private final TransactionTemplate transactions;

    ReceiptMails(
            SubmissionRepository files,
            DutyRepository duties,
            DocumentSlots documents,
            YearStore years,
            DutyTexts texts,
            DutyMails mails,
            TransactionTemplate transactions) {
        this.files = files;
        this.duties = duties;
        this.documents = documents;
        this.years = years;
        this.texts = texts;
        this.mails = mails;
        this.transactions = transactions;
    }

    /**
     * @param quiet nothing has come in for so long
     * @param atMost receipts wait no longer than this
     */
    public void mailDue(Duration quiet, Duration atMost) {
        for (long dutyId : files.dutiesToMail(quiet, atMost)) {
            transactions.executeWithoutResult(status -> mail(dutyId));
        }
    }

    private void mail(long dutyId) {
        List<Submission> received = files.takeToMail(dutyId);
        if (received.isEmpty()) {
            return;
        }
        Duty duty = duties.find(dutyId).orElseThrow();
        Plan plan = years.plan(duty.yearId());
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
                        received.stream().map(file -> line(plan, duty, file)).toList(),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    private FileMail.Received line(Plan plan, Duty duty, Submission file) {
        return new FileMail.Received(
                file.receipt(),
                file.name(),
                documents.slot(duty, file.slot()).map(Slot::title).orElse(file.slot()),
                FileSizes.words(file.size()),
                Vietnam.toTheSecond(file.receivedAt()),
                DutyTexts.personName(plan, file.by()),
                DocumentWords.of(file.inTime() ? "inTime" : "lateFile"),
                file.sha256());
    }
}
