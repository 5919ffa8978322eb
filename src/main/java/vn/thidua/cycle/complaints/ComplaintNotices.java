package vn.thidua.cycle.complaints;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.mail.ComplaintMail;
import vn.thidua.mail.LapseMail;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.Outbox;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** The mails about a complaint: to those who rule, and to everyone of the units whose case it is. */
@Component
class ComplaintNotices {
    private final Outbox outbox;
    private final YearStore years;
    private final ComplaintTexts texts;
    private final DutyTexts dutyTexts;
    private final TimeSource time;

    ComplaintNotices(Outbox outbox, YearStore years, ComplaintTexts texts, DutyTexts dutyTexts, TimeSource time) {
        this.outbox = outbox;
        this.years = years;
        this.texts = texts;
        this.dutyTexts = dutyTexts;
        this.time = time;
    }

    void filed(Complaint complaint) {
        for (Seat seat : asked(complaint)) {
            to(complaint, people(complaint, seat), "filed", filed(complaint, seat, true));
        }
        to(
                complaint,
                units(complaint),
                "filed",
                filed(complaint, asked(complaint).get(0), false));
    }

    private ComplaintMail.ComplaintFiled filed(Complaint complaint, Seat seat, boolean toRule) {
        Plan plan = years.plan(complaint.yearId());
        return new ComplaintMail.ComplaintFiled(
                DutyTexts.yearName(plan),
                complaint.reference(),
                texts.name(complaint, complaint.unit()),
                texts.name(complaint, complaint.concerns()),
                texts.criterion(complaint),
                texts.frozen(complaint),
                ComplaintTexts.words(complaint.asked()),
                complaint.grounds(),
                toRule,
                texts.boundary(complaint),
                ComplaintTexts.consequence(seat),
                texts.contact(complaint),
                toRule ? dutyTexts.tasklist() : dutyTexts.link(plan));
    }

    /** @return the addresses written to */
    List<String> reminded(Complaint complaint) {
        Plan plan = years.plan(complaint.yearId());
        List<String> addresses = new ArrayList<>();
        for (Seat seat : missing(complaint)) {
            addresses.addAll(to(
                    complaint,
                    people(complaint, seat),
                    "reminder",
                    new ComplaintMail.ComplaintReminder(
                            DutyTexts.yearName(plan),
                            complaint.reference(),
                            texts.name(complaint, complaint.unit()),
                            texts.name(complaint, complaint.concerns()),
                            texts.criterion(complaint),
                            texts.frozen(complaint),
                            ComplaintTexts.words(complaint.asked()),
                            texts.boundary(complaint),
                            ComplaintTexts.consequence(seat),
                            texts.contact(complaint),
                            dutyTexts.tasklist())));
        }
        return addresses;
    }

    /**
     * To those who have not ruled, and to the standing agency.
     *
     * @return the parties that have not ruled
     */
    List<String> overdue(Complaint complaint) {
        Plan plan = years.plan(complaint.yearId());
        Set<String> parties = new LinkedHashSet<>();
        Set<Person> people = new LinkedHashSet<>(people(complaint, Seat.STANDING_AGENCY));
        for (Seat seat : missing(complaint)) {
            parties.add(ComplaintSeats.of(plan, complaint, seat).party());
            people.addAll(people(complaint, seat));
        }
        for (String party : parties) {
            to(
                    complaint,
                    List.copyOf(people),
                    "overdue/" + party,
                    new LapseMail.Overdue(
                            DutyTexts.yearName(plan),
                            DutyTexts.partyName(plan, party),
                            texts.title(complaint),
                            texts.boundary(complaint),
                            true,
                            ComplaintTexts.consequence(Seat.STANDING_AGENCY),
                            texts.contact(complaint),
                            dutyTexts.tasklist()));
        }
        return List.copyOf(parties);
    }

    /** It was decided. */
    void ruled(Complaint complaint) {
        decided(complaint, texts.rulings(complaint));
    }

    /** The year ended before anybody had decided. */
    void ended(Complaint complaint) {
        decided(complaint, List.of());
    }

    private void decided(Complaint complaint, List<String> rulings) {
        Plan plan = years.plan(complaint.yearId());
        to(
                complaint,
                units(complaint),
                "decided",
                new ComplaintMail.ComplaintDecided(
                        DutyTexts.yearName(plan),
                        complaint.reference(),
                        texts.name(complaint, complaint.unit()),
                        texts.name(complaint, complaint.concerns()),
                        texts.criterion(complaint),
                        texts.outcome(complaint),
                        rulings,
                        texts.contact(complaint),
                        dutyTexts.link(plan)));
    }

    /** Who is asked first. */
    private List<Seat> asked(Complaint complaint) {
        return ComplaintSeats.agencyAlone(years.plan(complaint.yearId()), complaint)
                ? List.of(Seat.STANDING_AGENCY)
                : List.of(Seat.LEADER, Seat.DEPUTY);
    }

    /** Who has still to rule: both, one of them, or, where both have and do not agree, the standing agency. */
    private List<Seat> missing(Complaint complaint) {
        List<Seat> missing = asked(complaint).stream()
                .filter(seat -> complaint.ruling(seat).isEmpty())
                .toList();
        return missing.isEmpty() ? List.of(Seat.STANDING_AGENCY) : missing;
    }

    private List<Person> people(Complaint complaint, Seat seat) {
        Plan plan = years.plan(complaint.yearId());
        return Seats.people(plan, List.of(ComplaintSeats.of(plan, complaint, seat)), time.now());
    }

    private List<Person> units(Complaint complaint) {
        Plan plan = years.plan(complaint.yearId());
        var today = Vietnam.dateOf(time.now());
        return ComplaintSeats.involved(complaint).stream()
                .sorted()
                .flatMap(unit -> plan.people(unit).stream())
                .filter(person -> person.inOffice(today))
                .toList();
    }

    private List<String> to(Complaint complaint, List<Person> people, String what, MailModel mail) {
        people.forEach(person -> outbox.enqueue(mail.to(
                person.email(),
                person.name(),
                complaint.key() + "/" + what + "/" + person.id(),
                complaint.yearId(),
                DutyCode.FREEZE.code(),
                person.party())));
        return people.stream().map(Person::email).toList();
    }
}
