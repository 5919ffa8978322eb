package vn.thidua.scoring.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Circumstances;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetRights;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Puts a unit's brief together from its sheet, of the columns that the person sees. */
@Component
class BriefMaking {
    private final SheetStore store;
    private final SheetAccess access;
    private final CriteriaTables tables;
    private final RanksAtStake ranks;
    private final Pledges pledges;
    private final Milestones milestones;
    private final YearStore years;

    BriefMaking(
            SheetStore store,
            SheetAccess access,
            CriteriaTables tables,
            RanksAtStake ranks,
            Pledges pledges,
            Milestones milestones,
            YearStore years) {
        this.store = store;
        this.access = access;
        this.tables = tables;
        this.ranks = ranks;
        this.pledges = pledges;
        this.milestones = milestones;
        this.years = years;
    }

    Brief brief(String person, String yearId, String unit, List<Proposal> proposed, boolean mayPropose) {
        Plan plan = years.plan(yearId);
        CriteriaTable table = tables.inForce(yearId).orElseThrow();
        Sheet sheet = store.find(yearId, unit).orElseThrow();
        SheetRights rights = access.rights(person, yearId, unit);
        Circumstances now = access.circumstances(yearId, unit);
        List<Column> columns = rights.visible().stream().sorted().toList();
        Optional<RanksAtStake.Of> stakes = ranks.of(person, yearId, sheet);
        boolean appraisalSeen = sheet.appraised() && rights.visible().containsAll(sheet.appraisers());
        List<Line> contested = appraisalSeen ? sheet.contested() : List.of();
        Pledge pledge = pledges.of(yearId, unit).orElse(null);
        return new Brief(
                yearId,
                DutyTexts.yearName(plan),
                unit,
                DutyTexts.partyName(plan, unit),
                "Bảng tiêu chí phiên bản " + table.version(),
                phase(yearId, now),
                columns,
                BriefFigures.groups(table, sheet, columns),
                BriefFigures.totals(table, sheet, columns),
                BriefFigures.gaps(sheet, rights.visible()),
                contested.stream()
                        .map(line -> issue(plan, sheet, line, columns, disputed(sheet, line), stakes))
                        .toList(),
                appraisalSeen ? lower(plan, sheet, columns, stakes) : List.of(),
                stake(sheet, contested),
                stakes.map(RanksAtStake.Of::rank).orElse(null),
                sheet.lines().stream()
                        .map(line -> new Brief.LineName(line.code(), line.name()))
                        .toList(),
                byLine(proposed),
                pledge,
                names(plan, proposed, pledge),
                mayPropose,
                rights.mayObject(),
                pledges.mayReport(person, yearId, unit));
    }

    private String phase(String yearId, Circumstances now) {
        MilestoneDates meeting = milestones.get(yearId, DutyCode.SCORING_MEETING);
        String when = meeting.at() == null ? "" : ", " + Vietnam.words(meeting.at());
        if (now.frozen()) {
            return "Kết quả đã chốt.";
        }
        if (now.meetingEnded()) {
            return "Cuộc họp chấm điểm đã kết thúc.";
        }
        if (now.meetingBegun()) {
            return "Đang họp chấm điểm.";
        }
        if (!now.revealed()) {
            return "Chưa có kết quả thẩm định; mới có điểm của đơn vị. Họp chấm điểm" + when + ".";
        }
        return now.in().containsAll(now.appraisers())
                ? "Đã có kết quả thẩm định. Đơn vị giải trình được các dòng có chênh lệch đến trước giờ họp chấm điểm"
                        + when + "."
                : "Đã hết hạn thẩm định nhưng chưa đủ kết quả thẩm định của đơn vị. Họp chấm điểm" + when + ".";
    }

