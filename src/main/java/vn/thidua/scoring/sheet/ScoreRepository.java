package vn.thidua.scoring.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures and notes as rows; only ever added. */
@Repository
public class ScoreRepository {
    private static final String CURRENT = " AND NOT EXISTS (SELECT 1 FROM score_entry n WHERE n.replaces = e.id)";

    private final JdbcClient jdbc;

    ScoreRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change of a year's scores: one of the two. */
    public record Change(
            long id, @Nullable Entry entry, @Nullable Note note) {}

    /** What is to be entered; {@code base} is the entry that it replaces. */
    public record New(
            String unit,
            String line,
            Column column,
            int version,
            Figure figure,
            String reason,
            String by,
            String party,
            Entry.Act act,
            @Nullable Long base) {}

    /** Makes the unit's sheet, or puts it under another version of the table. */
    public void putSheet(String yearId, String unit, int version) {
        jdbc.sql("""
                        INSERT INTO score_sheet (year_id, unit, version) VALUES (?, ?, ?)
                        ON CONFLICT (year_id, unit) DO UPDATE SET version = excluded.version""").params(yearId, unit, version).update();
    }

    /** Units that have a sheet. */
    public List<String> sheets(String yearId) {
        return jdbc.sql("SELECT unit FROM score_sheet WHERE year_id = ? ORDER BY unit")
                .param(yearId)
                .query(String.class)
                .list();
    }

    public boolean hasSheet(String yearId, String unit) {
        return jdbc.sql("SELECT count(*) FROM score_sheet WHERE year_id = ? AND unit = ?")
                        .params(yearId, unit)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whoever sets what counts for all (agreed figures, results) does so one after another in a year, until the transaction ends. */
    public void lock(String yearId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('score/' || ?, 0))")
                .param(yearId)
                .query((rs, n) -> 0)
                .single();
    }

