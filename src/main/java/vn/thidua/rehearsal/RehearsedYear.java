package vn.thidua.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.journal.Journal;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReading;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.rehearsal.engine.YearDriver;
import vn.thidua.scoring.papers.ScorePapers;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.Results;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.YearStore;

/** One year from before its first opening to its close, and what it leaves in the folder. */
@Component
public class RehearsedYear {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ClusterYears years;
    private final YearStore store;
    private final YearDriver driver;
    private final Journal journal;
    private final Documents documents;
    private final YearPage page;
    private final Results results;
    private final ScorePapers papers;
    private final VirtualClock clock;

    RehearsedYear(
            ClusterYears years,
            YearStore store,
            YearDriver driver,
            Journal journal,
            Documents documents,
            YearPage page,
            Results results,
            ScorePapers papers,
            JdbcClient jdbc) {
        this.years = years;
        this.store = store;
        this.driver = driver;
        this.journal = journal;
        this.documents = documents;
        this.page = page;
        this.results = results;
        this.papers = papers;
        this.clock = new VirtualClock(jdbc);
    }

    /**
     * @param reading without errors
     * @param out an empty folder
     * @return whether the year reached its close
     */
    public boolean run(PlanReading reading, Script script, Path out, PrintStream progress) throws IOException {
        Plan plan = reading.validPlan();
        clock.install(beginning(plan));
        String yearId = years.start(reading, Journal.SYSTEM);
        Progress watcher = new Progress(journal, yearId, progress);
        driver.run(yearId, script, null, watcher);
        watcher.tell();
        var timeline = journal.read(yearId);
        TimelineJson.write(out.resolve("timeline.json"), timeline);
        documents.write(yearId, reading, out.resolve("documents"));
        Optional<Result> frozen = results.latest(yearId, Result.Kind.FROZEN);
        if (frozen.isPresent()) {
            ResultJson.write(out.resolve("result.json"), frozen.get());
            workbooks(yearId, plan, out);
        }
        page.write(yearId, plan, timeline, out);
        return store.get(yearId).status() == ClusterYear.Status.CLOSED;
    }

    /** The comparison of the cluster, and each unit's sheet, as Excel. */
    private void workbooks(String yearId, Plan plan, Path out) throws IOException {
        Files.write(out.resolve("so-sanh.xlsx"), papers.comparison(yearId));
        Path sheets = Files.createDirectories(out.resolve("bang-diem"));
        for (String unit : plan.memberCodes()) {
            Files.write(sheets.resolve(unit + ".xlsx"), papers.sheet(yearId, unit));
        }
    }

    /** The morning of the working day before anything of the plan opens or happens. */
    static Instant beginning(Plan plan) {
        LocalDate first = plan.milestones().values().stream()
                .flatMap(m -> Stream.of(m.opens() == null ? null : m.opens().at(), m.at()))
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return Vietnam.at(plan.calendar().plusWorkingDays(first, -1).atTime(MORNING));
    }
}
