package vn.thidua.duty;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.plan.Outcome;
import vn.thidua.year.Json;

/** Duties and receipts in PostgreSQL. Every comparison with a deadline is made by the database's clock, in the writing statement. */
@Repository
public class DutyRepository {
    private static final String DEADLINE = "GREATEST(d.deadline_at, COALESCE(d.mend_until, d.deadline_at))";

    private final JdbcClient jdbc;
    private final Json json;

    DutyRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Returns false where the duty had come into being before. */
    boolean insert(DutyKey key, Instant deadline, Map<String, Object> detail) {
        return jdbc.sql("""
                                INSERT INTO duty (key, year_id, type, code, party, subject, opened_at, deadline_at, state, detail)
                                VALUES (?, ?, ?, ?, ?, ?, thidua_now(), ?, 'OPEN', ?::jsonb) ON CONFLICT (key) DO NOTHING""")
                        .params(
                                key.toString(),
                                key.yearId(),
                                key.type().name(),
                                key.type().code().code(),
                                key.party(),
                                key.subject(),
                                time(deadline),
                                json.write(detail))
                        .update()
                == 1;
    }

    public Optional<Duty> find(DutyKey key) {
        return jdbc.sql("SELECT * FROM duty WHERE key = ?")
                .param(key.toString())
                .query(this::duty)
                .optional();
    }

    public Optional<Duty> find(long id) {
        return jdbc.sql("SELECT * FROM duty WHERE id = ?")
                .param(id)
                .query(this::duty)
                .optional();
    }

    public Duty get(DutyKey key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no duty " + key));
    }

    /** Reads a duty and keeps everyone else from changing it until the transaction ends; cut-offs wait for it and it for them. */
    public Duty lock(DutyKey key) {
        return jdbc.sql("SELECT * FROM duty WHERE key = ? FOR UPDATE")
                .param(key.toString())
                .query(this::duty)
                .optional()
                .orElseThrow(() ->
                        new DutyRefused("Việc này không còn trong năm thi đua. Tải lại trang để xem việc hiện có."));
    }

    /** Locks what is open, so that whatever is just being received for it is in before the next statement looks. */
    public List<Duty> lockOpen(String yearId, DutyType type) {
        return jdbc.sql("SELECT * FROM duty WHERE year_id = ? AND type = ? AND state = 'OPEN' ORDER BY id FOR UPDATE")
                .params(yearId, type.name())
                .query(this::duty)
                .list();
    }

    public List<Duty> ofType(String yearId, DutyType type) {
        return jdbc.sql("SELECT * FROM duty WHERE year_id = ? AND type = ? ORDER BY id")
                .params(yearId, type.name())
                .query(this::duty)
                .list();
    }

    /** How many duties of a year are received as things stand. */
    public long received(String yearId) {
        return jdbc.sql("SELECT count(*) FROM duty WHERE year_id = ? "
                        + "AND state IN ('DELIVERED', 'ACCEPTED', 'DECLINED', 'PENDING_PAPER')")
                .param(yearId)
                .query(Long.class)
                .single();
    }

    public List<Duty> ofYear(String yearId) {
        return jdbc.sql("SELECT * FROM duty WHERE year_id = ? ORDER BY id")
                .param(yearId)
                .query(this::duty)
                .list();
    }

    /**
     * Stores an answer if the database's clock is before the deadline, or at any time where {@code lateAllowed}; the
     * comparison and the stored instant are the same reading of the clock (deadlines.md, "One clock").
     */
    Optional<Receipt> insertReceipt(
            Duty duty, String by, boolean declined, Map<String, Object> answers, boolean lateAllowed) {
        return jdbc.sql("WITH t AS MATERIALIZED (SELECT thidua_now() AS now) "
                        + "INSERT INTO receipt (number, duty_id, received_at, measured_against, in_time, declined, by_whom, answers) "
                        + "SELECT 'BN-' || to_char(t.now AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY') || '-' || lpad(nextval('receipt_number')::text, 6, '0'), "
                        + "d.id, t.now, " + DEADLINE + ", t.now < " + DEADLINE + ", ?, ?, ?::jsonb FROM t, duty d "
                        + "WHERE d.id = ? AND d.opened_at <= t.now AND (t.now < " + DEADLINE + " OR ?) RETURNING *")
                .params(declined, by, json.write(answers), duty.id(), lateAllowed)
                .query(this::receipt)
                .optional();
    }

    /** The receipt of a duty that its files deliver; they were in time, whatever the clock says now. */
    Receipt insertReceiptOfFiles(Duty duty, String by, boolean declined) {
        return jdbc.sql(
                        "INSERT INTO receipt (number, duty_id, received_at, measured_against, in_time, declined, by_whom, answers) "
                                + "SELECT 'BN-' || to_char(d.deadline_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY') || '-' || lpad(nextval('receipt_number')::text, 6, '0'), "
                                + "d.id, LEAST(COALESCE((SELECT max(a.at) FROM ("
                                + "SELECT received_at AS at FROM submission WHERE duty_id = d.id AND in_time AND state = 'CURRENT' "
                                + "UNION ALL SELECT received_at FROM upload WHERE duty_id = d.id AND in_time AND submission_id IS NULL AND refused IS NULL "
                                + "UNION ALL SELECT at FROM declined_slot WHERE duty_id = d.id) a), thidua_now()), "
                                + DEADLINE + " - interval '1 microsecond'), " + DEADLINE
                                + ", true, ?, ?, '{}'::jsonb FROM duty d WHERE d.id = ? RETURNING *")
                .params(declined, by, duty.id())
                .query(this::receipt)
                .single();
    }