    /** Whoever enters figures of one column keeps results from being made until the transaction ends, and nobody else from anything. */
    public void lockShared(String yearId) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended('score/' || ?, 0))")
                .param(yearId)
                .query((rs, n) -> 0)
                .single();
    }

    /**
     * Lines of a unit that the latest provisional result found agreed on, less those that fell away since: by the order of entries, not
     * by their times.
     */
    public Set<String> agreedProvisionally(String yearId, String unit) {
        return new HashSet<>(jdbc.sql("""
                        WITH provisional AS (
                            SELECT max(stand) AS stand FROM score_result WHERE year_id = :year AND kind = 'PROVISIONAL'),
                        agreed AS (
                            SELECT DISTINCT ON (line) line, points IS NOT NULL OR bonus IS NOT NULL OR count IS NOT NULL AS there
                            FROM score_entry, provisional
                            WHERE year_id = :year AND unit = :unit AND col = 'AGREED' AND id <= stand ORDER BY line, id DESC)
                        SELECT line FROM agreed, provisional WHERE there AND NOT EXISTS (
                            SELECT FROM score_entry fell WHERE fell.year_id = :year AND fell.unit = :unit AND fell.line = agreed.line
                                AND fell.col = 'AGREED' AND fell.act = 'FELL_AWAY' AND fell.id > stand)""")
                .param("year", yearId)
                .param("unit", unit)
                .query(String.class)
                .list());
    }

    /** Empty where the cell holds another entry than {@code base} by now. */
    public Optional<Entry> insert(String yearId, New entry) {
        return jdbc.sql("""
                        INSERT INTO score_entry (year_id, unit, line, col, version, points, bonus, count, reason, by_whom, party, act, replaces)
                        SELECT :year, :unit, :line, :col, :version, :points, :bonus, :count, :reason, :by, :party, :act, :base::bigint
                        WHERE :base::bigint IS NULL OR EXISTS (SELECT 1 FROM score_entry o WHERE o.id = :base::bigint
                            AND o.year_id = :year AND o.unit = :unit AND o.line = :line AND o.col = :col)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .param("year", yearId)
                .param("unit", entry.unit())
                .param("line", entry.line())
                .param("col", entry.column().name())
                .param("version", entry.version())
                .param("points", entry.figure().points())
                .param("bonus", entry.figure().bonus())
                .param("count", entry.figure().count())
                .param("reason", entry.reason())
                .param("by", entry.by())
                .param("party", entry.party())
                .param("act", entry.act().name())
                .param("base", entry.base())
                .query(ScoreRepository::entry)
                .optional();
    }

    public Optional<Entry> find(String yearId, long id) {
        return jdbc.sql("SELECT * FROM score_entry WHERE year_id = ? AND id = ?")
                .params(yearId, id)
                .query(ScoreRepository::entry)
                .optional();
    }

    public Optional<Entry> current(String yearId, String unit, String line, Column column) {
        return jdbc.sql("SELECT * FROM score_entry e WHERE year_id = ? AND unit = ? AND line = ? AND col = ?" + CURRENT)
                .params(yearId, unit, line, column.name())
                .query(ScoreRepository::entry)
                .optional();
    }

    /** Current entries of a unit, or of all units where it is null. */
    public List<Entry> current(String yearId, @Nullable String unit) {
        return jdbc.sql("SELECT * FROM score_entry e WHERE year_id = :year AND (:unit::text IS NULL OR unit = :unit)"
                        + CURRENT + " ORDER BY id")
                .param("year", yearId)
                .param("unit", unit)
                .query(ScoreRepository::entry)
                .list();
    }

    /** What stood in the cells after change number {@code stand}. */
    public List<Entry> asOf(String yearId, long stand) {
        return jdbc.sql("""
                        SELECT * FROM score_entry e WHERE year_id = :year AND id <= :stand
                        AND NOT EXISTS (SELECT 1 FROM score_entry n WHERE n.replaces = e.id AND n.id <= :stand) ORDER BY id""")
                .param("year", yearId)
                .param("stand", stand)
                .query(ScoreRepository::entry)
                .list();
    }

    /** Every entry up to change number {@code stand}, replaced or not, in order. */
    public List<Entry> upTo(String yearId, long stand) {
        return jdbc.sql("SELECT * FROM score_entry WHERE year_id = ? AND id <= ? ORDER BY id")
                .params(yearId, stand)
                .query(ScoreRepository::entry)
                .list();
    }

    /** All entries of a line, the earliest first. */
    public List<Entry> history(String yearId, String unit, String line) {
        return jdbc.sql("SELECT * FROM score_entry WHERE year_id = ? AND unit = ? AND line = ? ORDER BY id")
                .params(yearId, unit, line)
                .query(ScoreRepository::entry)
                .list();
    }

    /** All entries of a unit, the earliest first. */
    public List<Entry> history(String yearId, String unit) {
        return jdbc.sql("SELECT * FROM score_entry WHERE year_id = ? AND unit = ? ORDER BY id")
                .params(yearId, unit)
                .query(ScoreRepository::entry)
                .list();
    }

    /** How many entries each cell has had: the key is {@code line/COLUMN}. */
    public java.util.Map<String, Integer> changes(String yearId, String unit) {
        java.util.Map<String, Integer> counts = new java.util.HashMap<>();
        jdbc.sql(
                        "SELECT line || '/' || col AS cell, count(*) AS n FROM score_entry WHERE year_id = ? AND unit = ? GROUP BY line, col")
                .params(yearId, unit)
                .query(rs -> {
                    counts.put(rs.getString("cell"), rs.getInt("n"));
                });
        return counts;
    }

    public Note insert(String yearId, String unit, String line, Note.Kind kind, String text, String by, String party) {
        return jdbc.sql("""
                        INSERT INTO score_note (year_id, unit, line, kind, text, by_whom, party) VALUES (?, ?, ?, ?, ?, ?, ?)
                        RETURNING *""")
                .params(yearId, unit, line, kind.name(), text, by, party)
                .query(ScoreRepository::note)
                .single();
    }

    /** Notes of a unit, or of all units where it is null, the earliest first. */
    public List<Note> notes(String yearId, @Nullable String unit) {
        return jdbc.sql("""
                        SELECT * FROM score_note WHERE year_id = :year AND (:unit::text IS NULL OR unit = :unit) ORDER BY id""")
                .param("year", yearId)
                .param("unit", unit)
                .query(ScoreRepository::note)
                .list();
    }

    /** The number of the last change of a year; 0 before the first. */
    public long stand(String yearId) {
        return jdbc.sql("""
                        SELECT greatest((SELECT coalesce(max(id), 0) FROM score_entry WHERE year_id = :year),
                                        (SELECT coalesce(max(id), 0) FROM score_note WHERE year_id = :year))""").param("year", yearId).query(Long.class).single();
    }

    /** As many changes are told one by one; of more, a page reads everything anew. */
    public static final int MOST_CHANGES = 2_000;

    /** Changes with a higher number, in order. Where there are {@link #MOST_CHANGES} or more, not all. */
    public List<Change> after(String yearId, long stand) {
        List<Change> changes = new java.util.ArrayList<>();
        jdbc.sql("SELECT * FROM score_entry WHERE year_id = ? AND id > ? ORDER BY id LIMIT ?")
                .params(yearId, stand, MOST_CHANGES)
                .query(ScoreRepository::entry)
                .list()
                .forEach(entry -> changes.add(new Change(entry.id(), entry, null)));
        jdbc.sql("SELECT * FROM score_note WHERE year_id = ? AND id > ? ORDER BY id LIMIT ?")
                .params(yearId, stand, MOST_CHANGES)
                .query(ScoreRepository::note)
                .list()
                .forEach(note -> changes.add(new Change(note.id(), null, note)));
        changes.sort(java.util.Comparator.comparingLong(Change::id));
        return changes;
    }

    /** One row of table {@code score_entry}. */
    public static Entry entry(ResultSet rs, int n) throws SQLException {
        return new Entry(
                rs.getLong("id"),
                rs.getString("unit"),
                rs.getString("line"),
                Column.valueOf(rs.getString("col")),
                rs.getInt("version"),
                new Figure(rs.getBigDecimal("points"), rs.getBigDecimal("bonus"), rs.getObject("count", Integer.class)),
                rs.getString("reason"),
                rs.getString("by_whom"),
                rs.getString("party"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                Entry.Act.valueOf(rs.getString("act")),
                rs.getObject("replaces", Long.class));
    }

    private static Note note(ResultSet rs, int n) throws SQLException {
        return new Note(
                rs.getLong("id"),
                rs.getString("unit"),
                rs.getString("line"),
                Note.Kind.valueOf(rs.getString("kind")),
                rs.getString("text"),
                rs.getString("by_whom"),
                rs.getString("party"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
