package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/** After a cut-off every member holds a number and a hash that cover it. */
@ThiduaTest
class CheckpointMailTest {
    @Autowired
    private ApplicationContext context;

    private YearFixture year;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        jdbc = context.getBean(JdbcTemplate.class);
        year = new YearFixture(context).start("moc-nhat-ky", "2024-11-22T13:50");
        year.run(YearFixture.only(DutyCode.SCORING_MEETING), "2024-11-22T17:00");
        year.run("2024-11-25T12:59:59.999999");
    }

    @AfterEach
    void end() {
        year.end();
    }

    @Test
    @DisplayName(
            "S0-16: the checkpoint of a cut-off covers its lapses and reaches every unit's officer and head, once each")
    void everyMemberHoldsACheckpointThatCoversTheCutOff() {
        int before = mails().size();

        year.run("2024-11-25T13:00");
        year.settle();

        List<Map<String, Object>> mails = mails();
        mails = mails.subList(before, mails.size());
        assertThat(mails).extracting(m -> m.get("recipient")).doesNotHaveDuplicates();
        for (String unit : YearFixture.UNITS) {
            assertThat(mails)
                    .filteredOn(m -> unit.equals(m.get("unit")))
                    .extracting(m -> m.get("recipient").toString())
                    .as(unit)
                    .hasSize(2)
                    .contains("chuyenvien@" + unit.toLowerCase(Locale.ROOT) + ".example");
        }
        Map<String, Object> seal = jdbc.queryForMap(
                "SELECT number, encode(hash, 'hex') AS hash, journal_id FROM journal_seal s"
                        + " WHERE year_id = ? AND EXISTS (SELECT FROM journal_checkpoint c WHERE c.year_id = s.year_id"
                        + " AND c.number = s.number AND c.hash = s.hash AND c.occasion = 'supplement')",
                year.yearId());
        assertThat(mails).allSatisfy(m -> {
            assertThat(m.get("subject").toString()).contains("(mục " + seal.get("number") + ")");
            assertThat(m.get("body").toString())
                    .contains("--cluster-year " + year.yearId() + " --checkpoint " + seal.get("number") + ":"
                            + seal.get("hash"));
            assertThat(m.get("state")).isEqualTo("SENT");
        });
        assertThat(year.journal(JournalEvent.LAPSED))
                .filteredOn(e -> "supplement".equals(e.duty()))
                .isNotEmpty()
                .allMatch(e -> e.id() <= ((Number) seal.get("journal_id")).longValue());
    }

    private List<Map<String, Object>> mails() {
        return jdbc.queryForList(
                "SELECT * FROM mail_outbox WHERE year_id = ? AND template = 'checkpoint' ORDER BY id", year.yearId());
    }
}
