package vn.thidua.evidence.receiving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.evidence.FileType;

/** Uploads in PostgreSQL; the comparison with the deadline is made by its clock, in the statement that writes the instant. */
@Repository
class UploadRepository {
    private static final String DEADLINE = "GREATEST(d.deadline_at, COALESCE(d.mend_until, d.deadline_at))";

    private final JdbcClient jdbc;

    UploadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, long dutyId, String slot, String name, long size, @Nullable Long replaces, String by) {
        jdbc.sql("INSERT INTO upload (id, duty_id, slot, name, size, replaces, by_whom) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, dutyId, slot, name, size, replaces, by)
                .update();
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("SELECT * FROM upload WHERE id = ?")
                .param(id)
                .query(UploadRepository::row)
                .optional();
    }

    /** Keeps everyone else from ending it until the transaction ends. */
    Optional<Upload> lock(UUID id) {
        return jdbc.sql("SELECT * FROM upload WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UploadRepository::row)
                .optional();
    }

    List<Upload> open(long dutyId) {
        return jdbc.sql(
                        "SELECT * FROM upload WHERE duty_id = ? AND submission_id IS NULL AND refused IS NULL ORDER BY begun_at, id")
                .param(dutyId)
                .query(UploadRepository::row)
                .list();
    }

    /** Bytes that count against a unit's quota in a year: everything handed in, every version, and what is on its way. */
    long used(String yearId, String party) {
        return jdbc.sql("""
                        SELECT (SELECT coalesce(sum(f.size), 0) FROM submission s JOIN stored_file f USING (sha256)
                                JOIN duty d ON d.id = s.duty_id WHERE d.year_id = :year AND d.party = :party)
                             + (SELECT coalesce(sum(u.size), 0) FROM upload u JOIN duty d ON d.id = u.duty_id
                                WHERE d.year_id = :year AND d.party = :party AND u.submission_id IS NULL AND u.refused IS NULL)""")
                .param("year", yearId)
                .param("party", party)
                .query(Long.class)
                .single();
    }

    /** Lets two that begin at once not both take the last of a quota; until the transaction ends. */
    void lockQuota(String yearId, String party) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 7))::text")
                .param(yearId + "/" + party)
                .query()
                .singleValue();
    }

    void touch(UUID id) {
        jdbc.sql("UPDATE upload SET touched_at = thidua_now() WHERE id = ?")
                .param(id)
                .update();
    }

    /** The last byte is stored: from here the receipt's instant stands. The duty is locked, so a cut-off waits for this or this for it. */
    Optional<Upload> received(UUID id, boolean lateToo) {
        return jdbc.sql("WITH t AS MATERIALIZED (SELECT thidua_now() AS now) "
                        + "UPDATE upload u SET received_at = t.now, measured_against = " + DEADLINE
                        + ", in_time = t.now < " + DEADLINE + ", touched_at = t.now FROM t, duty d "
                        + "WHERE u.id = ? AND d.id = u.duty_id AND u.received_at IS NULL AND (t.now < " + DEADLINE
                        + " OR ?) RETURNING u.*")
                .params(id, lateToo)
                .query(UploadRepository::row)
                .optional();
    }

    /** One node, one thread ends an upload; a dead one's claim is over after a while. */
    boolean claimEnding(UUID id, Duration claim) {
        return jdbc.sql("""
                                UPDATE upload SET ending_since = thidua_now() WHERE id = ? AND submission_id IS NULL AND refused IS NULL
                                AND (ending_since IS NULL OR ending_since < thidua_now() - ?::interval)""").params(id, claim.toString()).update() == 1;
    }

    void unclaim(UUID id) {
        jdbc.sql("UPDATE upload SET ending_since = NULL WHERE id = ?").param(id).update();
    }

    void screened(UUID id, String sha256, FileType type) {
        jdbc.sql("UPDATE upload SET sha256 = ?, type = ? WHERE id = ?")
                .params(sha256, type.name(), id)
                .update();
    }

    boolean refused(UUID id, String why) {
        return jdbc.sql("UPDATE upload SET refused = ? WHERE id = ? AND submission_id IS NULL AND refused IS NULL")
                        .params(why, id)
                        .update()
                == 1;
    }

    void handedIn(UUID id, long submissionId) {
        jdbc.sql("UPDATE upload SET submission_id = ? WHERE id = ?")
                .params(submissionId, id)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM upload WHERE id = ? AND received_at IS NULL")
                        .param(id)
                        .update()
                == 1;
    }

    /** Received, and neither handed in nor refused: what a crash, or a store that was away, left behind. */
    List<UUID> unended() {
        return jdbc.sql(
                        "SELECT id FROM upload WHERE received_at IS NOT NULL AND submission_id IS NULL AND refused IS NULL ORDER BY received_at")
                .query(UUID.class)
                .list();
    }

    /** Forgets what nobody went on with, and what was ended, so long ago; never what was received and is still to be ended. */
    List<UUID> forget(Duration life) {
        return jdbc.sql("""
                        DELETE FROM upload WHERE touched_at < thidua_now() - ?::interval
                        AND (received_at IS NULL OR submission_id IS NOT NULL OR refused IS NOT NULL) RETURNING id""").param(life.toString()).query(UUID.class).list();
    }

    private static Upload row(ResultSet rs, int n) throws SQLException {
        return new Upload(
                rs.getObject("id", UUID.class),
                rs.getLong("duty_id"),
                rs.getString("slot"),
                rs.getString("name"),
                rs.getLong("size"),
                number(rs, "replaces"),
                rs.getString("by_whom"),
                instant(rs, "received_at"),
                instant(rs, "measured_against"),
                (Boolean) rs.getObject("in_time"),
                rs.getString("sha256"),
                rs.getString("type") == null ? null : FileType.valueOf(rs.getString("type")),
                number(rs, "submission_id"),
                rs.getString("refused"));
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        return (Long) rs.getObject(column);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
