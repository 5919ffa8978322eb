package vn.thidua.scoring.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** A table comes into force: every member gets a sheet, and figures set under the version before are carried over line by line (S2-11). */
@Service
public class TableIssuing {
    private final CriteriaTables tables;
    private final ScoreRepository scores;
    private final DutyRepository duties;
    private final YearStore years;
    private final Journal journal;

    TableIssuing(
            CriteriaTables tables, ScoreRepository scores, DutyRepository duties, YearStore years, Journal journal) {
        this.tables = tables;
        this.scores = scores;
        this.duties = duties;
        this.years = years;
        this.journal = journal;
    }

    /**
     * Issues the draft; without one, the plan's table.
     *
     * @param reason why it replaces an issued one
     * @throws DutyRefused once one of the two has frozen the result, or where an issued table is replaced without a reason
     */
    @Transactional
    public CarryOver issue(String yearId, String by, String reason) {
        scores.lock(yearId);
        if (years.fact(yearId, "freeze").isPresent()) {
            throw new DutyRefused("Kết quả đã chốt nên bảng tiêu chí không thay đổi được nữa.");
        }
        if (duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received)) {
            throw new DutyRefused("Một bên đã chốt kết quả nên bảng tiêu chí không thay đổi được nữa.");
        }
        Optional<CriteriaTable> before = tables.inForce(yearId);
        if (before.isPresent() && reason.isBlank()) {
            throw new DutyRefused("Bảng tiêu chí đã ban hành; ghi lý do ban hành phiên bản mới.");
        }
        tables.openDraft(yearId, by);
        return inForce(yearId, tables.issueDraft(yearId, by, reason), by);
    }

    /**
     * Where the leader has issued nothing by the time it is needed: another table comes into force by itself. A draft that says something
     * else goes on as a draft of its own beside it, and may take its place when it is issued.
     */
    @Transactional
    public void fallBack(String yearId, Criteria content, CriteriaTable.Source source) {
        scores.lock(yearId);
        Optional<CriteriaTable> drafted =
                tables.draft(yearId).filter(draft -> !draft.content().equals(content));
        tables.replaceDraft(yearId, content, source, Journal.SYSTEM);
        inForce(yearId, tables.issueDraft(yearId, Journal.SYSTEM, ""), Journal.SYSTEM);
        drafted.ifPresent(draft -> tables.replaceDraft(yearId, draft.content(), draft.source(), draft.by()));
    }

    /** What would fall away if this were issued now. */
    public CarryOver preview(String yearId, Criteria content) {
        List<Entry> current = scores.current(yearId, null);
        List<CarryOver.Fallen> fallen = fallen(current, CriteriaTable.lines(content));
        return new CarryOver(current.size() - fallen.size(), fallen);
    }

    private CarryOver inForce(String yearId, CriteriaTable table, String by) {
        List<Entry> current = scores.current(yearId, null);
        years.plan(yearId).memberCodes().forEach(unit -> scores.putSheet(yearId, unit, table.version()));
        List<CarryOver.Fallen> fallen = fallen(current, table.lines());
        for (Entry entry : current) {
            Optional<CarryOver.Fallen> gone = fallen.stream()
                    .filter(f -> f.unit().equals(entry.unit())
                            && f.line().equals(entry.line())
                            && f.column() == entry.column())
                    .findFirst();
            if (!entry.figure().none()) {
                scores.insert(
                        yearId,
                        new ScoreRepository.New(
                                entry.unit(),
                                entry.line(),
                                entry.column(),
                                table.version(),
                                gone.isPresent() ? Figure.NONE : entry.figure(),
                                gone.map(CarryOver.Fallen::why).orElse(entry.reason()),
                                entry.by(),
                                entry.party(),
                                gone.isPresent() ? Entry.Act.FELL_AWAY : Entry.Act.CARRIED,
                                entry.id()));
            }
        }
        int carried = (int) current.stream().filter(e -> !e.figure().none()).count() - fallen.size();
        journal.record(
                yearId,
                JournalEvent.CRITERIA_ISSUED,
                DutyCode.CRITERIA.code(),
                null,
                by,
                Map.of(
                        "version",
                        table.version(),
                        "hash",
                        tables.hash(yearId, table.version()),
                        "source",
                        table.source().name(),
                        "reason",
                        table.reason(),
                        "carried",
                        carried,
                        "fallen",
                        fallen.stream()
                                .map(f -> Map.of(
                                        "unit", f.unit(),
                                        "line", f.line(),
                                        "column", f.column().name(),
                                        "figure", Sheets.words(f.figure()),
                                        "why", f.why()))
                                .toList()));
        return new CarryOver(carried, fallen);
    }

    private static List<CarryOver.Fallen> fallen(List<Entry> current, List<Line> lines) {
        List<CarryOver.Fallen> fallen = new ArrayList<>();
        for (Entry entry : current) {
            if (entry.figure().none()) {
                continue;
            }
            Optional<Line> line =
                    lines.stream().filter(l -> l.code().equals(entry.line())).findFirst();
            String why = line.isEmpty() ? "Bảng mới không còn dòng này." : misfit(line.get(), entry.figure());
            if (!why.isEmpty()) {
                fallen.add(new CarryOver.Fallen(entry.unit(), entry.line(), entry.column(), entry.figure(), why));
            }
        }
        return fallen;
    }

    /** What a rule decides must come out the same; else a person decides anew. */
    private static String misfit(Line line, Figure figure) {
        try {
            Figure checked = FigureCheck.checked(line, figure);
            return checked.equals(figure) ? "" : "Quy tắc trừ điểm của dòng đã đổi.";
        } catch (FigureCheck.Refused e) {
            return String.valueOf(e.getMessage());
        }
    }
}
