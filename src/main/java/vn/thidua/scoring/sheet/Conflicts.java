package vn.thidua.scoring.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Officers who declared that they may not appraise a unit although their office does, and who does it instead. */
@Repository
public class Conflicts {
    private final JdbcClient jdbc;

    Conflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People with a conflict on a unit. */
    public Set<String> people(String yearId, String unit) {
        return new HashSet<>(jdbc.sql("SELECT person FROM score_conflict WHERE year_id = ? AND unit = ?")
                .params(yearId, unit)
                .query(String.class)
                .list());
    }

    /** All of a year, in the order in which they were declared. */
    public List<Conflict> of(String yearId) {
        return jdbc.sql("SELECT * FROM score_conflict WHERE year_id = ? ORDER BY at, unit, person")
                .param(yearId)
                .query(Conflicts::row)
                .list();
    }

    /** Returns false where the person had declared it before. */
    public boolean insert(
            String yearId, String unit, String party, String person, String reason, List<String> replacements) {
        return jdbc.sql("""
                        INSERT INTO score_conflict (year_id, unit, party, person, reason, replacement) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(yearId, unit, party, person, reason, String.join(" ", replacements))
                        .update()
                == 1;
    }

    private static Conflict row(ResultSet rs, int n) throws SQLException {
        return new Conflict(
                rs.getString("unit"),
                rs.getString("party"),
                rs.getString("person"),
                rs.getString("reason"),
                List.of(rs.getString("replacement").split(" ")),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
