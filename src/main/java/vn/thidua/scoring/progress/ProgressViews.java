package vn.thidua.scoring.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;
import vn.thidua.plan.Unit;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Membership;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetRights;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.YearStore;

/**
 * The progress board, for the leader's and the deputy's people, who appraise in their place, and the standing agency. It says of the
 * other office's appraisal only whether it is in: each is blind to the other until both are (rules.md, "Scores").
 */
@Service
@Transactional(readOnly = true)
public class ProgressViews {
    private final SheetStore sheets;
    private final SheetAccess access;
    private final Membership membership;
    private final DutyRepository duties;
    private final StakesList stakes;
    private final YearStore years;
    private final TimeSource time;

    ProgressViews(
            SheetStore sheets,
            SheetAccess access,
            Membership membership,
            DutyRepository duties,
            StakesList stakes,
            YearStore years,
            TimeSource time) {
        this.sheets = sheets;
        this.access = access;
        this.membership = membership;
        this.duties = duties;
        this.stakes = stakes;
        this.years = years;
        this.time = time;
    }

    /** Of the leader's or the deputy's office, or the standing agency. */
    public boolean mayOpen(String person, String yearId) {
        if (years.find(yearId).isEmpty()) {
            return false;
        }
        Plan plan = years.plan(yearId);
        Set<String> parties = membership.parties(plan, person);
        return parties.contains(plan.leader().code())
                || parties.contains(plan.deputy().code())
                || parties.contains(Seats.standingAgency(plan).party());
    }

    /** Empty for everybody else. Before sheets were issued the board has no units. */
    public Optional<Progress> of(String person, String yearId) {
        return mayOpen(person, yearId) ? Optional.of(board(person, years.plan(yearId))) : Optional.empty();
    }

    private Progress board(String person, Plan plan) {
        Instant now = time.now();
        Map<String, Sheet> all = sheets.all(plan.yearId());
        Map<String, SheetRights> rights = new HashMap<>();
        all.keySet().forEach(unit -> rights.put(unit, access.rights(person, plan.yearId(), unit)));
        List<Progress.Unit> units = new ArrayList<>();
        for (Unit unit : plan.units()) {
            Sheet sheet = all.get(unit.code());
            if (sheet != null) {
                UnitProgress progress = new UnitProgress(plan, sheet, rights.get(unit.code()), duties, now);
                units.add(progress.unit(unit.name(), openTask(person, plan, sheet)));
            }
        }
        units.sort(Comparator.comparing(Progress.Unit::name, Vietnam.collator()));
        boolean ranks = all.values().stream()
                .allMatch(sheet -> rights.get(sheet.unit()).visible().containsAll(sheet.counting()));
        List<Sheet> readable = all.values().stream()
                .filter(sheet -> rights.get(sheet.unit()).visible().containsAll(sheet.in()))
                .toList();
        return new Progress(
                DutyTexts.yearName(plan),
                Vietnam.words(now),
                counts(plan, units),
                units,
                stakes.of(plan, readable, all.values(), ranks),
                ranks);
    }

    private long openTask(String person, Plan plan, Sheet sheet) {
        Set<Column> seats = access.who(person, plan, sheet.unit()).seats();
        return sheet.appraisers().stream()
                .filter(seats::contains)
                .flatMap(column -> duties.find(SheetAccess.key(plan, sheet.unit(), column)).stream())
                .filter(duty -> !duty.received())
                .map(duty -> duty.id())
                .findFirst()
                .orElse(0L);
    }

    private static List<String> counts(Plan plan, List<Progress.Unit> units) {
        if (units.isEmpty()) {
            return List.of("Chưa có bảng điểm: bảng tiêu chí chưa ban hành.");
        }
        long contested =
                units.stream().mapToLong(u -> u.contested() - u.settled()).sum();
        long explained = units.stream().mapToLong(Progress.Unit::explained).sum();
        return List.of(
                "Đã tự chấm điểm: " + done(units, u -> u.self().state()) + " đơn vị.",
                DutyTexts.partyName(plan, plan.leader().code()) + " (Cụm trưởng) đã thẩm định: "
                        + done(units, u -> u.leader().state()) + " đơn vị.",
                DutyTexts.partyName(plan, plan.deputy().code()) + " (Cụm phó) đã thẩm định: "
                        + done(units, u -> u.deputy().state()) + " đơn vị.",
                "Dòng chênh lệch chưa thống nhất: " + contested + ", đơn vị đã giải trình " + explained + ".");
    }

    private static String done(
            List<Progress.Unit> units, java.util.function.Function<Progress.Unit, Progress.State> step) {
        Predicate<Progress.Unit> asked = u -> step.apply(u) != Progress.State.NOBODY;
        return units.stream().filter(u -> step.apply(u) == Progress.State.DONE).count() + "/"
                + units.stream().filter(asked).count();
    }
}
