package vn.thidua.cycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.Seats;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.drafting.CriteriaDrafting;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.TableIssuing;
import vn.thidua.year.YearStore;

/** The criteria table in force, what members are told before the freeze, and the freeze as an act of two people. */
@Service("scoringOfYear")
public class Scoring {
    private static final String FREEZE = "freeze";
    private static final String CRITERIA = "criteria";

    private final YearStore years;
    private final DutyRepository duties;
    private final Journal journal;
    private final YearNotices notices;
    private final YearEngine engine;
    private final FileCutOffs files;
    private final CriteriaTables tables;
    private final TableIssuing issuing;
    private final CriteriaDrafting drafting;
    private final Results results;
    private final ScoreRepository scores;
    private final DutyService service;

    Scoring(
            YearStore years,
            DutyRepository duties,
            Journal journal,
            YearNotices notices,
            YearEngine engine,
            FileCutOffs files,
            CriteriaTables tables,
            TableIssuing issuing,
            CriteriaDrafting drafting,
            Results results,
            ScoreRepository scores,
            DutyService service) {
        this.years = years;
        this.duties = duties;
        this.journal = journal;
        this.notices = notices;
        this.engine = engine;
        this.files = files;
        this.tables = tables;
        this.issuing = issuing;
        this.drafting = drafting;
        this.results = results;
        this.scores = scores;
        this.service = service;
    }

    /**
     * Before self-scoring opens: the table that the leader issued, else last year's issued one, else the plan's, with a
     * warning to leader and standing agency (rules.md, "The calendar never waits for a person").
     */
    @Transactional
    public void settleCriteria(String yearId) {
        Plan plan = years.plan(yearId);
        if (tables.inForce(yearId).isPresent()) {
            years.putFact(yearId, CRITERIA, Map.of("source", "ISSUED", "year", yearId));
            return;
        }
        String lastYear = plan.cluster().code() + "-" + (plan.year() - 1);
        Optional<CriteriaTable> last =
                tables.inForce(lastYear).filter(table -> !Journal.SYSTEM.equals(table.issuedBy()));
        years.putFact(
                yearId,
                CRITERIA,
                last.isPresent()
                        ? Map.of("source", "LAST_YEAR", "year", lastYear)
                        : Map.of("source", "PLAN", "year", yearId));
        issuing.fallBack(
                yearId,
                last.map(CriteriaTable::content).orElse(plan.criteria()),
                last.isPresent() ? CriteriaTable.Source.LAST_YEAR : CriteriaTable.Source.PLAN);
        notices.criteriaFallback(yearId, last.isPresent());
    }

    /**
     * The leader has issued the table: every member gets a sheet and is told (S2-11). Issued late, it takes the place of the one that came
     * into force by itself, if a draft says something else.
     */
    @Transactional
    public void issued(String yearId, String by) {
        Optional<CriteriaTable> before = tables.inForce(yearId);
        if (before.isEmpty()) {
            drafting.issue(yearId, by, "");
        } else if (Journal.SYSTEM.equals(before.get().issuedBy())
                && tables.draft(yearId).isPresent()
                && !signed(yearId)) {
            drafting.issue(yearId, by, "Ban hành sau thời hạn, thay bảng đã áp dụng khi chưa ban hành");
        }
    }

    /**
     * What members are told before the freeze.
     *
     * @param hash of what is about to be frozen
     * @param differences to the provisional result, a Vietnamese sentence each
     */
    public record Circulated(String hash, List<String> differences) {}

    /** Whether the person may tell members of the difference now: one of those who freeze, before either has. */
    public boolean mayCirculate(String yearId, String by) {
        return freezes(yearId, by) && !signed(yearId);
    }

    private boolean freezes(String yearId, String by) {
        return duties.ofType(yearId, DutyType.FREEZE).stream()
                .anyMatch(duty -> service.holdsSeat(duty.key(), Seats.Stage.SUBMIT, by));
    }

