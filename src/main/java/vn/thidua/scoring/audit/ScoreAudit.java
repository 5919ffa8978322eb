package vn.thidua.scoring.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.thidua.scoring.audit.ScoreFault.Kind;
import vn.thidua.scoring.result.Result;

/**
 * Computes a year's results anew from the rows, on a connection that only reads, and names what is not as the journal has it: a figure,
 * an entry changed, deleted or slipped in, a total, a result, an issued table. What the journal itself is worth, its chain says.
 */
public final class ScoreAudit {
    private final Connection connection;

    /** @param connection in one transaction per year, ended by whoever asks next */
    public ScoreAudit(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param right results that are what they were when they were made
     * @param faults empty where nothing has been changed
     */
    public record Report(List<Result> right, List<ScoreFault> faults) {}

    /** Whether the database has results at all: that of an earlier release has not. */
    public boolean possible() throws SQLException {
        try (PreparedStatement sql =
                        connection.prepareStatement("SELECT to_regclass('score_result_seal') IS NOT NULL");
                ResultSet row = sql.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    public Report audit(String yearId) throws SQLException {
        connection.rollback();
        try {
            return new ScoreCheck(ScoreRows.read(connection, yearId)).report();
        } catch (IllegalArgumentException e) {
            return new Report(List.of(), List.of(ScoreFault.of(Kind.UNREADABLE, e.getMessage())));
        }
    }
}
