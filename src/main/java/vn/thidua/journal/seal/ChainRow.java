package vn.thidua.journal.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal exactly as the database has it, for hashing: nothing is parsed, so that no release of ours can come to
 * read it differently.
 *
 * @param atMicros microseconds since 1970; null only where somebody has put an infinite time there
 * @param detail the database's own text of it
 */
record ChainRow(
        long id,
        String yearId,
        @Nullable Long atMicros,
        String event,
        @Nullable String duty,
        @Nullable String unit,
        String by,
        String detail) {

    /** Of table {@code journal j}; what {@link #of} reads. */
    static final String COLUMNS = """
            j.id, j.year_id, j.event, j.duty, j.unit, j.by_whom, j.detail::text AS detail_text,
            CASE WHEN isfinite(j.at) THEN (extract(epoch FROM j.at) * 1000000)::bigint END AS at_micros""";

    static ChainRow of(ResultSet row) throws SQLException {
        return new ChainRow(
                row.getLong("id"),
                row.getString("year_id"),
                row.getObject("at_micros", Long.class),
                row.getString("event"),
                row.getString("duty"),
                row.getString("unit"),
                row.getString("by_whom"),
                row.getString("detail_text"));
    }
}
