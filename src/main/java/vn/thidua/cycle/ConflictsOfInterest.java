package vn.thidua.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyNotices;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.SeatHolders;
import vn.thidua.duty.Seats;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.Conflict;
import vn.thidua.scoring.sheet.ConflictSeats;
import vn.thidua.scoring.sheet.Conflicts;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.year.YearStore;

/**
 * An officer declares a conflict of interest on a unit and is replaced there in everything that judges its scores: appraisal, the
 * agreement of the meeting, receiving its self-score and supplement, rulings on its files (rules.md, "Scores"). What they set before
 * stays, marked; a declaration is never taken back.
 */
@Service
public class ConflictsOfInterest {
    private static final String FREEZE = "freeze";

    private final Conflicts conflicts;
    private final ConflictSeats seats;
    private final SeatHolders holders;
    private final SheetAccess access;
    private final ScoreRepository scores;
    private final DutyRepository duties;
    private final DutyNotices notices;
    private final YearStore years;
    private final YearEngine engine;
    private final Journal journal;
    private final TimeSource time;

    ConflictsOfInterest(
            Conflicts conflicts,
            ConflictSeats seats,
            SeatHolders holders,
            SheetAccess access,
            ScoreRepository scores,
            DutyRepository duties,
            DutyNotices notices,
            YearStore years,
            YearEngine engine,
            Journal journal,
            TimeSource time) {
        this.conflicts = conflicts;
        this.seats = seats;
        this.holders = holders;
        this.access = access;
        this.scores = scores;
        this.duties = duties;
        this.notices = notices;
        this.years = years;
        this.engine = engine;
        this.journal = journal;
        this.time = time;
    }

    /**
     * What somebody who judges a unit, or sees how it was judged, knows of this.
     *
     * @param mayDeclare whether this person may declare a conflict on the unit now
     */
    public record View(boolean mayDeclare, List<Declared> declared) {}

    /**
     * @param by who has the conflict, name and unit
     * @param replacements who took the seat, name and unit each
     * @param at date and time in words
     */
    public record Declared(String by, String reason, List<String> replacements, String at) {}

    /** Empty where the person is none of those who judge the unit and sees no appraisal of it either. */
    @Transactional(readOnly = true)
    public Optional<View> of(String person, String yearId, String unit) {
        if (years.find(yearId).isEmpty() || years.plan(yearId).unit(unit).isEmpty()) {
            return Optional.empty();
        }
        Plan plan = years.planWithFormerPeople(yearId);
        List<Conflict> declared = conflicts.of(yearId).stream()
                .filter(conflict -> conflict.unit().equals(unit))
                .toList();
        boolean done = declared.stream().anyMatch(conflict -> conflict.person().equals(person));
        boolean judges = appraiser(years.plan(yearId), unit, person).isPresent();
        if (!done && !judges && !access.rights(person, yearId, unit).appraisalSeen()) {
            return Optional.empty();
        }
        return Optional.of(new View(
                open(yearId) && judges && !done,
                declared.stream().map(conflict -> words(plan, conflict)).toList()));
    }

    private static Declared words(Plan plan, Conflict conflict) {
        return new Declared(
                DutyTexts.personName(plan, conflict.person()),
                conflict.reason(),
                conflict.replacements().stream()
                        .map(id -> DutyTexts.personName(plan, id))
                        .toList(),
                Vietnam.words(conflict.at()));
    }

    /**
     * @throws NoSeat unless {@code person} is an officer of the leader's or deputy's office, or one of the standing agency in their place
     * @return who judges the unit from now on, name and unit each
     * @throws DutyRefused where nothing can be declared any more, or nobody would be left to judge the unit
     * @throws vn.thidua.scoring.sheet.FigureCheck.Refused where the reason is missing or too long
     */
    @Transactional
    public List<String> declare(String person, String yearId, String unit, @Nullable String reason) {
        Plan plan = years.plan(yearId);
        scores.lock(yearId);
        String party = appraiser(plan, unit, person)
                .orElseThrow(
                        () -> new NoSeat(
                                "Chỉ cán bộ văn phòng, cán bộ thi đua của Cụm trưởng, Cụm phó và người đang thẩm định"
                                        + " thay mới báo xung đột lợi ích; không ai thẩm định đơn vị mình nên không phải báo."));
        if (!open(yearId)) {
            throw new DutyRefused("Kết quả đã chốt hoặc năm thi đua đã khép lại nên không thay người thẩm định nữa.");
        }
        String why = Sheets.reason(reason, "Ghi lý do có xung đột lợi ích với đơn vị này.");
        Instant now = time.now();
        List<Person> instead =
                seats.without(plan, unit, new Seats.Seat(party, DutyType.APPRAISAL.functions()), person, now);
        if (instead.isEmpty()) {
            throw new DutyRefused(
                    "Không còn ai thẩm định thay được. Đề nghị cơ quan thường trực bổ sung người vào kế hoạch"
                            + " năm rồi báo lại.");
        }
        if (bothColumns(plan, unit, party, instead)) {
            throw new DutyRefused(
                    "Chỉ còn người đang thẩm định cho bên kia, mà một người không chấm cả hai cột. Đề nghị cơ quan"
                            + " thường trực bổ sung người vào kế hoạch năm rồi báo lại.");
        }
        List<String> ids = instead.stream().map(Person::id).toList();
        if (!conflicts.insert(yearId, unit, own(plan, person), person, why, ids)) {
            throw new DutyRefused("Xung đột lợi ích này đã được ghi nhận trước đó.");
        }
        journal.record(
                yearId,
                JournalEvent.REPLACED,
                DutyCode.APPRAISAL.code(),
                party,
                person,
                Map.of("type", DutyType.APPRAISAL.name(), "subject", unit, "reason", why, "replacements", ids));
        engine.reseat(yearId, unit);
        open(plan, unit)
                .filter(duty ->
                        duty.type() != DutyType.APPRAISAL || duty.key().party().equals(party))
                .forEach(duty -> notices.replaced(duty, person));
        return ids.stream().map(id -> DutyTexts.personName(plan, id)).toList();
    }

