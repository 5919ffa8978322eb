package vn.thidua.scoring.sheet;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Finds out what a year has come to and who somebody is, for {@link SheetRights}. */
@Component
public class SheetAccess {
    private static final String FREEZE = "freeze";

    private final YearStore years;
    private final Milestones milestones;
    private final DutyRepository duties;
    private final DutyService service;
    private final Membership membership;
    private final Conflicts conflicts;
    private final TimeSource time;

    SheetAccess(
            YearStore years,
            Milestones milestones,
            DutyRepository duties,
            DutyService service,
            Membership membership,
            Conflicts conflicts,
            TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.duties = duties;
        this.service = service;
        this.membership = membership;
        this.conflicts = conflicts;
        this.time = time;
    }

    public SheetRights rights(String person, String yearId, String unit) {
        Plan plan = years.plan(yearId);
        return SheetRights.of(plan, unit, circumstances(yearId, unit), who(person, plan, unit));
    }

    public SheetRights.Who who(String person, Plan plan, String unit) {
        Set<String> parties = membership.parties(plan, person);
        Set<Column> seats = EnumSet.noneOf(Column.class);
        if (!parties.isEmpty()) {
            for (Column column : Column.values()) {
                DutyKey key = duty(plan, unit, column);
                if (key != null && service.holdsSeat(key, Seats.Stage.SUBMIT, person)) {
                    seats.add(column);
                }
            }
        }
        return new SheetRights.Who(
                parties, seats, conflicts.people(plan.yearId(), unit).contains(person));
    }

    /** For whom the person acts on a column: the unit or body that is written beside the figure. */
    public String party(String person, Plan plan, String unit, Column column) {
        Set<String> parties = membership.parties(plan, person);
        String wanted = column == Column.SELF ? unit : column.appraiser(plan);
        if (wanted != null && parties.contains(wanted)) {
            return wanted;
        }
        return parties.stream()
                .filter(party -> !party.equals(unit))
                .findFirst()
                .orElse(parties.isEmpty() ? "" : parties.iterator().next());
    }

    public Circumstances circumstances(String yearId, String unit) {
        ClusterYear year = years.get(yearId);
        Plan plan = year.plan();
        Map<DutyCode, MilestoneDates> dates = milestones.all(yearId);
        Instant now = time.now();
        Set<Column> open = EnumSet.noneOf(Column.class);
        Set<Column> appraisers = appraisers(plan, unit);
        Set<Column> asked = EnumSet.of(Column.SELF);
        asked.addAll(appraisers);
        for (Column column : asked) {
            duties.find(key(plan, unit, column)).ifPresent(duty -> {
                boolean late = column == Column.SELF && !now.isBefore(duty.effectiveDeadline());
                if (duty.state() == Duty.State.OPEN && !late) {
                    open.add(column);
                }
            });
        }
        MilestoneDates meeting = dates.get(DutyCode.SCORING_MEETING);
        MilestoneDates supplement = dates.get(DutyCode.SUPPLEMENT);
        return new Circumstances(
                year.running(),
                open,
                handedIn(plan, unit),
                appraisers,
                reached(now, limit(dates.get(DutyCode.APPRAISAL))),
                meeting != null && reached(now, meeting.at()),
                meeting != null && (meeting.endedAt() != null || reached(now, meeting.end())),
                reached(now, limit(supplement)),
                duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received),
                years.fact(yearId, FREEZE).isPresent());
    }

    /** The columns of a unit that were handed in. */
    public Set<Column> handedIn(Plan plan, String unit) {
        Set<Column> in = EnumSet.noneOf(Column.class);
        Set<Column> asked = EnumSet.of(Column.SELF);
        asked.addAll(appraisers(plan, unit));
        for (Column column : asked) {
            duties.find(key(plan, unit, column)).filter(Duty::received).ifPresent(duty -> in.add(column));
        }
        return in;
    }

    /** Who appraises a unit: both, but nobody their own (S0-02). */
    public static Set<Column> appraisers(Plan plan, String unit) {
        Set<Column> appraisers = EnumSet.noneOf(Column.class);
        for (Column column : List.of(Column.LEADER, Column.DEPUTY)) {
            if (!unit.equals(column.appraiser(plan))) {
                appraisers.add(column);
            }
        }
        return appraisers;
    }

    private static @Nullable DutyKey duty(Plan plan, String unit, Column column) {
        return column != Column.SELF && unit.equals(column.appraiser(plan)) ? null : key(plan, unit, column);
    }

    /** The duty in which a column is filled in. */
    public static DutyKey key(Plan plan, String unit, Column column) {
        String yearId = plan.yearId();
        return switch (column) {
            case SELF -> DutyKey.of(yearId, DutyType.SELF_SCORE, unit);
            case LEADER -> new DutyKey(yearId, DutyType.APPRAISAL, plan.leader().code(), unit);
            case DEPUTY -> new DutyKey(yearId, DutyType.APPRAISAL, plan.deputy().code(), unit);
            case AGREED -> new DutyKey(yearId, DutyType.MEETING_RESULT, Seats.leaderFor(plan, unit), unit);
        };
    }

    private static @Nullable Instant limit(@Nullable MilestoneDates dates) {
        return dates == null ? null : dates.limit();
    }

    private static boolean reached(Instant now, @Nullable Instant instant) {
        return instant != null && !now.isBefore(instant);
    }
}
