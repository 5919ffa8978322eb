package vn.thidua.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.TestDatabase;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** Sealing beside recording: nothing lost, nothing twice, nobody waits. */
@Timeout(120)
class SealerTest {
    private static SealFixture db;

    @BeforeAll
    static void database() {
        db = new SealFixture();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void eachYearHasAChainOfItsOwn() {
        db.record("one-2024", 3);
        db.record("other-2024", 2);
        db.record("one-2024", 2);

        db.sealer.sealAll();

        assertThat(numbers("one-2024")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(numbers("other-2024")).containsExactly(1L, 2L);
        assertThat(db.count("journal_unsealed", "one-2024")).isZero();
        assertThat(db.journalId("one-2024", 1)).isLessThan(db.journalId("one-2024", 5));
    }

    @Test
    void moreThanABatchIsSealedInOneGo() {
        db.jdbc.update("INSERT INTO journal (year_id, event, by_whom) SELECT 'big-2024', 'MAIL_SENT', 'system'"
                + " FROM generate_series(1, 1203)");

        assertThat(db.sealer.seal("big-2024")).isTrue();

        assertThat(db.count("journal_seal", "big-2024")).isEqualTo(1203);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal_seal SET number = 9", "DELETE FROM journal_seal", "TRUNCATE journal_seal"})
    void sealsAreAppendOnly(String change) {
        db.sealed("kept-2024", 1);

        assertThatThrownBy(() -> db.jdbc.execute(change)).hasMessageContaining("append-only");
    }

    @Test
    void anEntryWhoseTransactionCommitsLaterComesLater() throws Exception {
        try (Connection slow = db.source.getConnection()) {
            slow.setAutoCommit(false);
            insert(slow, "slow-2024", "first");
            db.record("slow-2024", 2);
            db.sealer.sealAll();
            assertThat(numbers("slow-2024")).containsExactly(1L, 2L);
            insert(slow, "slow-2024", "second");
            slow.commit();
        }
        db.record("slow-2024", 1);
        db.sealer.sealAll();

        assertThat(db.jdbc.queryForList(
                        "SELECT j.by_whom FROM journal_seal s JOIN journal j ON j.id = s.journal_id"
                                + " WHERE s.year_id = 'slow-2024' ORDER BY s.number",
                        String.class))
                .containsExactly("system", "vlg.cv", "first", "second", "system");
        assertThat(db.journalId("slow-2024", 3)).isLessThan(db.journalId("slow-2024", 1));
    }

    @Test
    void recordingAndSealingNeverWaitForEachOther() throws Exception {
        db.record("held-2024", 1);
        try (Connection sealing = db.source.getConnection();
                Connection recording = db.source.getConnection()) {
            // A sealer in the middle of its transaction: lock taken, seal written, nothing committed.
            sealing.setAutoCommit(false);
            try (var sql = sealing.createStatement()) {
                sql.execute("SELECT pg_try_advisory_xact_lock(hashtextextended('journal_seal/held-2024', 0))");
                sql.execute("INSERT INTO journal_seal (year_id, number, journal_id, hash)"
                        + " SELECT year_id, 1, id, sha256('') FROM journal WHERE year_id = 'held-2024'");
                sql.execute("DELETE FROM journal_unsealed WHERE year_id = 'held-2024'");
            }
            recording.setAutoCommit(false);
            try (var sql = recording.createStatement()) {
                sql.execute("SET LOCAL lock_timeout = '1ms'");
                sql.execute("SET LOCAL statement_timeout = '2s'");
            }
            insert(recording, "held-2024", "vlg.cv"); // fails if it had to wait

            long start = System.nanoTime();
            assertThat(db.sealer.seal("held-2024")).as("left to the other").isFalse();
            assertThat(db.sealer.seal("another-2024")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            sealing.rollback();

            // And the reverse: the recording transaction, still open, holds nobody up.
            assertThat(db.sealer.seal("held-2024")).isTrue();
            assertThat(db.count("journal_seal", "held-2024")).isEqualTo(1);
            recording.commit();
        }
        db.sealer.sealAll();
        assertThat(numbers("held-2024")).containsExactly(1L, 2L);
    }

    @Test
    void cutOffsOfDifferentClustersDoNotWaitForEachOther() throws Exception {
        db.sealed("left-2024", 1);
        db.sealed("right-2024", 1);
        try (Connection left = db.source.getConnection();
                Connection right = db.source.getConnection()) {
            left.setAutoCommit(false);
            right.setAutoCommit(false);
            insert(left, "left-2024", "system");
            try (var sql = right.createStatement()) {
                sql.execute("SET LOCAL lock_timeout = '1ms'");
            }
            insert(right, "right-2024", "system");
            right.commit();
            db.sealer.sealAll();
            assertThat(numbers("right-2024")).containsExactly(1L, 2L);
            left.commit();
        }
        db.sealer.sealAll();
        assertThat(numbers("left-2024")).containsExactly(1L, 2L);
    }

    @Test
    void manyWritersAndTwoNodesThatSealMakeOneChainWithoutGaps() throws Exception {
        int writers = 8;
        int each = 60;
        ExecutorService pool = Executors.newFixedThreadPool(writers + 2);
        Sealer other = new Sealer(db.jdbc, db.checkpoints, db.transactions);
        CompletableFuture<Void> end = new CompletableFuture<>();
        List<Future<?>> sealers = new ArrayList<>();
        for (Sealer sealer : List.of(db.sealer, other)) {
            sealers.add(pool.submit((Callable<@org.jspecify.annotations.Nullable Void>) () -> {
                while (!end.isDone()) {
                    sealer.seal("many-2024");
                }
                return null;
            }));
        }
        List<Future<?>> running = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            running.add(pool.submit(() -> {
                for (int i = 0; i < each; i += 2) {
                    db.transaction.executeWithoutResult(status -> db.record("many-2024", 2));
                }
            }));
        }
        for (Future<?> writer : running) {
            writer.get(60, TimeUnit.SECONDS);
        }
        end.complete(null);
        for (Future<?> sealer : sealers) {
            sealer.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        db.sealer.sealAll();

        assertThat(db.count("journal_seal", "many-2024")).isEqualTo(writers * each);
        assertThat(numbers("many-2024").get(writers * each - 1)).isEqualTo(writers * each);
    }

    @Test
    void isNeverDoneInsideATransaction() {
        assertThatThrownBy(() -> db.transaction.executeWithoutResult(status -> db.sealer.seal("in-2024")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never sealed inside a transaction");
    }

    @Test
    void theLoopSealsWithinASecondAndOnceMoreWhenItStops() {
        SealLoop loop = new SealLoop(db.sealer, Duration.ofMillis(300));
        loop.start();
        try {
            for (int i = 1; i <= 3; i++) {
                db.record("loop-2024", 1);
                long expected = i;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(1))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> db.count("journal_seal", "loop-2024") == expected);
            }
        } finally {
            db.record("loop-2024", 1);
            loop.stop();
        }
        assertThat(loop.isRunning()).isFalse();
        assertThat(db.count("journal_seal", "loop-2024")).isEqualTo(4);
    }

    @Test
    void aReceiptsEntryIsFoundOnceItIsSealed() {
        String year = "receipt-2024";
        db.journal.record(year, JournalEvent.ACCEPTED, "unit-plan", "VLG", "vlg.cv", Map.of("receipt", "BN-7"));
        assertThat(db.entries.await(year, "BN-7", Duration.ZERO)).isEmpty();
        db.journal.record(year, JournalEvent.RECEIVED, "unit-plan", "VLG", "vlg.cv", Map.of("receipt", "BN-7"));
        db.journal.record(year, JournalEvent.DELIVERED, "unit-plan", "VLG", "vlg.cv", Map.of("receipt", "BN-7"));

        SealedEntry found =
                db.entries.await(year, "BN-7", Duration.ofSeconds(5)).orElseThrow();

        assertThat(found.entry().event()).isEqualTo(JournalEvent.RECEIVED);
        assertThat(found.number()).isEqualTo(2);
        assertThat(found.hash()).matches("[0-9a-f]{64}");
        assertThat(db.entries.find("receipt-2025", "BN-7")).isEmpty();
    }

    @Test
    void whatTheReleaseBeforeWroteIsSealedToo() {
        var source = TestDatabase.createDataSource("seal_before");
        Flyway.configure().dataSource(source).target("5").load().migrate();
        JdbcTemplate before = new JdbcTemplate(source);
        before.update("INSERT INTO journal (year_id, event, by_whom) SELECT 'old-2024', 'MAIL_SENT', 'system'"
                + " FROM generate_series(1, 20)");

        Flyway.configure().dataSource(source).load().migrate();
        new Sealer(before, db.checkpoints, new org.springframework.jdbc.datasource.DataSourceTransactionManager(source))
                .seal("old-2024");

        assertThat(before.queryForObject("SELECT count(*) FROM journal_seal", Long.class))
                .isEqualTo(20);
        assertThat(before.queryForObject("SELECT count(*) FROM journal_unsealed", Long.class))
                .isZero();
    }

    // ---- checkpoints

    @Test
    void aCheckpointCoversWhatItsTransactionWroteAndIsToldOnce() {
        String year = "point-2024";
        db.transaction.executeWithoutResult(status -> {
            db.checkpoints.ask(year, "supplement");
            db.journal.record(year, JournalEvent.LAPSED, "supplement", "AGG", Journal.SYSTEM, Map.of());
            db.journal.record(year, JournalEvent.LAPSED, "supplement", "BTE", Journal.SYSTEM, Map.of());
        });
        db.transaction.executeWithoutResult(status -> db.checkpoints.ask(year, "attendees"));

        db.sealer.sealAll();
        db.sealer.sealAll();

        List<Checkpoint> told =
                db.told.stream().filter(c -> c.yearId().equals(year)).toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).number()).isEqualTo(2);
        assertThat(told.get(0).occasions()).containsExactly("supplement", "attendees");
        assertThat(told.get(0).hash())
                .isEqualTo(db.jdbc.queryForObject(
                        "SELECT encode(hash, 'hex') FROM journal_seal WHERE year_id = ? AND number = 2",
                        String.class,
                        year));
    }

    @Test
    void aCrashBeforeItIsToldLosesNothing() {
        String year = "crash-2024";
        db.transaction.executeWithoutResult(status -> {
            db.checkpoints.ask(year, "supplement");
            db.record(year, 1);
        });
        Checkpoints failing = db.checkpoints(c -> {
            throw new IllegalStateException("killed here");
        });

        assertThatThrownBy(() -> new Sealer(db.jdbc, failing, db.transactions).sealAll())
                .hasRootCauseMessage("killed here");
        assertThat(db.count("journal_seal", year)).as("sealing is not undone").isEqualTo(1);
        assertThat(db.told).noneMatch(c -> c.yearId().equals(year));
        db.sealer.sealAll();

        assertThat(db.told).filteredOn(c -> c.yearId().equals(year)).hasSize(1);
    }

    @Test
    void whatIsNotCommittedAsksForNothing() throws Exception {
        try (Connection open = db.source.getConnection()) {
            open.setAutoCommit(false);
            try (var sql = open.createStatement()) {
                sql.execute("INSERT INTO journal_checkpoint (year_id, occasion) VALUES ('open-2024', 'supplement')");
            }
            db.sealed("open-2024", 1);
            assertThat(db.told).noneMatch(c -> c.yearId().equals("open-2024"));
            open.rollback();
        }
        db.sealer.sealAll();
        assertThat(db.told).noneMatch(c -> c.yearId().equals("open-2024"));
    }

    private static List<Long> numbers(String year) {
        return db.jdbc.queryForList(
                "SELECT number FROM journal_seal WHERE year_id = ? ORDER BY number", Long.class, year);
    }

    private static void insert(Connection connection, String year, String by) throws Exception {
        try (var sql = connection.prepareStatement(
                "INSERT INTO journal (year_id, event, by_whom) VALUES (?, 'MAIL_SENT', ?)")) {
            sql.setString(1, year);
            sql.setString(2, by);
            sql.execute();
        }
    }
}
