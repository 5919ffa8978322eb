package vn.thidua.duty;

import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.DutyMail;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** What happens to one duty, told to those who owe it. */
@Component
public class DutyNotices {
    private final DutyMails mails;
    private final YearStore years;
    private final DutyTexts texts;
    private final TimeSource time;

    DutyNotices(DutyMails mails, YearStore years, DutyTexts texts, TimeSource time) {
        this.mails = mails;
        this.years = years;
        this.texts = texts;
        this.time = time;
    }

    /** Told once to each person: who has the task later is told then. */
    public void opened(Duty duty) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "opened",
                new DutyMail.TaskOpened(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        null,
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void received(Duty duty, Receipt receipt) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "receipt/" + receipt.number(),
                new DutyMail.Receipt(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        Vietnam.words(receipt.receivedAt()),
                        DutyTexts.personName(plan, receipt.by()),
                        !receipt.inTime(),
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void withdrawn(Duty duty, Receipt receipt, String reason) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "withdrawn/" + receipt.number(),
                new DutyMail.Withdrawn(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        DutyTexts.personName(plan, receipt.by()),
                        Vietnam.words(time.now()),
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void accepted(Duty duty, Receipt receipt, String by) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "accepted/" + receipt.number(),
                new DutyMail.Accepted(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        Vietnam.words(receipt.receivedAt()),
                        DutyTexts.personName(plan, by),
                        Vietnam.words(time.now()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void returned(Duty duty, Receipt receipt, String by, String reason) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "returned/" + receipt.number(),
                new DutyMail.Returned(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        DutyTexts.personName(plan, by),
                        Vietnam.words(time.now()),
                        reason,
                        texts.boundary(duty),
                        duty.mendUntil() != null,
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void findings(Duty duty, Receipt receipt, String by, String findings) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "findings/" + receipt.number(),
                new DutyMail.Findings(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        Vietnam.words(receipt.receivedAt()),
                        DutyTexts.personName(plan, by),
                        findings,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    /** A unit reports that its paper was handed over: the leader's office has to enter it. */
    public void handOver(Duty entry, String when, String whom, String proof) {
        Plan plan = years.plan(entry.yearId());
        mails.toOwners(
                plan,
                entry,
                "hand-over",
                new DutyMail.HandoverReported(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, Seats.unitOf(entry.key().subject())),
                        texts.title(plan, entry),
                        when,
                        whom,
                        proof,
                        texts.boundary(entry),
                        DutyTexts.consequence(entry.type()),
                        DutyTexts.contact(plan, entry.type()),
                        texts.link(entry)));
    }

    /** Somebody has a conflict of interest: to those who do it instead. */
    public void replaced(Duty duty, String conflicted) {
        Plan plan = years.plan(duty.yearId());
        mails.toOwners(
                plan,
                duty,
                "replaced/" + conflicted,
                new DutyMail.Replaced(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyOf(plan, duty),
                        texts.title(plan, duty),
                        DutyTexts.personName(plan, conflicted),
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    String tooLate(Duty duty) {
        return "Đã hết hạn: phải nộp " + texts.boundary(duty)
                + ". Hệ thống không nhận nữa và đã ghi lại lần nộp này. Liên hệ: "
                + DutyTexts.contact(years.plan(duty.yearId()), duty.type()) + ".";
    }
}
