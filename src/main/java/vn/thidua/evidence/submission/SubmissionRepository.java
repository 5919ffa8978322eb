package vn.thidua.evidence.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Judgement;
import vn.thidua.evidence.Verdict;
import vn.thidua.year.Json;

/** Submissions in PostgreSQL. */
@Repository
public class SubmissionRepository {
    private static final String SELECT =
            "SELECT s.*, f.size, f.type FROM submission s JOIN stored_file f USING (sha256) ";

    private final JdbcClient jdbc;
    private final Json json;

    SubmissionRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is known when a file has come in; everything else follows. */
    public record Received(
            long dutyId,
            String slot,
            String name,
            String sha256,
            long size,
            FileType type,
            Instant receivedAt,
            Instant measuredAgainst,
            boolean inTime,
            String by,
            @Nullable Long replaces) {

        /** The same, in nobody's place. */
        Received beside() {
            return new Received(dutyId, slot, name, sha256, size, type, receivedAt, measuredAgainst, inTime, by, null);
        }
    }

    /** Returns the new submission's id; its receipt's number is of the year in which it was received, in Vietnam. */
    public long insert(Received r) {
        jdbc.sql("INSERT INTO stored_file (sha256, size, type) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING")
                .params(r.sha256(), r.size(), r.type().name())
                .update();
        OffsetDateTime receivedAt = time(r.receivedAt());
        return jdbc.sql("""
                        INSERT INTO submission (receipt, duty_id, slot, name, sha256, received_at, measured_against, in_time, by_whom, replaces)
                        VALUES ('BN-' || to_char(?::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY') || '-'
                        || lpad(nextval('receipt_number')::text, 6, '0'), ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        receivedAt,
                        r.dutyId(),
                        r.slot(),
                        r.name(),
                        r.sha256(),
                        receivedAt,
                        time(r.measuredAgainst()),
                        r.inTime(),
                        r.by(),
                        r.replaces())
                .query(Long.class)
                .single();
    }

    public Optional<Submission> find(long id) {
        return jdbc.sql(SELECT + "WHERE s.id = ?").param(id).query(this::row).optional();
    }

    public Submission get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no submission " + id));
    }

    /** Keeps everyone else from changing it until the transaction ends. */
    public Submission lock(long id) {
        return jdbc.sql(SELECT + "WHERE s.id = ? FOR UPDATE OF s")
                .param(id)
                .query(this::row)
                .single();
    }

    /** All versions, in the order in which they came. */
    public List<Submission> ofDuty(long dutyId) {
        return jdbc.sql(SELECT + "WHERE s.duty_id = ? ORDER BY s.id")
                .param(dutyId)
                .query(this::row)
                .list();
    }

    public List<Submission> ofYear(String yearId) {
        return jdbc.sql(SELECT + "JOIN duty d ON d.id = s.duty_id WHERE d.year_id = ? ORDER BY s.id")
                .param(yearId)
                .query(this::row)
                .list();
    }

    void state(long id, Submission.State state, String by, String reason) {
        jdbc.sql(
                        "UPDATE submission SET state = ?, state_at = thidua_now(), state_by = ?, state_reason = ? WHERE id = ? AND state = 'CURRENT'")
                .params(state.name(), by, reason, id)
                .update();
    }

    /** Whether anybody has ruled on it, be it one of two. */
    boolean anyRuling(long id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ruling WHERE submission_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void cite(long id, Submission.Citation citation) {
        jdbc.sql(
                        "UPDATE submission SET number = ?, issued = ?, issuer = ?, confirmed_by = ?, confirmed_at = thidua_now() WHERE id = ?")
                .params(citation.number(), citation.issued(), citation.issuer(), citation.confirmedBy(), id)
                .update();
    }

    /** Not examined yet, or by an unknown authority while the anchors have changed since. Oldest first. */
    List<Long> toExamine(String anchors, int most) {
        return jdbc.sql("""
                        SELECT id FROM submission WHERE examined_at IS NULL
                        OR verdict = 'UNKNOWN_CA' AND ruling IS NULL AND anchors <> ? ORDER BY id LIMIT ?""").params(anchors, most).query(Long.class).list();
    }

    void examined(long id, FileFacts facts, String anchors) {
        jdbc.sql("UPDATE submission SET facts = ?::jsonb, anchors = ?, examined_at = thidua_now() WHERE id = ?")
                .params(json.write(facts), anchors, id)
                .update();
    }

    void judged(long id, Judgement judgement) {
        jdbc.sql("UPDATE submission SET verdict = ?, reasons = ?::jsonb, not_examined = ?::jsonb WHERE id = ?")
                .params(
                        judgement.verdict().name(),
                        json.write(judgement.reasons()),
                        json.write(judgement.notExamined()),
                        id)
                .update();
    }

    /** Duties with receipts that were not mailed: nothing comes in any more for a moment, or it has gone on for long. */
    public List<Long> dutiesToMail(java.time.Duration quiet, java.time.Duration atMost) {
        return jdbc.sql("""
                        SELECT s.duty_id FROM submission s WHERE s.mailed_at IS NULL GROUP BY s.duty_id
                        HAVING min(s.received_at) < thidua_now() - :most::interval
                        OR max(s.received_at) < thidua_now() - :quiet::interval AND NOT EXISTS (SELECT 1 FROM upload u
                           WHERE u.duty_id = s.duty_id AND u.submission_id IS NULL AND u.refused IS NULL
                           AND u.touched_at > thidua_now() - :quiet::interval)""")
                .param("quiet", quiet.toString())
                .param("most", atMost.toString())
                .query(Long.class)
                .list();
    }

    /** Marks what is about to be mailed, and returns it; two nodes never both get the same. */
    public List<Submission> takeToMail(long dutyId) {
        List<Long> ids = jdbc.sql(
                        "UPDATE submission SET mailed_at = thidua_now() WHERE duty_id = ? AND mailed_at IS NULL RETURNING id")
                .param(dutyId)
                .query(Long.class)
                .list();
        return ids.stream().sorted().map(this::get).toList();
    }

    public void letIn(long id) {
        jdbc.sql("UPDATE submission SET let_in = true WHERE id = ?").param(id).update();
    }

    public void ruled(long id, Submission.Ruled ruling) {
        jdbc.sql("UPDATE submission SET ruling = ?, ruled_at = thidua_now() WHERE id = ? AND ruling IS NULL")
                .params(ruling.name(), id)
                .update();
    }

    private Submission row(ResultSet rs, int n) throws SQLException {
        String facts = rs.getString("facts");
        String verdict = rs.getString("verdict");
        String ruling = rs.getString("ruling");
        return new Submission(
                rs.getLong("id"),
                rs.getString("receipt"),
                rs.getLong("duty_id"),
                rs.getString("slot"),
                rs.getString("name"),
                rs.getString("sha256"),
                rs.getLong("size"),
                FileType.valueOf(rs.getString("type")),
                instant(rs, "received_at"),
                instant(rs, "measured_against"),
                rs.getBoolean("in_time"),
                rs.getString("by_whom"),
                (Long) rs.getObject("replaces"),
                Submission.State.valueOf(rs.getString("state")),
                rs.getString("state_reason"),
                new Submission.Citation(
                        rs.getString("number"),
                        rs.getObject("issued", LocalDate.class),
                        rs.getString("issuer"),
                        rs.getString("confirmed_by")),
                facts == null ? null : json.read(facts, new TypeReference<FileFacts>() {}),
                rs.getString("anchors"),
                verdict == null ? null : Verdict.valueOf(verdict),
                json.read(rs.getString("reasons"), new TypeReference<>() {}),
                json.read(rs.getString("not_examined"), new TypeReference<>() {}),
                rs.getBoolean("let_in"),
                ruling == null ? null : Submission.Ruled.valueOf(ruling),
                rs.getObject("ruled_at", OffsetDateTime.class) == null ? null : instant(rs, "ruled_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