    /** Both appraisals agree, or there is one, on less than the unit gave itself. */
    private List<Brief.Issue> lower(Plan plan, Sheet sheet, List<Column> columns, Optional<RanksAtStake.Of> stakes) {
        return sheet.lines().stream()
                .filter(line -> !sheet.contested(line))
                .filter(line -> worth(line, sheet.proposed(line)).compareTo(worth(line, self(sheet, line))) < 0)
                .map(line -> issue(
                        plan,
                        sheet,
                        line,
                        columns,
                        new Two(Column.SELF, self(sheet, line), null, sheet.proposed(line)),
                        stakes))
                .toList();
    }

    /** Two figures that somebody argues about; the column is null of what both appraisals say. */
    record Two(Column first, Figure one, @Nullable Column second, Figure other) {}

    /** The figures of which one will stand: of both appraisals, or the self-score and the one that there is. */
    private static Two disputed(Sheet sheet, Line line) {
        Column first = sheet.opposed().get(0);
        Column second = sheet.opposed().get(1);
        return new Two(first, sheet.counted(line.code(), first), second, sheet.counted(line.code(), second));
    }

    private Brief.Issue issue(
            Plan plan, Sheet sheet, Line line, List<Column> columns, Two two, Optional<RanksAtStake.Of> stakes) {
        List<Brief.Said> reasons = new ArrayList<>();
        for (Column column : columns) {
            sheet.entry(line.code(), column)
                    .filter(entry -> !entry.reason().isBlank())
                    .ifPresent(entry -> reasons.add(new Brief.Said(column.title(), entry.reason())));
        }
        List<Brief.Said> explanations = sheet.notes(line.code()).stream()
                .filter(note -> note.kind() == Note.Kind.EXPLANATION || note.kind() == Note.Kind.OBJECTION)
                .map(note -> new Brief.Said(
                        (note.kind() == Note.Kind.OBJECTION ? "Phản biện, " : "Giải trình, ")
                                + DutyTexts.personName(plan, note.by()),
                        note.text()))
                .toList();
        return new Brief.Issue(
                line.code(),
                line.name(),
                line.kind() == Line.Kind.PENALTY ? "" : Decimals.shown(line.max()),
                columns.stream()
                        .map(column -> BriefFigures.words(sheet.figure(line.code(), column)))
                        .toList(),
                Stakes.words(line, two.one(), two.other()),
                stakes.map(of -> of.words(line, two)).orElse(""),
                reasons,
                explanations);
    }

    private static String stake(Sheet sheet, List<Line> contested) {
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal bonus = BigDecimal.ZERO;
        for (Line line : contested) {
            Two two = disputed(sheet, line);
            points = points.add(Stakes.points(two.one(), two.other()));
            bonus = bonus.add(Stakes.bonus(two.one(), two.other()));
        }
        return contested.isEmpty() ? "" : Stakes.words(points, bonus);
    }

    private static Figure self(Sheet sheet, Line line) {
        return sheet.counted(line.code(), Column.SELF);
    }

    /** What a figure adds to the total with bonus. */
    private static BigDecimal worth(Line line, Figure figure) {
        BigDecimal points = figure.points() == null ? BigDecimal.ZERO : figure.points();
        BigDecimal bonus = figure.bonus() == null ? BigDecimal.ZERO : figure.bonus();
        return (line.kind() == Line.Kind.PENALTY ? points.negate() : points).add(bonus);
    }

    private static Map<String, Proposal> byLine(List<Proposal> proposed) {
        Map<String, Proposal> byLine = new LinkedHashMap<>();
        proposed.forEach(p -> byLine.put(p.line(), p));
        return byLine;
    }

    private static Map<String, String> names(Plan plan, List<Proposal> proposed, @Nullable Pledge pledge) {
        Map<String, String> names = new HashMap<>();
        proposed.forEach(p -> names.put(p.by(), DutyTexts.personName(plan, p.by())));
        if (pledge != null) {
            pledge.targets().stream()
                    .map(Pledge.Target::outcome)
                    .filter(java.util.Objects::nonNull)
                    .forEach(o -> names.put(o.by(), DutyTexts.personName(plan, o.by())));
        }
        return names;
    }
}
