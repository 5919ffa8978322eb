package vn.thidua.cycle;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Body;
import vn.thidua.plan.ClusterKind;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Function;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Who owes what in a cluster year: the keys of all duties of one type, from the membership and the facts of that year. */
@Component
public class DutyRoster {
    private final YearStore years;
    private final Milestones milestones;
    private final DutyRepository duties;
    private final Nominations nominations;
    private final SheetStore sheets;

    DutyRoster(
            YearStore years, Milestones milestones, DutyRepository duties, Nominations nominations, SheetStore sheets) {
        this.years = years;
        this.milestones = milestones;
        this.duties = duties;
        this.nominations = nominations;
        this.sheets = sheets;
    }

    public List<DutyKey> of(String yearId, DutyType type) {
        Plan plan = years.plan(yearId);
        String leader = plan.leader().code();
        return switch (type) {
            case UNIT_PLAN, PLEDGE, SELF_SCORE, ATTENDEES, TECH_CONTACT, NOMINATION ->
                each(yearId, type, plan.memberCodes().stream());
            case SUPPLEMENT ->
                each(
                        yearId,
                        type,
                        plan.memberCodes().stream()
                                .filter(u -> !markedLines(yearId, u).isEmpty()));
            case CLASSIFICATION ->
                plan.memberCodes().stream()
                        .map(unit -> new DutyKey(yearId, type, standingAgency(plan), unit))
                        .toList();
            case MEETING_RESULT ->
                plan.memberCodes().stream()
                        .map(unit -> new DutyKey(
                                yearId,
                                type,
                                Seats.leaderFor(plan, unit),
                                unit + again(yearId, DutyCode.SCORING_MEETING)))
                        .toList();
            case MEETING_MINUTES -> List.of(new DutyKey(yearId, type, leader, again(yearId, DutyCode.SCORING_MEETING)));
            case CONFERENCE_MINUTES, NEXT_LEADERS ->
                List.of(new DutyKey(yearId, type, leader, again(yearId, DutyCode.CONFERENCE)));
            case AGENDA_ITEM ->
                IntStream.rangeClosed(1, plan.agenda().size())
                        .mapToObj(n -> new DutyKey(yearId, type, leader, n + again(yearId, DutyCode.CONFERENCE)))
                        .toList();
            case AWARD_VOTE ->
                nominations.open(yearId).stream()
                        .filter(n -> classified(yearId, n.unit()))
                        .map(n -> new DutyKey(yearId, type, leader, n.id()))
                        .toList();
            case FREEZE -> each(yearId, type, Stream.of(leader, plan.deputy().code()));
            case OPINION -> each(yearId, type, consulted(plan).map(Body::code));
            case AGREEMENT -> each(yearId, type, Stream.of(standingAgency(plan)));
            case RECOGNITION ->
                duties.ofType(yearId, DutyType.NEXT_LEADERS).stream().anyMatch(Duty::received)
                        ? each(
                                yearId,
                                type,
                                plan.body(Function.ORGANISER).stream().map(Body::code))
                        : List.of();
            case MINISTRY_RECEIPT ->
                each(yearId, type, plan.body(Function.MINISTRY).stream().map(Body::code));
            case APPRAISAL, DOSSIER, PAPER_ENTRY, CONFIRMATION ->
                throw new IllegalArgumentException(type + " is owed about something: ask for it by subject");
            default -> each(yearId, type, Stream.of(leader));
        };
    }

    /** The duties that come into being with a unit's self-score, or with a nomination. */
    public List<DutyKey> about(String yearId, DutyType type, String subject) {
        Plan plan = years.plan(yearId);
        String leader = plan.leader().code();
        return switch (type) {
            case APPRAISAL ->
                Stream.of(leader, plan.deputy().code())
                        .filter(appraiser -> !appraiser.equals(subject)) // nobody appraises the own unit (S0-02)
                        .map(appraiser -> new DutyKey(yearId, type, appraiser, subject))
                        .toList();
            case DOSSIER -> List.of(new DutyKey(yearId, type, Seats.unitOf(subject), subject));
            case PAPER_ENTRY -> List.of(new DutyKey(yearId, type, leader, subject));
            case CONFIRMATION ->
                nominations.get(yearId, subject).collective()
                        ? List.of(new DutyKey(
                                yearId,
                                type,
                                plan.province(Seats.unitOf(subject)).code(),
                                subject))
                        : List.of();
            default -> throw new IllegalArgumentException(type + " is not owed about a subject");
        };
    }

    public List<String> members(String yearId) {
        return years.plan(yearId).memberCodes();
    }

    /** The lines that the last meeting marked as supplementable for a unit: on its sheet, or in years without sheets in the result's form. */
    public List<String> markedLines(String yearId, String unit) {
        Optional<Sheet> sheet = sheets.find(yearId, unit);
        if (sheet.isPresent()) {
            return sheet.get().lines().stream()
                    .map(Line::code)
                    .filter(sheet.get()::marked)
                    .toList();
        }
        return duties.ofType(yearId, DutyType.MEETING_RESULT).stream()
                .filter(d -> Seats.unitOf(d.key().subject()).equals(unit))
                .flatMap(d -> duties.current(d).stream())
                .reduce((earlier, later) -> later)
                .map(r -> Answers.list(r.answers(), "supplementable"))
                .orElse(List.of());
    }

    /** Whether the authority's quality classification is recorded: the gate of a unit's award vote (S3-01). */
    public boolean classified(String yearId, String unit) {
        return duties.ofType(yearId, DutyType.CLASSIFICATION).stream()
                .anyMatch(d -> d.key().subject().equals(unit) && d.received());
    }

    /** Bodies consulted before the conference: the Party's standing committee for Party and Front blocks only (S3-05 to S3-07). */
    private static Stream<Body> consulted(Plan plan) {
        boolean party = plan.cluster().kind() == ClusterKind.PARTY_BLOCK
                || plan.cluster().kind() == ClusterKind.FRONT_BLOCK;
        return plan.bodies().stream()
                .filter(b -> b.role() == Function.COUNCIL_SPONSOR
                        || b.role() == Function.PROVINCE_LEADER
                        || (party && b.role() == Function.PARTY_STANDING));
    }

    private static String standingAgency(Plan plan) {
        return Seats.standingAgency(plan).party();
    }

    private String again(String yearId, DutyCode meeting) {
        int holding = milestones.get(yearId, meeting).holding();
        return holding == 1 ? "" : "~" + holding;
    }

    private static List<DutyKey> each(String yearId, DutyType type, Stream<String> parties) {
        return parties.map(party -> DutyKey.of(yearId, type, party)).toList();
    }
}
