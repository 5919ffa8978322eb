package vn.thidua.cycle.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cycle.complaints.Complaint.SeatRuling;
import vn.thidua.cycle.complaints.Complaint.State;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.scoring.sheet.Figure;

/** Complaints and rulings on them in PostgreSQL. */
@Repository
class ComplaintRepository {
    private final JdbcClient jdbc;

    ComplaintRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the unit has an open complaint about that line already. */
    Optional<Long> insert(NewComplaint filed, String unit, Figure asked, int result, Instant filedAt, Instant dueAt) {
        return jdbc.sql("""
                        INSERT INTO complaint (year_id, unit, concerns, line, result, points, bonus, count, grounds, filed_by,
                            filed_at, due_at, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') ON CONFLICT DO NOTHING RETURNING id""")
                .params(
                        filed.yearId(),
                        unit,
                        filed.concerns(),
                        filed.line(),
                        result,
                        asked.points(),
                        asked.bonus(),
                        asked.count(),
                        filed.grounds(),
                        filed.by(),
                        time(filedAt),
                        time(dueAt))
                .query(Long.class)
                .optional();
    }

    /** Of a year, the first one filed first. */
    List<Complaint> ofYear(String yearId) {
        return jdbc.sql("SELECT * FROM complaint WHERE year_id = ? ORDER BY id")
                .param(yearId)
                .query(this::complaint)
                .list();
    }

    Complaint get(long id) {
        return one(id, "");
    }

    /** Kept from others until the transaction ends. */
    Complaint lock(long id) {
        return one(id, " FOR UPDATE");
    }

    private Complaint one(long id, String how) {
        return jdbc.sql("SELECT * FROM complaint WHERE id = ?" + how)
                .param(id)
                .query(this::complaint)
                .single();
    }

    /**
     * When the ruling was written, by the database's clock.
     *
     * @throws DuplicateKeyException where the seat has ruled
     */
    Instant insert(
            Complaint complaint, Seat seat, boolean upheld, Figure figure, String reason, String by, String party) {
        return jdbc.sql("""
                        INSERT INTO complaint_ruling (complaint_id, seat, upheld, points, bonus, count, reason, by_whom, party)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING at""")
                .params(
                        complaint.id(),
                        seat.name(),
                        upheld,
                        figure.points(),
                        figure.bonus(),
                        figure.count(),
                        reason,
                        by,
                        party)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void settle(long id, State state, @Nullable Integer newResult) {
        jdbc.sql("UPDATE complaint SET state = ?, settled_at = thidua_now(), new_result = ? WHERE id = ?")
                .params(state.name(), newResult, id)
                .update();
    }

    /** False where it was marked before. */
    boolean overdue(long id) {
        return jdbc.sql("UPDATE complaint SET overdue_at = thidua_now() WHERE id = ? AND overdue_at IS NULL")
                        .param(id)
                        .update()
                == 1;
    }

    private Complaint complaint(ResultSet rs, int n) throws SQLException {
        return new Complaint(
                rs.getLong("id"),
                rs.getString("year_id"),
                rs.getString("unit"),
                rs.getString("concerns"),
                rs.getString("line"),
                rs.getInt("result"),
                figure(rs),
                rs.getString("grounds"),
                rs.getString("filed_by"),
                instant(rs, "filed_at"),
                instant(rs, "due_at"),
                State.valueOf(rs.getString("state")),
                rs.getObject("new_result", Integer.class),
                rs.getObject("overdue_at") != null,
                rulings(rs.getLong("id")));
    }

    private List<SeatRuling> rulings(long id) {
        return jdbc.sql(
                        "SELECT * FROM complaint_ruling WHERE complaint_id = ? ORDER BY at, array_position(ARRAY['LEADER', 'DEPUTY', 'STANDING_AGENCY'], seat)")
                .param(id)
                .query((rs, n) -> new SeatRuling(
                        Seat.valueOf(rs.getString("seat")),
                        rs.getBoolean("upheld"),
                        figure(rs),
                        rs.getString("reason"),
                        rs.getString("by_whom"),
                        rs.getString("party"),
                        instant(rs, "at")))
                .list();
    }

    private static Figure figure(ResultSet rs) throws SQLException {
        return new Figure(rs.getBigDecimal("points"), rs.getBigDecimal("bonus"), rs.getObject("count", Integer.class));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
