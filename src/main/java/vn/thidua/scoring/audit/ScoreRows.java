package vn.thidua.scoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.ScoreRepository;

/**
 * Everything about a year's scores that can be held against the journal, as it stands in the database.
 *
 * @param tables content of each version that counts as issued
 * @param results in order
 * @param seals what each result was made from, by its number
 * @param entries by number
 * @param journalled results by number, in the order in which they were made
 * @param issued hash of each issued version, as journalled
 */
record ScoreRows(
        Map<Integer, String> tables,
        List<Result> results,
        Map<Integer, String> seals,
        Map<Long, Entry> entries,
        Map<Integer, Journalled> journalled,
        Map<Integer, String> issued) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the journal says of a result.
     *
     * @param seal hash of the list of what it was made from
     * @param rulings numbers of the entries that a ruling has set for it
     */
    record Journalled(
            Result.Kind kind, String by, String hash, long stand, String seal, String reason, Set<Long> rulings) {}

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    static ScoreRows read(Connection connection, String yearId) throws SQLException {
        ScoreRows rows = new ScoreRows(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        each(
                connection,
                yearId,
                "SELECT version, content::text AS content FROM criteria_table WHERE year_id = ? AND issued_at IS NOT NULL ORDER BY version",
                row -> rows.tables.put(row.getInt("version"), row.getString("content")));
        each(
                connection,
                yearId,
                "SELECT * FROM score_result WHERE year_id = ? ORDER BY number",
                row -> rows.results.add(Result.of(row)));
        each(
                connection,
                yearId,
                "SELECT number, entries FROM score_result_seal WHERE year_id = ? ORDER BY number",
                row -> rows.seals.put(row.getInt("number"), row.getString("entries")));
        each(connection, yearId, "SELECT * FROM score_entry WHERE year_id = ? ORDER BY id", row -> {
            Entry entry = ScoreRepository.entry(row, 0);
            rows.entries.put(entry.id(), entry);
        });
        each(connection, yearId, """
                        SELECT event, by_whom, detail::text AS detail FROM journal WHERE year_id = ?
                        AND event IN ('PROVISIONAL', 'FROZEN', 'CRITERIA_ISSUED') ORDER BY id""", rows::journal);
        return rows;
    }

    private static void each(Connection connection, String yearId, String query, Row row) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setString(1, yearId);
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    private void journal(ResultSet row) throws SQLException {
        JsonNode detail = json(row.getString("detail"));
        String event = row.getString("event");
        if (event.equals("CRITERIA_ISSUED")) {
            issued.put(detail.path("version").asInt(), detail.path("hash").asText());
        } else if (detail.has("result")) {
            Set<Long> rulings = new LinkedHashSet<>();
            detail.path("corrections").forEach(c -> rulings.add(c.path("entry").asLong()));
            journalled.putIfAbsent(
                    detail.path("result").asInt(),
                    new Journalled(
                            Result.Kind.valueOf(event),
                            row.getString("by_whom"),
                            detail.path("hash").asText(),
                            detail.path("stand").asLong(),
                            detail.path("entries").asText(),
                            detail.path("reason").asText(),
                            rulings));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a journal entry cannot be read", e);
        }
    }
}
