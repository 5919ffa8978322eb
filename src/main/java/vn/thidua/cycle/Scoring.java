package vn.thidua.cycle;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** The criteria table in force, and the freeze as an act of two people. The sheets themselves come later. */
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

    Scoring(
            YearStore years,
            DutyRepository duties,
            Journal journal,
            YearNotices notices,
            YearEngine engine,
            FileCutOffs files) {
        this.years = years;
        this.duties = duties;
        this.journal = journal;
        this.notices = notices;
        this.engine = engine;
        this.files = files;
    }

    /**
     * Before self-scoring opens: the table that the leader issued, else last year's issued one, else the plan's, with a
     * warning to leader and standing agency (rules.md, "The calendar never waits for a person").
     */
    @Transactional
    public void settleCriteria(String yearId) {
        Plan plan = years.plan(yearId);
        if (issued(yearId)) {
            years.putFact(yearId, CRITERIA, Map.of("source", "ISSUED", "year", yearId));
            return;
        }
        String lastYear = plan.cluster().code() + "-" + (plan.year() - 1);
        boolean fromLastYear = years.find(lastYear).isPresent() && issued(lastYear);
        Map<String, Object> source = fromLastYear
                ? Map.of("source", "LAST_YEAR", "year", lastYear)
                : Map.of("source", "PLAN", "year", yearId);
        years.putFact(yearId, CRITERIA, source);
        notices.criteriaFallback(yearId, fromLastYear);
    }

    private boolean issued(String yearId) {
        return duties.find(DutyKey.of(
                        yearId, DutyType.CRITERIA, years.plan(yearId).leader().code()))
                .filter(Duty::received)
                .isPresent();
    }

    public boolean frozen(String yearId) {
        return years.fact(yearId, FREEZE).isPresent();
    }

    /** One of the two has frozen; with both, the result is final and the award votes may be held. */
    @Transactional
    public void seatFrozen(String yearId, String by) {
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
        journal.record(
                yearId,
                JournalEvent.FROZEN,
                DutyCode.FREEZE.code(),
                null,
                by,
                notAccepted.isEmpty() ? Map.of() : Map.of("notAccepted", notAccepted));
        notices.frozen(yearId);
        engine.frozen(yearId);
    }
}
