package vn.thidua.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.thidua.calendar.WorkingCalendar;

/** Everything a cluster year is started with. Members, roles, rules and dates are data of one year. */
public record Plan(
        ClusterInfo cluster,
        int year,
        Division division,
        WorkingCalendar calendar,
        List<Unit> units,
        List<Body> bodies,
        List<Person> people,
        List<Contact> contacts,
        List<LegalBasis> bases,
        Map<DutyCode, Milestone> milestones,
        List<Gap> gaps,
        ReminderRules reminders,
        VoteRules votes,
        Set<DutyCode> signedOriginals,
        Set<DutyCode> trustedTimes,
        Criteria criteria,
        List<AgendaItem> agenda,
        int ceremonyLeadDays) {

    public Plan {
        units = List.copyOf(units);
        bodies = List.copyOf(bodies);
        people = List.copyOf(people);
        contacts = List.copyOf(contacts);
        bases = List.copyOf(bases);
        Map<DutyCode, Milestone> ordered = new EnumMap<>(DutyCode.class);
        ordered.putAll(milestones);
        milestones = Collections.unmodifiableMap(ordered);
        gaps = List.copyOf(gaps);
        signedOriginals = Set.copyOf(signedOriginals);
        trustedTimes = Set.copyOf(trustedTimes);
        agenda = List.copyOf(agenda);
    }

    /** {@code <cluster>-<year>}: tenant, business key and first part of every key of this year. */
    public String yearId() {
        return cluster.code() + "-" + year;
    }

    public Unit leader() {
        return unitWith(UnitRole.LEADER);
    }

    public Unit deputy() {
        return unitWith(UnitRole.DEPUTY);
    }

    public Optional<Unit> unit(String code) {
        return units.stream().filter(u -> u.code().equals(code)).findFirst();
    }

    /** Codes of all units, leader and deputy included, in the plan's order. */
    public List<String> memberCodes() {
        return units.stream().map(Unit::code).toList();
    }

    /** The body with a role that only one body has; not for PROVINCE. */
    public Optional<Body> body(Function role) {
        return bodies.stream().filter(b -> b.role() == role).findFirst();
    }

    /** The provincial People's Committee of a unit. */
    public Body province(String unit) {
        return bodies.stream()
                .filter(b -> b.role() == Function.PROVINCE && unit.equals(b.unit()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no province for " + unit));
    }

    /** The name of a unit or outside body. */
    public Optional<String> partyName(String party) {
        return unit(party)
                .map(Unit::name)
                .or(() -> bodies.stream()
                        .filter(b -> b.code().equals(party))
                        .map(Body::name)
                        .findFirst());
    }

    public List<Person> people(String party) {
        return people.stream().filter(p -> p.party().equals(party)).toList();
    }

    public Optional<Person> person(String id) {
        return people.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public List<Person> contacts(Topic topic) {
        return contacts.stream()
                .filter(c -> c.topic() == topic)
                .flatMap(c -> person(c.person()).stream())
                .toList();
    }

    public Milestone milestone(DutyCode code) {
        return Objects.requireNonNull(milestones.get(code), () -> "no milestone " + code.code());
    }

    /** The day the year ends. */
    public LocalDate lastDay() {
        return Objects.requireNonNull(milestone(DutyCode.CLOSE).at()).toLocalDate();
    }

    /** This plan with one milestone's dates replaced; check the result before it is used (a deadline that is to be moved). */
    public Plan withMilestone(Milestone changed) {
        Map<DutyCode, Milestone> dates = new EnumMap<>(milestones);
        dates.put(changed.code(), changed);
        return with(people, dates);
    }

    /** This plan with other people. */
    public Plan withPeople(List<Person> others) {
        return with(others, milestones);
    }

    private Plan with(List<Person> people, Map<DutyCode, Milestone> milestones) {
        return new Plan(
                cluster,
                year,
                division,
                calendar,
                units,
                bodies,
                people,
                contacts,
                bases,
                milestones,
                gaps,
                reminders,
                votes,
                signedOriginals,
                trustedTimes,
                criteria,
                agenda,
                ceremonyLeadDays);
    }

    private Unit unitWith(UnitRole role) {
        return units.stream()
                .filter(u -> u.role() == role)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no unit with role " + role));
    }
}
