package vn.thidua.evidence.ruling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rulings in PostgreSQL. */
@Repository
public class RulingRepository {
    private final JdbcClient jdbc;

    RulingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false where the seat has ruled on this question before. */
    public boolean insert(
            long submissionId, Ruling.Question question, Ruling.Seat seat, String by, boolean accepted, String reason) {
        return jdbc.sql("""
                        INSERT INTO ruling (submission_id, question, seat, by_whom, accepted, reason) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(submissionId, question.name(), seat.name(), by, accepted, reason)
                        .update()
                == 1;
    }

    /** In the order in which they were given. */
    public List<Ruling> of(long submissionId) {
        return jdbc.sql("SELECT * FROM ruling WHERE submission_id = ? ORDER BY at, seat")
                .param(submissionId)
                .query(RulingRepository::row)
                .list();
    }

    private static Ruling row(ResultSet rs, int n) throws SQLException {
        return new Ruling(
                rs.getLong("submission_id"),
                Ruling.Question.valueOf(rs.getString("question")),
                Ruling.Seat.valueOf(rs.getString("seat")),
                rs.getString("by_whom"),
                rs.getBoolean("accepted"),
                rs.getString("reason"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
