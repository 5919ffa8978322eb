package vn.thidua.scoring.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A result as it was made; never changed. A later one stands beside it.
 *
 * @param content canonical JSON ({@link ResultContent}), of which {@code hash} is the SHA-256 in lower-case hex
 * @param stand the last change of the year's scores that it takes in
 */
public record Result(
        String yearId,
        int number,
        Kind kind,
        String content,
        String hash,
        long stand,
        String reason,
        String by,
        Instant at) {

    public enum Kind {
        PROVISIONAL,
        FROZEN
    }

    /** One row of table {@code score_result}. */
    public static Result of(ResultSet rs) throws SQLException {
        return new Result(
                rs.getString("year_id"),
                rs.getInt("number"),
                Kind.valueOf(rs.getString("kind")),
                Objects.requireNonNull(rs.getString("content")),
                Objects.requireNonNull(rs.getString("hash")),
                rs.getLong("stand"),
                rs.getString("reason"),
                rs.getString("by_whom"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