    void state(Duty duty, Duty.State state) {
        jdbc.sql("UPDATE duty SET state = ? WHERE id = ?")
                .params(state.name(), duty.id())
                .update();
    }

    void mendUntil(Duty duty, @Nullable Instant until) {
        jdbc.sql("UPDATE duty SET mend_until = ? WHERE id = ?")
                .params(time(until), duty.id())
                .update();
    }

    /** The last receipt that counts: neither returned nor withdrawn. */
    public Optional<Receipt> current(Duty duty) {
        return receipts(duty).stream().filter(Receipt::counts).reduce((a, b) -> b);
    }

    public List<Receipt> receipts(Duty duty) {
        return jdbc.sql("SELECT * FROM receipt WHERE duty_id = ? ORDER BY id")
                .param(duty.id())
                .query(this::receipt)
                .list();
    }

    /** Every receipt of a year, in order. */
    public List<Receipt> receiptsOfYear(String yearId) {
        return jdbc.sql("SELECT r.* FROM receipt r JOIN duty d ON d.id = r.duty_id WHERE d.year_id = ? ORDER BY r.id")
                .param(yearId)
                .query(this::receipt)
                .list();
    }

    /** How many receipts each duty of a year has, by the duty's id; one without any is not in it. */
    public Map<Long, Integer> receiptCounts(String yearId) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(
                        "SELECT r.duty_id, count(*) FROM receipt r JOIN duty d ON d.id = r.duty_id WHERE d.year_id = ? GROUP BY 1")
                .param(yearId)
                .query(row -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        return counts;
    }

    void settle(Receipt receipt, String how, String by, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE receipt SET settled = ?, settled_at = thidua_now(), settled_by = ?, settled_reason = ? WHERE number = ?""").params(how, by, reason, receipt.number()).update();
    }

    /**
     * The fact of a cut-off, set at once for all: every duty of the type for which nothing counts gets its outcome, and is
     * closed unless it stays open. Units that are mending a returned paper are left to their own instant.
     */
    public List<Duty> lapse(String yearId, DutyType type, @Nullable Outcome outcome, boolean close) {
        return jdbc.sql("""
                        UPDATE duty SET outcome = ?, outcome_at = thidua_now(), state = CASE WHEN ? THEN 'CLOSED' ELSE state END
                        WHERE year_id = ? AND type = ? AND state = 'OPEN' AND outcome IS NULL AND mend_until IS NULL
                        AND deadline_at <= thidua_now() RETURNING *""")
                .params(outcome == null ? null : outcome.name(), close, yearId, type.name())
                .query(this::duty)
                .list();
    }

    /** The same for one duty, whatever the deadline of the others; empty where something counts or it is over already. */
    public Optional<Duty> lapse(DutyKey key, @Nullable Outcome outcome, boolean close) {
        return jdbc.sql("""
                        UPDATE duty SET outcome = COALESCE(?, outcome), outcome_at = thidua_now(), state = CASE WHEN ? THEN 'CLOSED' ELSE state END
                        WHERE key = ? AND state <> 'CLOSED' AND (outcome IS NULL OR ?) RETURNING *""")
                .params(outcome == null ? null : outcome.name(), close, key.toString(), close)
                .query(this::duty)
                .optional();
    }

    /** Ends what is still open, whatever its outcome; returns what was ended. */
    public List<Duty> closeOpen(String yearId, DutyType type) {
        return jdbc.sql(
                        "UPDATE duty SET state = 'CLOSED' WHERE year_id = ? AND type = ? AND state = 'OPEN' RETURNING *")
                .params(yearId, type.name())
                .query(this::duty)
                .list();
    }

    public void state(DutyKey key, Duty.State state) {
        jdbc.sql("UPDATE duty SET state = ? WHERE key = ?")
                .params(state.name(), key.toString())
                .update();
    }

    public void detail(DutyKey key, Map<String, Object> more) {
        jdbc.sql("UPDATE duty SET detail = detail || ?::jsonb WHERE key = ?")
                .params(json.write(more), key.toString())
                .update();
    }

    /** Moves the deadline of what is open or received, for all alike (rules.md, "A deadline can be moved"). */
    public void moveDeadline(String yearId, DutyType type, Instant deadline) {
        jdbc.sql("UPDATE duty SET deadline_at = ? WHERE year_id = ? AND type = ? AND state <> 'CLOSED'")
                .params(time(deadline), yearId, type.name())
                .update();
    }

    private Duty duty(ResultSet rs, int n) throws SQLException {
        String outcome = rs.getString("outcome");
        return new Duty(
                rs.getLong("id"),
                new DutyKey(
                        rs.getString("year_id"),
                        DutyType.valueOf(rs.getString("type")),
                        rs.getString("party"),
                        rs.getString("subject")),
                instant(rs, "opened_at"),
                instant(rs, "deadline_at"),
                nullable(rs, "mend_until"),
                Duty.State.valueOf(rs.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                json.read(rs.getString("detail"), new TypeReference<>() {}));
    }

    private Receipt receipt(ResultSet rs, int n) throws SQLException {
        return new Receipt(
                rs.getString("number"),
                rs.getLong("duty_id"),
                instant(rs, "received_at"),
                instant(rs, "measured_against"),
                rs.getBoolean("in_time"),
                rs.getBoolean("declined"),
                rs.getString("by_whom"),
                json.read(rs.getString("answers"), new TypeReference<>() {}),
                rs.getString("settled"),
                nullable(rs, "settled_at"),
                rs.getString("settled_reason"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