    /**
     * What speaks against other people in a year's plan: a unit on which somebody declared a conflict would be appraised by nobody, or
     * by one person in both columns. Vietnamese sentences.
     */
    @Transactional(readOnly = true)
    public List<String> objections(Plan changed) {
        if (!open(changed.yearId())) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        for (String unit : units(changed.yearId())) {
            List<List<Person>> columns = SheetAccess.appraisers(changed, unit).stream()
                    .map(column -> holders.of(changed, SheetAccess.key(changed, unit, column), Seats.Stage.SUBMIT))
                    .toList();
            String name = DutyTexts.partyName(changed, unit);
            if (columns.stream().anyMatch(List::isEmpty)) {
                objections.add(
                        "Không còn ai thẩm định được " + name + " do các xung đột lợi ích đã báo; bổ sung người.");
            } else if (columns.size() > 1 && columns.get(0).stream().anyMatch(columns.get(1)::contains)) {
                objections.add(
                        "Một người sẽ chấm cả hai cột của " + name + " do các xung đột lợi ích đã báo; bổ sung người.");
            }
        }
        return objections;
    }

    private List<String> units(String yearId) {
        return conflicts.of(yearId).stream().map(Conflict::unit).distinct().toList();
    }

    /** The people of a year changed: seats that somebody holds in another's place may fall to others. */
    @Transactional
    public void peopleChanged(String yearId) {
        Plan plan = years.plan(yearId);
        units(yearId).forEach(unit -> {
            engine.reseat(yearId, unit);
            open(plan, unit)
                    .filter(duty -> holders.changed(plan, duty.key(), Seats.Stage.SUBMIT))
                    .forEach(notices::opened);
        });
    }

    /** Whether somebody would appraise a unit for the leader and for the deputy: then neither would be blind to the other. */
    private boolean bothColumns(Plan plan, String unit, String party, List<Person> instead) {
        return SheetAccess.appraisers(plan, unit).stream()
                .map(column -> SheetAccess.key(plan, unit, column))
                .filter(key -> !key.party().equals(party))
                .flatMap(key -> holders.of(plan, key, Seats.Stage.SUBMIT).stream())
                .anyMatch(instead::contains);
    }

    private boolean open(String yearId) {
        return years.get(yearId).running() && years.fact(yearId, FREEZE).isEmpty();
    }

    /** What is to be done about a unit now by those who judge it. */
    private Stream<Duty> open(Plan plan, String unit) {
        return Stream.of(DutyType.APPRAISAL, DutyType.MEETING_RESULT)
                .flatMap(type -> duties.ofType(plan.yearId(), type).stream())
                .filter(duty -> Seats.unitOf(duty.key().subject()).equals(unit))
                .filter(duty -> duty.state() == Duty.State.OPEN);
    }

    /** The appraising unit for which somebody judges a unit, by office or in another's place. */
    private Optional<String> appraiser(Plan plan, String unit, String person) {
        if (plan.unit(unit).isEmpty() || own(plan, person).equals(unit)) {
            return Optional.empty();
        }
        return SheetAccess.appraisers(plan, unit).stream()
                .map(column -> SheetAccess.key(plan, unit, column))
                .filter(key -> ofOffice(plan, key.party(), person)
                        || holders.of(plan, key, Seats.Stage.SUBMIT).stream()
                                .anyMatch(holder -> holder.id().equals(person)))
                .map(DutyKey::party)
                .findFirst();
    }

    private boolean ofOffice(Plan plan, String party, String person) {
        return Seats.people(plan, List.of(new Seats.Seat(party, ConflictSeats.COLLEAGUES)), time.now()).stream()
                .anyMatch(p -> p.id().equals(person));
    }

    private String own(Plan plan, String person) {
        return plan.person(person)
                .filter(p -> p.inOffice(Vietnam.dateOf(time.now())))
                .map(Person::party)
                .orElse("");
    }
}
