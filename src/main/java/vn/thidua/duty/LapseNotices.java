package vn.thidua.duty;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.LapseMail;
import vn.thidua.mail.MailModel;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** What follows from a missed deadline, told to those who missed it and, where it is overdue, to the standing agency. */
@Component
public class LapseNotices {
    private final DutyMails mails;
    private final YearStore years;
    private final DutyRepository duties;
    private final DutyTexts texts;

    LapseNotices(DutyMails mails, YearStore years, DutyRepository duties, DutyTexts texts) {
        this.mails = mails;
        this.years = years;
        this.duties = duties;
        this.texts = texts;
    }

    /** Notice to the party that missed, with the log of its receipts (S0-16, S0-25). */
    public void lapsed(Duty duty, boolean notProposing) {
        Plan plan = years.plan(duty.yearId());
        List<LapseMail.ReceiptLine> log =
                duties.receipts(duty).stream().map(r -> line(plan, duty, r)).toList();
        Outcome outcome = duty.outcome() == null ? Outcome.OVERDUE : duty.outcome();
        MailModel mail = notProposing
                ? new LapseMail.NotProposing(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        log,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty))
                : new LapseMail.Lapse(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        texts.boundary(duty),
                        DutyTexts.outcome(outcome),
                        DutyTexts.consequence(duty.type()),
                        log,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty));
        mails.toOwners(plan, duty, "lapse", mail);
    }

    /** To the owner and the standing agency: overdue, still open. */
    public void overdue(Duty duty) {
        Plan plan = years.plan(duty.yearId());
        LapseMail.Overdue mail = new LapseMail.Overdue(
                DutyTexts.yearName(plan),
                DutyTexts.partyOf(plan, duty),
                texts.title(plan, duty),
                texts.boundary(duty),
                DutyTexts.consequence(duty.type()),
                DutyTexts.contact(plan, duty.type()),
                texts.link(duty));
        mails.toOwners(plan, duty, "overdue", mail);
        mails.toSeats(plan, duty, List.of(Seats.standingAgency(plan)), "overdue", mail);
    }

    private static LapseMail.ReceiptLine line(Plan plan, Duty duty, Receipt receipt) {
        String status = receipt.settled() == null || receipt.settled().equals("ACCEPTED")
                ? receipt.inTime() ? "được tính" : "nộp sau thời hạn"
                : receipt.settled().equals("RETURNED") ? "đã bị trả lại" : "đã rút lại";
        return new LapseMail.ReceiptLine(
                receipt.number(),
                Vietnam.words(receipt.receivedAt()),
                DutyTexts.personName(plan, receipt.by()),
                status);
    }
}
