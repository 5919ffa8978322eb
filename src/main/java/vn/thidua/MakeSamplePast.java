package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Opening;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;
import vn.thidua.plan.PlanShift;
import vn.thidua.rehearsal.RehearsalFiles;
import vn.thidua.rehearsal.Script;
import vn.thidua.rehearsal.engine.FirstSignIn;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.rehearsal.engine.YearDriver;
import vn.thidua.tryout.SamplePeople;
import vn.thidua.tryout.TryoutPasswords;

/**
 * The past of a try-out: the sample year, moved in time so that today falls into the weeks of self-scoring, run in virtual
 * time up to now with the services of the real one. Putting the real clock back is the last step.
 */
final class MakeSamplePast implements MakePast {

    @Override
    public void run(Path dataFolder, PrintStream progress) throws IOException {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, Vietnam.ZONE);
        PlanReading reading = PlanReader.read(PlanShift.intoSelfScoring(SamplePeople.text(), today));
        Plan plan = reading.validPlan();
        TryoutPasswords passwords = TryoutPasswords.read(dataFolder);
        Map<String, Object> settings = Map.of(
                "thidua.mail.transport",
                "DIRECTORY",
                "thidua.mail.directory",
                dataFolder.resolve("mail"),
                "thidua.evidence.directory",
                dataFolder.resolve("files"),
                "thidua.evidence.anchors",
                dataFolder.resolve("anchors"),
                // Of the database in the environment; nothing else of it is wanted here.
                "spring.mail.host",
                "",
                "thidua.invite-new-people",
                "false");
        try (ConfigurableApplicationContext context = Detached.boot(settings)) {
            VirtualClock clock = new VirtualClock(context.getBean(JdbcClient.class));
            clock.install(start(plan));
            FirstSignIn signIn = context.getBean(FirstSignIn.class);
            String yearId = context.getBean(ClusterYears.class).start(reading, "admin");
            plan.people().forEach(p -> passwords.of(p.id()).ifPresent(word -> signIn.password(p.id(), word)));
            AtomicReference<YearMonth> month = new AtomicReference<>(YearMonth.from(today.minusYears(5)));
            context.getBean(YearDriver.class).run(yearId, Script.USUAL, now, instant -> {
                YearMonth reached = YearMonth.from(instant.atZone(Vietnam.ZONE));
                if (!reached.equals(month.getAndSet(reached))) {
                    progress.println("  … tháng " + reached.getMonthValue() + "/" + reached.getYear());
                }
            });
            context.getBean(RehearsalFiles.class)
                    .writeSamples(
                            dataFolder.resolve("tep-mau"),
                            today.minusDays(10).atTime(9, 0),
                            plan.units().get(0).name());
            clock.restore();
        }
    }

    /** A week before the first opening: the plan is uploaded before anything is owed. */
    private static Instant start(Plan plan) {
        Opening first = plan.milestone(DutyCode.LAUNCH).opens();
        if (first == null || first.at() == null) {
            throw new IllegalStateException("the sample plan's launch has no opening instant");
        }
        return Vietnam.at(first.at()).minus(Duration.ofDays(7));
    }
}
