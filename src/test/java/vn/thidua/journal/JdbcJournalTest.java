package vn.thidua.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.TestDatabase;

class JdbcJournalTest {

    private static JdbcTemplate jdbc;
    private static Journal journal;

    @BeforeAll
    static void database() {
        jdbc = new JdbcTemplate(TestDatabase.createMigratedDataSource("journal"));
        journal = new JdbcJournal(jdbc);
    }

    @Test
    void readsAYearBackInOrder() {
        Instant before = new DatabaseTimeSource(jdbc).now();
        journal.record("a-2024", JournalEvent.TASK_OPENED, "unit-plan", "VLG", Journal.SYSTEM, Map.of());
        journal.record("b-2024", JournalEvent.CLOSED, null, null, Journal.SYSTEM, Map.of());
        journal.record(
                "a-2024",
                JournalEvent.DELIVERED,
                "unit-plan",
                "VLG",
                "vlg.cv",
                Map.of("lý do", "Đã nộp", "score", new BigDecimal("9.75"), "at", Instant.EPOCH));

        List<JournalEntry> entries = journal.read("a-2024");

        assertThat(entries)
                .extracting(JournalEntry::event)
                .containsExactly(JournalEvent.TASK_OPENED, JournalEvent.DELIVERED);
        assertThat(entries.get(1).detail())
                .containsEntry("lý do", "Đã nộp")
                .containsEntry("score", new BigDecimal("9.75"))
                .containsEntry("at", "1970-01-01T00:00:00Z");
        assertThat(entries.get(0).at())
                .isAfterOrEqualTo(before)
                .isBefore(entries.get(1).at());
        assertThat(entries.get(1).by()).isEqualTo("vlg.cv");
    }

    @Test
    void readsWhatConcernsOneDutyAndHowAYearEnded() {
        journal.record("d-2024", JournalEvent.DELIVERED, "unit-plan", "VLG", "vlg.cv", Map.of());
        journal.record("d-2024", JournalEvent.MAIL_SENT, "unit-plan", "VLG", Journal.SYSTEM, Map.of());
        journal.record("d-2024", JournalEvent.DELIVERED, "pledge", "VLG", "vlg.cv", Map.of());
        journal.record("d-2024", JournalEvent.CANCELLED, null, null, "admin", Map.of("reason", "Lập nhầm"));

        assertThat(journal.readAbout("d-2024", "unit-plan"))
                .extracting(JournalEntry::event)
                .containsExactly(JournalEvent.DELIVERED);
        assertThat(journal.last("d-2024", JournalEvent.CANCELLED))
                .hasValueSatisfying(e -> assertThat(e.by()).isEqualTo("admin"));
        assertThat(journal.last("d-2024", JournalEvent.CLOSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET by_whom = 'x'", "DELETE FROM journal", "TRUNCATE journal"})
    void isAppendOnly(String change) {
        journal.record("c-2024", JournalEvent.CLOSED, null, null, Journal.SYSTEM, Map.of());

        assertThatThrownBy(() -> jdbc.execute(change)).hasMessageContaining("append-only");
        assertThat(journal.read("c-2024")).isNotEmpty();
    }
}
