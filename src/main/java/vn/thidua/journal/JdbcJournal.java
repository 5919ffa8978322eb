package vn.thidua.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The journal in table {@code journal}. */
@Repository
public class JdbcJournal implements Journal {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    /** Its own mapper, so that no web setting changes what is on record. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcTemplate jdbc;

    public JdbcJournal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(
            String yearId,
            JournalEvent event,
            @Nullable String duty,
            @Nullable String unit,
            String by,
            Map<String, Object> detail) {
        jdbc.update(
                "INSERT INTO journal (year_id, event, duty, unit, by_whom, detail) VALUES (?, ?, ?, ?, ?, ?::jsonb)",
                yearId,
                event.name(),
                duty,
                unit,
                by,
                write(detail));
    }

    @Override
    public List<JournalEntry> read(String yearId) {
        return jdbc.query("SELECT * FROM journal WHERE year_id = ? ORDER BY at, id", (row, n) -> entry(row), yearId);
    }

    @Override
    public List<JournalEntry> readAbout(String yearId, String duty) {
        return jdbc.query(
                "SELECT * FROM journal WHERE year_id = ? AND duty = ? AND event <> 'MAIL_SENT' ORDER BY at, id",
                (row, n) -> entry(row),
                yearId,
                duty);
    }

    @Override
    public Optional<JournalEntry> last(String yearId, JournalEvent event) {
        return jdbc
                .query(
                        "SELECT * FROM journal WHERE year_id = ? AND event = ? ORDER BY at DESC, id DESC LIMIT 1",
                        (row, n) -> entry(row),
                        yearId,
                        event.name())
                .stream()
                .findFirst();
    }

    @Override
    public List<JournalEntry> readAfter(String yearId, long id) {
        return jdbc.query(
                "SELECT * FROM journal WHERE id > ? AND year_id = ? ORDER BY id", (row, n) -> entry(row), id, yearId);
    }

    /** One row of table {@code journal}. */
    public static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("id"),
                row.getString("year_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                JournalEvent.valueOf(row.getString("event")),
                row.getString("duty"),
                row.getString("unit"),
                row.getString("by_whom"),
                read(row.getBytes("detail")));
    }

    private static String write(Map<String, Object> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Journal detail cannot be written as JSON: " + detail.keySet(), e);
        }
    }

    private static Map<String, Object> read(byte[] json) {
        try {
            return JSON.readValue(json, DETAIL);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Journal detail is no JSON object", e);
        }
    }
}
