package vn.thidua.journal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Walks chains on a connection that only reads: row by row, in constant memory, each year in one snapshot. Says what the first
 * place is that does not fit, and nothing about what comes after it, which proves nothing any more.
 */
public final class ChainAudit {
    /** An entry may have been written long before its transaction was committed: what waits is given this time and asked again. */
    private static final Duration SEALED_MEANWHILE = Duration.ofSeconds(2);

    private static final int ROWS_AT_ONCE = 500;
    private static final String ENTRIES = "SELECT s.number, s.journal_id, s.hash, " + ChainRow.COLUMNS
            + " FROM journal_seal s LEFT JOIN journal j ON j.id = s.journal_id WHERE s.year_id = ?";

    /** What stands in the database and not in the chain: one row, or none. */
    private static final String UNSEALED = """
            SELECT j.id, u.journal_id IS NOT NULL AS waiting FROM journal j
              LEFT JOIN journal_unsealed u ON u.year_id = j.year_id AND u.journal_id = j.id
             WHERE j.year_id = ? AND (u.journal_id IS NULL OR j.at < thidua_now() - interval '1 minute')
               AND NOT EXISTS (SELECT FROM journal_seal s WHERE s.journal_id = j.id AND s.year_id = j.year_id)
             ORDER BY waiting, j.id LIMIT 1""";

    private static final String LOST_WHILE_WAITING = """
            SELECT u.journal_id FROM journal_unsealed u WHERE u.year_id = ?
               AND NOT EXISTS (SELECT FROM journal j WHERE j.id = u.journal_id AND j.year_id = u.year_id)
             ORDER BY u.journal_id LIMIT 1""";

    private final Connection connection;

    /** @param connection its transactions are begun and ended here */
    public ChainAudit(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /**
     * @param number of the last entry that fits; 0 if none does
     * @param hash of that entry, 64 hexadecimal digits
     */
    public record Result(String yearId, long number, String hash, Optional<Fault> fault) {}

    /** Whether the database has chains at all: a release before, or another application's database, has not. */
    public boolean possible() throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT to_regclass('journal_seal') IS NOT NULL");
                ResultSet row = sql.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** All cluster years that are, or have a journal or a chain. */
    public List<String> years() throws SQLException {
        List<String> years = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement("SELECT id FROM cluster_year"
                        + " UNION SELECT year_id FROM journal UNION SELECT year_id FROM journal_seal ORDER BY 1");
                ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                years.add(rows.getString(1));
            }
        }
        return years;
    }

    /** Whether there is anything to walk. */
    public boolean hasEntries(String yearId) throws SQLException {
        return first("SELECT 1 FROM journal WHERE year_id = ? LIMIT 1", yearId) != 0
                || first("SELECT 1 FROM journal_seal WHERE year_id = ? LIMIT 1", yearId) != 0;
    }

    /** The whole chain, and what should be in it. */
    public Result audit(String yearId) throws SQLException, InterruptedException {
        connection.rollback();
        Result walked = auditUpTo(yearId, Long.MAX_VALUE);
        return walked.fault().isPresent() ? walked : new Result(yearId, walked.number(), walked.hash(), left(yearId));
    }

    /** The chain up to and including an entry, as far as there is one. */
    Result auditUpTo(String yearId, long number) throws SQLException {
        Walk walk = new Walk(yearId);
        try (PreparedStatement sql = connection.prepareStatement(ENTRIES + " AND s.number <= ? ORDER BY s.number")) {
            sql.setString(1, yearId);
            sql.setLong(2, number);
            sql.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = sql.executeQuery()) {
                Optional<Fault> fault = walk.through(rows);
                if (fault.isPresent() && fault.get().kind() == Fault.Kind.MISSING_SEAL) {
                    fault = Optional.of(
                            new Fault(Fault.Kind.MISSING_SEAL, fault.get().number(), first(UNSEALED, yearId)));
                }
                return new Result(yearId, walk.number(), HexFormat.of().formatHex(walk.hash()), fault);
            }
        }
    }

    /** What does not fit a number and hash that somebody has kept. */
    public Optional<Fault> against(String yearId, long number, String hash) throws SQLException {
        Optional<Sealed> sealed = at(yearId, number);
        if (sealed.isEmpty()) {
            return Optional.of(new Fault(Fault.Kind.CUT_OFF, number, 0));
        }
        return sealed.get().hash().equalsIgnoreCase(hash)
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Kind.OTHER_HASH, number, sealed.get().row().id()));
    }

    /** A seal and its row. */
    record Sealed(String hash, ChainRow row) {}

    /** What stands at a number; nothing where seal or row is missing. */
    Optional<Sealed> at(String yearId, long number) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ENTRIES + " AND s.number = ? AND j.id IS NOT NULL")) {
            sql.setString(1, yearId);
            sql.setLong(2, number);
            try (ResultSet row = sql.executeQuery()) {
                return row.next()
                        ? Optional.of(new Sealed(HexFormat.of().formatHex(row.getBytes("hash")), ChainRow.of(row)))
                        : Optional.empty();
            }
        }
    }

    private Optional<Fault> left(String yearId) throws SQLException, InterruptedException {
        long lost = first(LOST_WHILE_WAITING, yearId);
        if (lost != 0) {
            return Optional.of(new Fault(Fault.Kind.MISSING_ROW, 0, lost));
        }
        if (first(UNSEALED, yearId) == 0) {
            return Optional.empty();
        }
        connection.rollback();
        Thread.sleep(SEALED_MEANWHILE.toMillis());
        long unsealed = first(UNSEALED, yearId);
        return unsealed == 0 ? Optional.empty() : Optional.of(new Fault(Fault.Kind.NEVER_SEALED, 0, unsealed));
    }

    /** The first column of the first row, or 0. */
    private long first(String query, String yearId) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setString(1, yearId);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
