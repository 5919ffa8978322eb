package vn.thidua.scoring.brief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed objections as rows; only ever added. */
@Repository
class Proposals {
    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last of each line, taken back (an empty text) or not. */
    List<Proposal> current(String yearId, String unit) {
        return jdbc.sql("""
                        SELECT * FROM score_brief b WHERE year_id = ? AND unit = ?
                        AND NOT EXISTS (SELECT 1 FROM score_brief n WHERE n.replaces = b.id) ORDER BY id""").params(yearId, unit).query(Proposals::proposal).list();
    }

    Optional<Proposal> current(String yearId, String unit, String line) {
        return current(yearId, unit).stream().filter(p -> p.line().equals(line)).findFirst();
    }

    /** @throws Overtaken where another than {@code base} stands there by now */
    Proposal insert(
            String yearId, String unit, String line, String text, @Nullable Long note, String by, @Nullable Long base) {
        return jdbc.sql("""
                        INSERT INTO score_brief (year_id, unit, line, text, note, by_whom, replaces)
                        SELECT :year, :unit, :line, :text, :note::bigint, :by, :base::bigint
                        WHERE :base::bigint IS NULL OR EXISTS (SELECT 1 FROM score_brief o WHERE o.id = :base::bigint
                            AND o.year_id = :year AND o.unit = :unit AND o.line = :line)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .param("year", yearId)
                .param("unit", unit)
                .param("line", line)
                .param("text", text)
                .param("note", note)
                .param("by", by)
                .param("base", base)
                .query(Proposals::proposal)
                .optional()
                .orElseThrow(Overtaken::new);
    }

    private static Proposal proposal(ResultSet rs, int n) throws SQLException {
        return new Proposal(
                rs.getLong("id"),
                Objects.requireNonNull(rs.getString("line")),
                Objects.requireNonNull(rs.getString("text")),
                Objects.requireNonNull(rs.getString("by_whom")),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getObject("note", Long.class));
    }
}
