package vn.thidua.scoring.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.CellViews;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Conflicts;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Membership;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetRights;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.Totals;
import vn.thidua.year.YearStore;

/** The meeting's board for one person (S0-07). Before the meeting nobody sees anything of others on it. */
@Service
@Transactional(readOnly = true)
public class BoardViews {
    private final SheetStore store;
    private final ScoreRepository scores;
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final Standings standings;
    private final Results results;
    private final Conflicts conflicts;
    private final Membership membership;
    private final DutyRepository duties;
    private final ScorePhases phases;
    private final YearStore years;
    private final TimeSource time;

    BoardViews(
            SheetStore store,
            ScoreRepository scores,
            CriteriaTables tables,
            SheetAccess access,
            Standings standings,
            Results results,
            Conflicts conflicts,
            Membership membership,
            DutyRepository duties,
            ScorePhases phases,
            YearStore years,
            TimeSource time) {
        this.store = store;
        this.scores = scores;
        this.tables = tables;
        this.access = access;
        this.standings = standings;
        this.results = results;
        this.conflicts = conflicts;
        this.membership = membership;
        this.duties = duties;
        this.phases = phases;
        this.years = years;
        this.time = time;
    }

    /** Empty where the person is neither of a member unit nor of the standing agency in this year, or it has no sheets. */
    public Optional<Board> of(String person, String yearId) {
        if (!mayOpen(person, yearId)) {
            return Optional.empty();
        }
        Plan plan = years.planWithFormerPeople(yearId);
        return tables.inForce(yearId).map(table -> board(person, plan, table));
    }

    /** Of the members or the standing agency. */
    public boolean mayOpen(String person, String yearId) {
        if (years.find(yearId).isEmpty()) {
            return false;
        }
        Plan plan = years.plan(yearId);
        Set<String> parties = membership.parties(plan, person);
        return parties.stream().anyMatch(party -> plan.unit(party).isPresent())
                || parties.contains(Seats.standingAgency(plan).party());
    }

    /** What the board says beside the figures, anew after a change. */
    public List<Board.StandingView> standings(String yearId) {
        return standings.of(yearId).stream().map(BoardViews::standing).toList();
    }

    private Board board(String person, Plan plan, CriteriaTable table) {
        String yearId = plan.yearId();
        long stand = scores.stand(yearId);
        Board.Phase phase = phases.of(yearId);
        boolean shown = phase != Board.Phase.BEFORE;
        Collection<Sheet> sheets = shown ? store.all(yearId).values() : List.of();
        return new Board(
                yearId,
                DutyTexts.yearName(plan),
                time.now(),
                stand,
                phases.turn(yearId, phase, table),
                phase,
                phases.words(yearId, phase),
                CellViews.groups(table.content()),
                table.lines().stream().map(BoardViews::line).toList(),
                sheets.stream().map(sheet -> unit(person, plan, sheet)).toList(),
                shown
                        ? standings.of(yearId, sheets).stream()
                                .map(BoardViews::standing)
                                .toList()
                        : List.of(),
                shown ? results.all(yearId).stream().map(BoardViews::result).toList() : List.of());
    }

    private Board.UnitView unit(String person, Plan plan, Sheet sheet) {
        SheetRights rights = access.rights(person, plan.yearId(), sheet.unit());
        Map<String, Integer> changes = scores.changes(plan.yearId(), sheet.unit());
        Set<String> replaced = conflicts.people(plan.yearId(), sheet.unit());
        Set<String> settledLines = scores.agreedProvisionally(plan.yearId(), sheet.unit());
        Map<String, Board.LineCells> cells = new LinkedHashMap<>();
        for (Line line : sheet.lines()) {
            Map<Column, SheetView.Cell> shown = new EnumMap<>(Column.class);
            for (Column column : rights.visible()) {
                if (column != Column.AGREED && !sheet.in().contains(column)) {
                    continue; // a draft, which counts for nothing
                }
                sheet.entry(line.code(), column)
                        .ifPresent(entry -> shown.put(
                                column,
                                CellViews.cell(
                                        plan,
                                        entry,
                                        changes.getOrDefault(line.code() + "/" + column, 1),
                                        replaced.contains(entry.by()))));
            }
            Figure proposed = sheet.unagreed(line);
            cells.put(
                    line.code(),
                    new Board.LineCells(
                            shown,
                            proposed.none() ? null : figure(proposed),
                            sheet.contested(line),
                            sheet.marked(line.code()),
                            settledLines.contains(line.code()),
                            sheet.notes(line.code()).stream()
                                    .map(note -> CellViews.note(plan, note))
                                    .toList()));
        }
        boolean settled = duties.ofType(plan.yearId(), DutyType.MEETING_RESULT).stream()
                .anyMatch(duty -> Seats.unitOf(duty.key().subject()).equals(sheet.unit()) && duty.received());
        return new Board.UnitView(
                sheet.unit(),
                DutyTexts.partyName(plan, sheet.unit()),
                rights.writable().contains(Column.AGREED),
                rights.mayObject(),
                rights.mayMark(),
                rights.markedOnly(),
                rights.whyNot(),
                settled,
                cells);
    }

    private static SheetView.LineView line(Line line) {
        return new SheetView.LineView(
                line.code(),
                line.kind().name(),
                line.group(),
                line.name(),
                Decimals.text(line.max()),
                Decimals.text(line.step()),
                CellViews.text(line.bonusMax()),
                CellViews.deduct(line),
                line.penaltyText(),
                line.evidence(),
                line.supplier(),
                null,
                null,
                false,
                false,
                false,
                Map.of(),
                List.of());
    }

    private static Board.FigureView figure(Figure figure) {
        return new Board.FigureView(CellViews.text(figure.points()), CellViews.text(figure.bonus()), figure.count());
    }

    private static Board.ResultView result(Result result) {
        return new Board.ResultView(result.number(), result.kind().name(), result.hash(), result.at(), result.reason());
    }

    private static Board.StandingView standing(Standing s) {
        Map<Column, Board.TotalsView> columns = new EnumMap<>(Column.class);
        s.columns().forEach((column, totals) -> columns.put(column, totals(totals)));
        Board.TotalsView totals = totals(s.totals());
        return new Board.StandingView(
                s.unit(),
                s.rank(),
                totals.total(),
                totals.totalWithBonus(),
                totals.bonus(),
                totals.penalty(),
                totals.groups(),
                s.band(),
                s.knockOuts().stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.toCollection(java.util.TreeSet::new)),
                s.contested(),
                s.open(),
                s.unscored(),
                columns);
    }

    private static Board.TotalsView totals(Totals totals) {
        return new Board.TotalsView(
                Decimals.text(totals.total()),
                Decimals.text(totals.totalWithBonus()),
                Decimals.text(totals.bonus()),
                Decimals.text(totals.penalty()),
                new ArrayList<>(
                        totals.groups().values().stream().map(Decimals::text).toList()));
    }
}
