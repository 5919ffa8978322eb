package vn.thidua.duty.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comment rounds in PostgreSQL. Whether something still comes in is decided by the database's clock, in the same statement. */
@Repository
class CommentStore {
    private static final String OPEN = "closed_at IS NULL AND thidua_now() < ends_at";

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CommentRound open(String yearId, String subject, int version, Instant endsAt, String by) {
        return jdbc.sql("""
                        INSERT INTO comment_round (year_id, subject, number, version, opened_by, ends_at)
                        SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM comment_round WHERE year_id = ? AND subject = ?
                        RETURNING *""")
                .params(yearId, subject, version, by, endsAt.atOffset(ZoneOffset.UTC), yearId, subject)
                .query(CommentStore::round)
                .single();
    }

    /** All rounds about a draft, the first one first. */
    List<CommentRound> rounds(String yearId, String subject) {
        return jdbc.sql("SELECT * FROM comment_round WHERE year_id = ? AND subject = ? ORDER BY number")
                .params(yearId, subject)
                .query(CommentStore::round)
                .list();
    }

    List<CommentRound> notClosed(String yearId) {
        return jdbc.sql("SELECT * FROM comment_round WHERE year_id = ? AND closed_at IS NULL ORDER BY id")
                .param(yearId)
                .query(CommentStore::round)
                .list();
    }

    Optional<CommentRound> find(RoundKey key) {
        return jdbc.sql("SELECT * FROM comment_round WHERE year_id = ? AND subject = ? AND number = ?")
                .params(key.yearId(), key.subject(), key.number())
                .query(CommentStore::round)
                .optional();
    }

    CommentRound get(long id) {
        return jdbc.sql("SELECT * FROM comment_round WHERE id = ?")
                .param(id)
                .query(CommentStore::round)
                .single();
    }

    /** Whoever gives the last word waits for those who give theirs at the same time. */
    void lock(long round) {
        jdbc.sql("SELECT id FROM comment_round WHERE id = ? FOR UPDATE")
                .param(round)
                .query(Long.class)
                .single();
    }

    /** False where it was closed before. */
    boolean close(long round, CommentRound.Closing closing, String by, String reason) {
        return jdbc.sql("""
                        UPDATE comment_round SET closed_at = thidua_now(), closing = ?, closed_by = ?, reason = ?
                        WHERE id = ? AND closed_at IS NULL""").params(closing.name(), by, reason, round).update() == 1;
    }

    /** Empty where the round is over. */
    Optional<Long> comment(long round, String place, String text, String by, String party) {
        return jdbc.sql("INSERT INTO comment (round_id, place, text, by_whom, party)"
                        + " SELECT id, ?, ?, ?, ? FROM comment_round WHERE id = ? AND " + OPEN + " RETURNING id")
                .params(place, text, by, party, round)
                .query(Long.class)
                .optional();
    }

    /** False where the round is over or the party has given its word. */
    boolean word(long round, String party, boolean nothing, String by) {
        return jdbc.sql("INSERT INTO comment_word (round_id, party, nothing, by_whom)"
                                + " SELECT id, ?, ?, ? FROM comment_round WHERE id = ? AND " + OPEN
                                + " ON CONFLICT DO NOTHING")
                        .params(party, nothing, by, round)
                        .update()
                == 1;
    }

    void answer(long comment, boolean accepted, String text, String by) {
        jdbc.sql("INSERT INTO comment_answer (comment_id, accepted, text, by_whom) VALUES (?, ?, ?, ?)")
                .params(comment, accepted, text, by)
                .update();
    }

    List<Comment.Word> words(long round) {
        return jdbc.sql("SELECT * FROM comment_word WHERE round_id = ? ORDER BY at, party")
                .param(round)
                .query((rs, n) -> new Comment.Word(
                        rs.getString("party"), rs.getBoolean("nothing"), rs.getString("by_whom"), at(rs, "at")))
                .list();
    }

    /** All comments on a draft, of all rounds, in the order in which they came. */
    List<Comment> comments(String yearId, String subject) {
        return jdbc.sql("""
                        SELECT c.*, a.accepted, a.text AS answer, a.by_whom AS answered_by, a.at AS answered_at
                        FROM comment c JOIN comment_round r ON r.id = c.round_id
                        LEFT JOIN LATERAL (SELECT * FROM comment_answer WHERE comment_id = c.id ORDER BY id DESC LIMIT 1) a ON true
                        WHERE r.year_id = ? AND r.subject = ? ORDER BY c.id""")
                .params(yearId, subject)
                .query(CommentStore::comment)
                .list();
    }

    /** The year and the draft that a comment is about: of its round. */
    Optional<CommentRound> roundOf(long comment) {
        return jdbc.sql("SELECT r.* FROM comment_round r JOIN comment c ON c.round_id = r.id WHERE c.id = ?")
                .param(comment)
                .query(CommentStore::round)
                .optional();
    }

    private static Comment comment(ResultSet rs, int n) throws SQLException {
        String answeredBy = rs.getString("answered_by");
        return new Comment(
                rs.getLong("id"),
                rs.getLong("round_id"),
                rs.getString("place"),
                rs.getString("text"),
                rs.getString("by_whom"),
                rs.getString("party"),
                at(rs, "at"),
                answeredBy == null
                        ? null
                        : new Comment.Answer(
                                rs.getBoolean("accepted"), rs.getString("answer"), answeredBy, at(rs, "answered_at")));
    }

    private static CommentRound round(ResultSet rs, int n) throws SQLException {
        String closing = rs.getString("closing");
        return new CommentRound(
                rs.getLong("id"),
                rs.getString("year_id"),
                rs.getString("subject"),
                rs.getInt("number"),
                rs.getInt("version"),
                rs.getString("opened_by"),
                at(rs, "opened_at"),
                at(rs, "ends_at"),
                atOrNull(rs, "closed_at"),
                closing == null ? null : CommentRound.Closing.valueOf(closing),
                rs.getString("reason"));
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
