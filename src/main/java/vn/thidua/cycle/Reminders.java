package vn.thidua.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.complaints.OverdueComplaints;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.MorningNotices;
import vn.thidua.duty.SeatHolders;
import vn.thidua.duty.Seats;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.mail.LapseMail;
import vn.thidua.mail.ReminderRule;
import vn.thidua.plan.Function;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * The morning's reminders: to the functions a duty names, only where something is still missing, one mail per person,
 * cluster year and morning; and the daily list of what is overdue to the standing agency (rules.md, "Deadlines"; S2-15).
 */
@Service("remindersOfYear")
public class Reminders {
    private final YearStore years;
    private final DutyRepository duties;
    private final SeatHolders holders;
    private final MorningNotices notices;
    private final OverdueComplaints complaints;
    private final ConflictsOfInterest conflicts;
    private final Journal journal;
    private final TimeSource time;

    Reminders(
            YearStore years,
            DutyRepository duties,
            SeatHolders holders,
            MorningNotices notices,
            OverdueComplaints complaints,
            ConflictsOfInterest conflicts,
            Journal journal,
            TimeSource time) {
        this.years = years;
        this.duties = duties;
        this.holders = holders;
        this.notices = notices;
        this.complaints = complaints;
        this.conflicts = conflicts;
        this.journal = journal;
        this.time = time;
    }

    /** The next 08:00 of a working day after now. */
    public Instant nextMorning(String yearId) {
        return years.plan(yearId).calendar().nextMorning(time.now());
    }

    /** Sends what is due this morning; on any other day nothing. Sending twice on one morning changes nothing. */
    @Transactional
    public void send(String yearId) {
        Plan plan = years.plan(yearId);
        Instant now = time.now();
        LocalDate morning = now.atZone(Vietnam.ZONE).toLocalDate();
        if (!plan.calendar().isWorkingDay(morning)) {
            return;
        }
        conflicts.peopleChanged(yearId); // a term of office may have begun or ended
        Map<Person, List<Duty>> perPerson = new LinkedHashMap<>();
        List<Duty> overdue = new ArrayList<>();
        for (Duty duty : duties.ofYear(yearId)) {
            if (duty.state() != Duty.State.OPEN) {
                continue;
            }
            if (duty.outcome() == Outcome.OVERDUE) {
                overdue.add(duty);
            } else if (duty.outcome() == null && due(plan, duty, morning, now)) {
                List<Person> people = recipients(plan, duty, morning, now);
                people.forEach(p ->
                        perPerson.computeIfAbsent(p, x -> new ArrayList<>()).add(duty));
                DutyJournal.record(
                        journal,
                        JournalEvent.REMINDED,
                        duty,
                        Journal.SYSTEM,
                        Map.of("to", people.stream().map(Person::email).toList()));
            }
        }
        perPerson.forEach((person, missing) -> notices.remind(plan, person, missing, morning));
        List<LapseMail.OverdueItem> more = complaints.items(yearId);
        if (!overdue.isEmpty() || !more.isEmpty()) {
            Seats.people(plan, List.of(Seats.standingAgency(plan)), now)
                    .forEach(person -> notices.overdueList(plan, person, overdue, more, morning));
        }
    }

    private boolean due(Plan plan, Duty duty, LocalDate morning, Instant now) {
        if (duty.type().inSession() || duty.type().outcome() == null || !now.isBefore(duty.deadlineAt())) {
            return false;
        }
        if (duty.type() == DutyType.PAPER_ENTRY && !fileIn(duty)) {
            return false; // nothing is missing at the leader's before something has come
        }
        return new ReminderRule(
                        plan.calendar(),
                        plan.reminders().workingDaysBefore(),
                        plan.reminders().at())
                .due(morning, boundary(duty), duty.openedAt());
    }

    private boolean fileIn(Duty entry) {
        String nominee = entry.key().subject();
        DutyKey dossier = new DutyKey(entry.yearId(), DutyType.DOSSIER, Seats.unitOf(nominee), nominee);
        return duties.find(dossier).filter(Duty::received).isPresent();
    }

    /** The province's confirmation is the unit's to obtain: its head is told from three working days before. */
    private List<Person> recipients(Plan plan, Duty duty, LocalDate morning, Instant now) {
        List<Person> people = new ArrayList<>(holders.of(plan, duty.key(), Seats.Stage.SUBMIT));
        if (duty.type() == DutyType.CONFIRMATION
                && plan.calendar().workingDaysBetween(morning, boundary(duty).lastDay()) <= 3) {
            Seats.Seat head = new Seats.Seat(Seats.unitOf(duty.key().subject()), List.of(Function.UNIT_HEAD));
            people.addAll(Seats.people(plan, List.of(head), now));
        }
        return people;
    }

    /** The duty's own deadline; for reminders its kind makes no difference. */
    private static Boundary boundary(Duty duty) {
        LocalDateTime limit = LocalDateTime.ofInstant(duty.deadlineAt(), Vietnam.ZONE);
        return new Boundary(Boundary.Kind.BEFORE_INSTANT, limit.toLocalDate(), limit.toLocalTime());
    }
}
