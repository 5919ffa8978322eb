package vn.thidua.duty;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.DutyMail;
import vn.thidua.mail.LapseMail;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.ScheduleMail;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** The mails about one duty, put into the outbox in the transaction of what they tell. */
@Component
public class DutyNotices {
    private final Outbox outbox;
    private final YearStore years;
    private final DutyRepository duties;
    private final DutyTexts texts;
    private final TimeSource time;

    DutyNotices(Outbox outbox, YearStore years, DutyRepository duties, DutyTexts texts, TimeSource time) {
        this.outbox = outbox;
        this.years = years;
        this.duties = duties;
        this.texts = texts;
        this.time = time;
    }

    void opened(Duty duty) {
        Plan plan = years.plan(duty.yearId());
        send(
                plan,
                duty,
                owners(plan, duty),
                "opened",
                new DutyMail.TaskOpened(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
                        texts.title(plan, duty),
                        null,
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
    }

    void received(Duty duty, Receipt receipt) {
        Plan plan = years.plan(duty.yearId());
        send(
                plan,
                duty,
                owners(plan, duty),
                "receipt/" + receipt.number(),
                new DutyMail.Receipt(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
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
        send(
                plan,
                duty,
                owners(plan, duty),
                "withdrawn/" + receipt.number(),
                new DutyMail.Withdrawn(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
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
        send(
                plan,
                duty,
                owners(plan, duty),
                "accepted/" + receipt.number(),
                new DutyMail.Accepted(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
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
        send(
                plan,
                duty,
                owners(plan, duty),
                "returned/" + receipt.number(),
                new DutyMail.Returned(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
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
        send(
                plan,
                duty,
                owners(plan, duty),
                "findings/" + receipt.number(),
                new DutyMail.Findings(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
                        texts.title(plan, duty),
                        receipt.number(),
                        Vietnam.words(receipt.receivedAt()),
                        DutyTexts.personName(plan, by),
                        findings,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty)));
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
                        party(plan, duty),
                        texts.title(plan, duty),
                        texts.boundary(duty),
                        DutyTexts.consequence(duty.type()),
                        log,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty))
                : new LapseMail.Lapse(
                        DutyTexts.yearName(plan),
                        party(plan, duty),
                        texts.title(plan, duty),
                        texts.boundary(duty),
                        DutyTexts.outcome(outcome),
                        DutyTexts.consequence(duty.type()),
                        log,
                        DutyTexts.contact(plan, duty.type()),
                        texts.link(duty));
        send(plan, duty, owners(plan, duty), "lapse", mail);
    }

    /** To the owner and the standing agency: overdue, still open. */
    public void overdue(Duty duty) {
        Plan plan = years.plan(duty.yearId());
        LapseMail.Overdue mail = new LapseMail.Overdue(
                DutyTexts.yearName(plan),
                party(plan, duty),
                texts.title(plan, duty),
                texts.boundary(duty),
                DutyTexts.consequence(duty.type()),
                DutyTexts.contact(plan, duty.type()),
                texts.link(duty));
        send(plan, duty, owners(plan, duty), "overdue", mail);
        send(plan, duty, Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()), "overdue", mail);
    }

    /** A unit reports that its paper was handed over: the leader's office has to enter it. */
    public void handOver(Duty entry, String when, String whom, String proof) {
        Plan plan = years.plan(entry.yearId());
        send(
                plan,
                entry,
                owners(plan, entry),
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

    /** One mail per person, cluster year and morning. */
    public void remind(Plan plan, Person person, List<Duty> missing, LocalDate morning) {
        List<ScheduleMail.ReminderItem> items = missing.stream()
                .map(d -> new ScheduleMail.ReminderItem(
                        party(plan, d),
                        texts.title(plan, d),
                        texts.boundary(d),
                        DutyTexts.consequence(d.type()),
                        texts.link(d)))
                .toList();
        outbox.enqueue(new ScheduleMail.Reminder(
                        DutyTexts.yearName(plan), items, DutyTexts.contact(plan, null), texts.tasklist())
                .to(
                        person.email(),
                        person.name(),
                        plan.yearId() + "/reminder/" + person.id() + "/" + morning,
                        plan.yearId(),
                        null,
                        person.party()));
    }

    /** The day's list of what is overdue, to the standing agency. */
    public void overdueList(Plan plan, Person person, List<Duty> overdue, LocalDate morning) {
        List<LapseMail.OverdueItem> items = overdue.stream()
                .map(d -> new LapseMail.OverdueItem(
                        party(plan, d), texts.title(plan, d), texts.boundary(d), texts.link(d)))
                .toList();
        outbox.enqueue(new LapseMail.OverdueDigest(
                        DutyTexts.yearName(plan),
                        Vietnam.date(morning),
                        items,
                        DutyTexts.text("OVERDUE.consequence"),
                        DutyTexts.contact(plan, null),
                        texts.tasklist())
                .to(
                        person.email(),
                        person.name(),
                        plan.yearId() + "/overdue/" + person.id() + "/" + morning,
                        plan.yearId(),
                        null,
                        person.party()));
    }

    String tooLate(Duty duty) {
        return "Đã hết hạn: phải nộp " + texts.boundary(duty)
                + ". Hệ thống không nhận nữa và đã ghi lại lần nộp này. Liên hệ: "
                + DutyTexts.contact(years.plan(duty.yearId()), duty.type()) + ".";
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

    private static String party(Plan plan, Duty duty) {
        return DutyTexts.partyName(plan, duty.key().party());
    }

    private List<Person> owners(Plan plan, Duty duty) {
        return Seats.people(plan, Seats.of(plan, duty.key(), Seats.Stage.SUBMIT), time.now());
    }

    private void send(Plan plan, Duty duty, List<Person> people, String what, MailModel mail) {
        for (Person person : people) {
            outbox.enqueue(mail.to(
                    person.email(),
                    person.name(),
                    duty.key() + "/" + what + "/" + person.id(),
                    plan.yearId(),
                    duty.type().code().code(),
                    duty.key().party()));
        }
    }
}
