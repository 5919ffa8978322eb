package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.journal.Journal;
import vn.thidua.plan.PlanReader;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.rehearsal.engine.YearDriver;

@ThiduaTest
class YearDriverTest {
    @Autowired
    ClusterYears years;

    @Autowired
    YearDriver driver;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSampleYearRunsToItsClose() throws Exception {
        new VirtualClock(jdbc).install(Instant.parse("2024-01-08T01:00:00Z"));
        String yearId = years.start(PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml"))), "admin");
        long t = System.nanoTime();
        driver.run(yearId, Script.USUAL, null, i -> {});
        System.out.println("RUN " + (System.nanoTime() - t) / 1_000_000 + " ms");
        Files.write(
                Path.of("target/journal.txt"),
                journal.read(yearId).stream().map(String::valueOf).toList());
        assertThat(journal.read(yearId)).isNotEmpty();
    }
}
