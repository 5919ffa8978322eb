package vn.thidua.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.journal.seal.Fault.Kind;

/** Somebody with all rights tampers with the journal; the audit names the place. */
class ChainAuditTest {
    private static SealFixture db;

    private String year;
    private Connection connection;
    private ChainAudit audit;

    @BeforeAll
    static void database() {
        db = new SealFixture();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @BeforeEach
    void aSealedYear() throws SQLException {
        year = "nam-" + UUID.randomUUID();
        db.sealed(year, 30);
        connection = db.source.getConnection();
        audit = new ChainAudit(connection);
    }

    @AfterEach
    void closeConnection() throws SQLException {
        connection.close();
    }

    @Test
    void anUntouchedChainIsIntact() throws Exception {
        ChainAudit.Result result = audit.audit(year);

        assertThat(result.fault()).isEmpty();
        assertThat(result.number()).isEqualTo(30);
        assertThat(result.hash()).isEqualTo(hash(30));
        assertThat(audit.years()).contains(year);
        assertThat(audit.against(year, 30, hash(30))).isEmpty();
    }

    @Test
    void oneByteOfEachColumnIsNamed() throws Exception {
        String[] changes = {
            "detail = replace(detail::text, 'Đã nộp 12', 'Đã nộp 13')::jsonb",
            "at = at + interval '1 microsecond'",
            "at = 'infinity'",
            "event = 'DELIVERED_LATE'",
            "unit = ''",
            "unit = 'VLH'",
            "duty = 'pledge'",
            "by_whom = 'vlg.cw'",
        };
        for (String change : changes) {
            String own = "cot-" + UUID.randomUUID();
            db.sealed(own, 15);
            db.tamper("UPDATE journal SET " + change + " WHERE id = " + db.journalId(own, 13));

            assertThat(audit.audit(own).fault())
                    .as(change)
                    .contains(new Fault(Kind.CHANGED_ROW, 13, db.journalId(own, 13)));
        }
    }

    @Test
    void theLastRowChangedIsNamed() throws Exception {
        db.tamper("UPDATE journal SET by_whom = 'x' WHERE id = " + db.journalId(year, 30));

        assertFault(Kind.CHANGED_ROW, 30L);
    }

    @Test
    void aRowMovedToAnotherYearIsNamed() throws Exception {
        db.tamper("UPDATE journal SET year_id = 'khac-2024' WHERE id = " + db.journalId(year, 4));

        assertFault(Kind.CHANGED_ROW, 4L);
    }

    @Test
    void aDeletedRowIsNamed() throws Exception {
        long id = db.journalId(year, 7);
        db.tamper("DELETE FROM journal WHERE id = " + id);

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.MISSING_ROW, 7, id));
    }

    @Test
    void aDeletedSealIsNamedWithItsRow() throws Exception {
        long id = db.journalId(year, 7);
        db.tamper(seals("DELETE FROM journal_seal WHERE", "number = 7"));

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.MISSING_SEAL, 7, id));
    }

    @Test
    void rowsDeletedWithTheirSealsAreNamed() throws Exception {
        deleteBoth("number BETWEEN 7 AND 9");

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.MISSING_SEAL, 7, 0));
    }

    @Test
    void closingTheGapByRenumberingIsNamed() throws Exception {
        deleteBoth("number = 7");
        long next = db.journalId(year, 8);
        db.tamper(
                seals("UPDATE journal_seal SET number = number + 1000 WHERE", "number > 7"),
                seals("UPDATE journal_seal SET number = number - 1001 WHERE", "number > 1000"));

        assertThat(audit.audit(year).fault())
                .hasValueSatisfying(f -> assertThat(f.number()).isEqualTo(7))
                .hasValueSatisfying(f -> assertThat(f.journalId()).isEqualTo(next));
    }

    @Test
    void twoRowsSwappedAreNamed() throws Exception {
        long one = db.journalId(year, 10);
        long other = db.journalId(year, 20);
        db.tamper("UPDATE journal a SET at = b.at, event = b.event, duty = b.duty, unit = b.unit, by_whom = b.by_whom,"
                + " detail = b.detail FROM journal b WHERE a.id IN (" + one + ", " + other + ") AND b.id = "
                + (one + other) + " - a.id");

        assertFault(Kind.CHANGED_ROW, 10L);
    }

    @Test
    void twoSealsSwappedAreNamed() throws Exception {
        db.tamper(
                seals("UPDATE journal_seal SET journal_id = -journal_id WHERE", "number IN (10, 11)"),
                "UPDATE journal_seal a SET journal_id = -b.journal_id FROM journal_seal b WHERE a.year_id = '" + year
                        + "' AND b.year_id = a.year_id AND a.number IN (10, 11) AND b.number = 21 - a.number");

        assertThat(audit.audit(year).fault())
                .hasValueSatisfying(f -> assertThat(f.number()).isEqualTo(10));
    }

    @Test
    void aChangedSealIsAWrongLink() throws Exception {
        db.tamper(seals("UPDATE journal_seal SET hash = sha256('x') WHERE", "number = 12"));

        assertFault(Kind.WRONG_LINK, 12L);
    }

    /** Row and its own seal made to fit each other: then the next one does not fit. */
    @Test
    void aRowChangedTogetherWithItsSealIsNamedAtTheNext() throws Exception {
        db.tamper("UPDATE journal SET by_whom = 'x' WHERE id = " + db.journalId(year, 12));
        rewriteSeals(12, 12);

        assertThat(audit.audit(year).fault())
                .hasValueSatisfying(f -> assertThat(f.number()).isEqualTo(13));
    }

    @Test
    void anInsertedRowIsNamed() throws Exception {
        db.tamper("INSERT INTO journal (id, year_id, event, by_whom, at) OVERRIDING SYSTEM VALUE VALUES (-77, '" + year
                + "', 'DELIVERED', 'vlg.cv', 'infinity')");

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.NEVER_SEALED, 0, -77));
        db.tamper("DELETE FROM journal WHERE id = -77");
    }

    @Test
    void anInsertedRowWithASealOfItsOwnIsNamed() throws Exception {
        db.tamper(
                "INSERT INTO journal (id, year_id, event, by_whom) OVERRIDING SYSTEM VALUE VALUES (-78, '" + year
                        + "', 'DELIVERED', 'vlg.cv')",
                seals("UPDATE journal_seal SET number = number + 1000 WHERE", "number >= 5"),
                seals("UPDATE journal_seal SET number = number - 999 WHERE", "number > 1000"),
                "INSERT INTO journal_seal (year_id, number, journal_id, hash) VALUES ('" + year
                        + "', 5, -78, sha256('y'))");

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.WRONG_LINK, 5, -78));
        db.tamper("DELETE FROM journal WHERE id = -78");
    }

    @Test
    void whatWaitsIsNoFaultForAMinute() throws Exception {
        db.record(year, 2);
        assertThat(audit.audit(year).fault()).isEmpty();

        db.tamper("UPDATE journal SET at = at - interval '2 minutes' WHERE year_id = '" + year
                + "' AND id IN (SELECT journal_id FROM journal_unsealed)");
        assertThat(audit.audit(year).fault())
                .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.NEVER_SEALED));

        Thread sealing = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            db.sealer.sealAll();
        });
        sealing.start();
        assertThat(audit.audit(year).fault())
                .as("committed late, sealed while the audit waits for it")
                .isEmpty();
        sealing.join();
    }

    @Test
    void aRowDeletedBeforeItWasSealedIsNamed() throws Exception {
        db.record(year, 1);
        Long id = db.jdbc.queryForObject("SELECT max(id) FROM journal WHERE year_id = ?", Long.class, year);
        db.tamper("DELETE FROM journal WHERE id = " + id);
        db.sealed(year, 1);

        assertThat(audit.audit(year).fault()).contains(new Fault(Kind.MISSING_ROW, 0, id == null ? 0 : id));
        assertThat(db.count("journal_seal", year)).as("and stops no sealer").isEqualTo(31);
    }

    @Test
    void aCutOffTailShowsAgainstACheckpointOnly() throws Exception {
        db.sealed(year, 120);
        String kept = hash(150);
        deleteBoth("number > 50");

        assertThat(audit.audit(year).fault()).isEmpty();
        assertThat(audit.against(year, 150, kept)).contains(new Fault(Kind.CUT_OFF, 150, 0));

        db.sealed(year, 100); // life goes on upon what is left
        assertThat(audit.audit(year).fault()).isEmpty();
        assertThat(audit.against(year, 150, kept)).contains(new Fault(Kind.OTHER_HASH, 150, db.journalId(year, 150)));
    }

    @Test
    void aChainRewrittenAsAWholeShowsAgainstACheckpointOnly() throws Exception {
        String kept = hash(30);
        db.tamper("UPDATE journal SET by_whom = 'x' WHERE id = " + db.journalId(year, 2));
        rewriteSeals(2, 30);

        assertThat(audit.audit(year).fault()).isEmpty();
        assertThat(audit.against(year, 30, kept)).contains(new Fault(Kind.OTHER_HASH, 30, db.journalId(year, 30)));
    }

    @Test
    void doesNotWrite() throws Exception {
        audit.audit(year);

        assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE written (a int)"))
                .hasMessageContaining("read-only transaction");
        connection.rollback();
    }

    @Test
    void aChainLongerThanWhatIsHeldIsWalkedToItsEnd() throws Exception {
        db.jdbc.update(
                "INSERT INTO journal (year_id, event, by_whom, detail)"
                        + " SELECT ?, 'MAIL_SENT', 'system', jsonb_build_object('n', n) FROM generate_series(1, 3000) n",
                year);
        db.sealer.sealAll();
        db.tamper("UPDATE journal SET detail = '{}' WHERE id = " + db.journalId(year, 2999));

        assertFault(Kind.CHANGED_ROW, 2999L);
    }

    private void assertFault(Kind kind, long number) throws Exception {
        assertThat(audit.audit(year).fault()).contains(new Fault(kind, number, db.journalId(year, number)));
    }

    private @Nullable String hash(long number) {
        return db.jdbc.queryForObject(
                "SELECT encode(hash, 'hex') FROM journal_seal WHERE year_id = ? AND number = ?",
                String.class,
                year,
                number);
    }

    private String seals(String what, String which) {
        return what + " year_id = '" + year + "' AND " + which;
    }

    private void deleteBoth(String which) {
        db.tamper(
                "DELETE FROM journal WHERE id IN (" + seals("SELECT journal_id FROM journal_seal WHERE", which) + ")",
                seals("DELETE FROM journal_seal WHERE", which));
    }

    /** What somebody who knows the source would do. */
    private void rewriteSeals(long from, long to) {
        db.transaction.executeWithoutResult(status -> {
            JdbcTemplate jdbc = db.jdbc;
            jdbc.execute("SET LOCAL session_replication_role = replica");
            byte[] hash =
                    HexFormat.of().parseHex(Optional.ofNullable(hash(from - 1)).orElseThrow());
            for (long number = from; number <= to; number++) {
                ChainRow row = jdbc.queryForObject(
                        "SELECT " + ChainRow.COLUMNS + " FROM journal j WHERE j.id = ?",
                        (rs, n) -> ChainRow.of(rs),
                        db.journalId(year, number));
                hash = Chain.next(hash, number, Optional.ofNullable(row).orElseThrow());
                jdbc.update("UPDATE journal_seal SET hash = ? WHERE year_id = ? AND number = ?", hash, year, number);
            }
        });
    }
}