    private boolean signed(String yearId) {
        return frozen(yearId) || duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received);
    }

    /**
     * Sends the difference to the provisional result to all members; only then can it be frozen. What nobody contested is written down
     * as agreed first, so that what is told is what is frozen.
     *
     * @throws NoSeat unless {@code by} is one of those who freeze
     * @throws DutyRefused before the supplements are over, while lines are open, or once one has frozen
     */
    @Transactional
    public Circulated circulate(String yearId, String by) {
        Plan plan = years.plan(yearId);
        if (!freezes(yearId, by)) {
            throw new NoSeat("Chỉ Cụm trưởng, Cụm phó thông báo chênh lệch, sau khi hết hạn bổ sung minh chứng.");
        }
        scores.lock(yearId);
        if (signed(yearId)) {
            throw new DutyRefused("Đã có bên chốt kết quả nên không thông báo lại được nữa.");
        }
        Map<String, List<String>> unsettled = results.unsettled(yearId);
        if (!unsettled.isEmpty()) {
            throw new DutyRefused("Còn dòng chưa thống nhất: "
                    + unsettled.entrySet().stream()
                            .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                            .collect(Collectors.joining("; "))
                    + ". Thống nhất rồi thông báo.");
        }
        results.adoptAll(yearId);
        ResultContent now = results.now(yearId);
        List<String> lines = results.latest(yearId, Result.Kind.PROVISIONAL)
                .map(before -> ResultWords.differences(plan, ResultContent.read(before.content()), now))
                .orElse(List.of());
        String hash = ResultContent.hash(now.json());
        int number = years.fact(yearId, ScoreDuties.CIRCULATED)
                        .map(fact -> Integer.parseInt(String.valueOf(fact.getOrDefault("number", 0))))
                        .orElse(0)
                + 1;
        years.putFact(yearId, ScoreDuties.CIRCULATED, Map.of("hash", hash, "by", by, "number", number));
        journal.record(
                yearId,
                JournalEvent.CIRCULATED,
                DutyCode.FREEZE.code(),
                null,
                by,
                Map.of("hash", hash, "differences", lines));
        notices.circulated(yearId, number, lines);
        return new Circulated(hash, lines);
    }

    public boolean frozen(String yearId) {
        return years.fact(yearId, FREEZE).isPresent();
    }

    /**
     * One of the two has frozen; with both, the result is final and the award votes may be held.
     *
     * @throws IllegalStateException where what would be frozen is not what both have signed: nothing may change it in between
     */
    @Transactional
    public void seatFrozen(String yearId, String by) {
        scores.lock(yearId);
        Plan plan = years.plan(yearId);
        boolean both = duties.ofType(yearId, DutyType.FREEZE).stream()
                        .filter(Duty::received)
                        .count()
                == 2;
        if (!both || frozen(yearId)) {
            return;
        }
        years.putFact(
                yearId,
                FREEZE,
                Map.of("leader", plan.leader().code(), "deputy", plan.deputy().code()));
        List<FileCutOffs.NotAccepted> notAccepted = files.frozen(yearId);
        Map<String, Object> detail = new LinkedHashMap<>();
        if (!notAccepted.isEmpty()) {
            detail.put("notAccepted", notAccepted);
        }
        if (tables.inForce(yearId).isPresent()) {
            Result result = results.freeze(yearId, by);
            years.fact(yearId, ScoreDuties.CIRCULATED)
                    .filter(fact -> !result.hash().equals(fact.get("hash")))
                    .ifPresent(fact -> {
                        throw new IllegalStateException("The result of " + yearId + " is " + result.hash()
                                + ", not what was circulated and signed: " + fact.get("hash"));
                    });
            tables.close(yearId);
            endDrafting(yearId);
            detail.putAll(results.journalled(result));
        }
        journal.record(yearId, JournalEvent.FROZEN, DutyCode.FREEZE.code(), null, by, detail);
        notices.frozen(yearId);
        engine.frozen(yearId);
    }

    /** Nobody issues a table any more: who never did so, and is recorded as overdue, is no longer asked to. */
    private void endDrafting(String yearId) {
        duties.closeOpen(yearId, DutyType.CRITERIA).forEach(duty -> engine.endHandIn(duty.key()));
    }
}
