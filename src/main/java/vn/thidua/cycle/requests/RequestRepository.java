package vn.thidua.cycle.requests;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cycle.requests.DataRequest.Act;
import vn.thidua.cycle.requests.DataRequest.Answer;
import vn.thidua.cycle.requests.DataRequest.Event;
import vn.thidua.cycle.requests.DataRequest.State;

/** Requests and their histories. Every change of a request is an event too; a history only grows. */
@Repository
class RequestRepository {
    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(NewRequest request, String unit, Instant now) {
        return jdbc.sql("""
                        INSERT INTO data_request
                          (year_id, unit, lines, supplier, supplier_email, question, due_at, open_since, state, asked_by, asked_at)
                        VALUES (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, 'ASKED', ?, ?) RETURNING id""")
                .params(
                        request.yearId(),
                        unit,
                        request.lines().toArray(String[]::new),
                        request.supplier(),
                        request.supplierEmail(),
                        request.question(),
                        time(request.dueAt()),
                        time(now),
                        request.by(),
                        time(now))
                .query(Long.class)
                .single();
    }

    /** With the deadline that is now in force. */
    void event(long id, String by, Act act, String detail) {
        jdbc.sql("""
                        INSERT INTO data_request_event (request_id, by_whom, act, detail, due_at)
                        SELECT id, ?, ?, ?, due_at FROM data_request WHERE id = ?""").params(by, act.name(), detail, id).update();
    }

    void answered(long id, String text, String documentNumber, @Nullable LocalDate documentDate) {
        jdbc.sql("""
                        UPDATE data_request SET state = 'ANSWERED', answer = ?, document_number = nullif(?, ''), document_date = ?,
                        answered_at = thidua_now() WHERE id = ?""").params(text, documentNumber, documentDate, id).update();
    }

    /** It lies with the head from now on. */
    void raised(long id) {
        jdbc.sql("UPDATE data_request SET state = 'OBSTACLE', raised_at = thidua_now() WHERE id = ?")
                .param(id)
                .update();
    }

    /** The officers have it again. */
    void reopened(long id, Instant dueAt) {
        jdbc.sql("UPDATE data_request SET state = 'ASKED', due_at = ?, open_since = thidua_now() WHERE id = ?")
                .params(time(dueAt), id)
                .update();
    }

    void ended(long id, State state) {
        jdbc.sql("UPDATE data_request SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    DataRequest get(long id) {
        return read("id = ?", id).get(0);
    }

    /** As {@link #get}; whoever else wants to change it waits until the transaction ends. */
    DataRequest lock(long id) {
        jdbc.sql("SELECT id FROM data_request WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .single();
        return get(id);
    }

    /** The first one asked first. */
    List<DataRequest> ofUnit(String yearId, String unit) {
        return read("year_id = ? AND unit = ?", yearId, unit);
    }

    List<DataRequest> open(String yearId) {
        return read("year_id = ? AND state IN ('ASKED', 'OBSTACLE')", yearId);
    }

    private List<DataRequest> read(String condition, Object... params) {
        Map<Long, List<Event>> histories = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM data_request_event WHERE request_id IN (SELECT id FROM data_request WHERE " + condition
                        + ") ORDER BY id")
                .params(params)
                .query((RowCallbackHandler) rs -> histories
                        .computeIfAbsent(rs.getLong("request_id"), id -> new ArrayList<>())
                        .add(event(rs)));
        return jdbc.sql("SELECT * FROM data_request WHERE " + condition + " ORDER BY id")
                .params(params)
                .query((rs, n) -> request(rs, histories.getOrDefault(rs.getLong("id"), List.of())))
                .list();
    }

    private static Event event(ResultSet rs) throws SQLException {
        return new Event(
                instant(rs, "at"),
                rs.getString("by_whom"),
                Act.valueOf(rs.getString("act")),
                rs.getString("detail"),
                instant(rs, "due_at"));
    }

    private static DataRequest request(ResultSet rs, List<Event> history) throws SQLException {
        return new DataRequest(
                rs.getLong("id"),
                rs.getString("year_id"),
                rs.getString("unit"),
                lines(rs.getArray("lines")),
                rs.getString("supplier"),
                rs.getString("supplier_email"),
                rs.getString("question"),
                instant(rs, "due_at"),
                instant(rs, "open_since"),
                State.valueOf(rs.getString("state")),
                rs.getString("asked_by"),
                instant(rs, "asked_at"),
                rs.getObject("raised_at") == null ? null : instant(rs, "raised_at"),
                rs.getString("answer") == null ? null : answer(rs),
                history);
    }

    private static Answer answer(ResultSet rs) throws SQLException {
        LocalDate date = rs.getObject("document_date", LocalDate.class);
        String number = rs.getString("document_number");
        return new Answer(
                rs.getString("answer"),
                number == null ? "" : number,
                date == null ? "" : date.toString(),
                instant(rs, "answered_at"));
    }

    private static List<String> lines(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
