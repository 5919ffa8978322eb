package vn.thidua.journal.seal;

import java.time.Duration;
import java.util.Map;
import vn.thidua.journal.JournalEvent;

/** A database with sealed years, for tests of the command. */
public final class SealedYear implements AutoCloseable {
    private final SealFixture db = new SealFixture();

    public String url() {
        return db.url;
    }

    public void sealed(String year, int entries) {
        db.sealed(year, entries);
    }

    /** A receipt's proof, sealed. */
    public ReceiptProof receipt(String year, String number) {
        db.journal.record(
                year,
                JournalEvent.RECEIVED,
                "supplement",
                "AGG",
                "agg.chuyenvien",
                Map.of(
                        "receipt",
                        number,
                        "slot",
                        "1.2",
                        "file",
                        "Báo cáo.pdf",
                        "size",
                        1_572_864,
                        "sha256",
                        "ab".repeat(32),
                        "receivedAt",
                        "2024-11-25T02:00:00.374362Z",
                        "deadline",
                        "2024-11-25T06:00:00Z",
                        "inTime",
                        true));
        return ReceiptProof.of(
                db.entries.await(year, number, Duration.ofSeconds(5)).orElseThrow());
    }

    /** {@code NUMBER:HASH} of the end. */
    public String checkpoint(String year) {
        return String.valueOf(db.jdbc.queryForObject(
                "SELECT number || ':' || encode(hash, 'hex') FROM journal_seal WHERE year_id = ?"
                        + " ORDER BY number DESC LIMIT 1",
                String.class,
                year));
    }

    public long journalId(String year, long number) {
        return db.journalId(year, number);
    }

    public void tamper(String... statements) {
        db.tamper(statements);
    }

    @Override
    public void close() {
        db.close();
    }
}
