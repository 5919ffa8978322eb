package vn.thidua.duty;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.mail.MailAttachment;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.Outbox;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Puts a mail about a duty into the outbox, in the transaction of what it tells; its key makes a repetition the same mail. */
@Component
public class DutyMails {
    private final Outbox outbox;
    private final SeatHolders holders;
    private final TimeSource time;

    DutyMails(Outbox outbox, SeatHolders holders, TimeSource time) {
        this.outbox = outbox;
        this.holders = holders;
        this.time = time;
    }

    /** @param what distinguishes mails about one duty, part of their business key */
    public void toOwners(Plan plan, Duty duty, String what, MailModel mail) {
        toOwners(plan, duty, what, mail, List.of());
    }

    /** As {@link #toOwners(Plan, Duty, String, MailModel)}, with files. */
    public void toOwners(Plan plan, Duty duty, String what, MailModel mail, List<MailAttachment> attachments) {
        to(plan, duty, holders.of(plan, duty.key(), Seats.Stage.SUBMIT), what, mail, attachments);
    }

    void toSeats(Plan plan, Duty duty, List<Seats.Seat> seats, String what, MailModel mail) {
        to(plan, duty, Seats.people(plan, seats, time.now()), what, mail, List.of());
    }

    private void to(
            Plan plan, Duty duty, List<Person> people, String what, MailModel mail, List<MailAttachment> attachments) {
        for (Person person : people) {
            outbox.enqueue(mail.to(
                            person.email(),
                            person.name(),
                            duty.key() + "/" + what + "/" + person.id(),
                            plan.yearId(),
                            duty.type().code().code(),
                            duty.key().party())
                    .with(attachments));
        }
    }

    /** To one person, about several duties. */
    void toPerson(Plan plan, Person person, String key, MailModel mail) {
        outbox.enqueue(
                mail.to(person.email(), person.name(), plan.yearId() + "/" + key, plan.yearId(), null, person.party()));
    }
}
