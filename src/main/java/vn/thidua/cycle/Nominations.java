package vn.thidua.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nominations of a cluster year. */
@Repository
public class Nominations {
    /** How many nominees the nomination form has room for. */
    public static final int SLOTS = 3;

    private final JdbcClient jdbc;

    Nominations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records what a unit's nomination form proposes; numbers go on, so that a withdrawn nomination keeps its own. */
    List<Nomination> add(String yearId, String unit, Map<String, Object> answers) {
        int taken = jdbc.sql("SELECT count(*) FROM nomination WHERE year_id = ? AND unit = ?")
                .params(yearId, unit)
                .query(Integer.class)
                .single();
        List<Nomination> added = new ArrayList<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            String nominee = Answers.text(answers, "nominee" + slot + "Name");
            if (nominee.isBlank()) {
                continue;
            }
            boolean collective =
                    !Answers.text(answers, "nominee" + slot + "Kind").equals("individual");
            Nomination nomination = new Nomination(
                    unit + "-" + (taken + added.size() + 1),
                    yearId,
                    unit,
                    collective,
                    nominee,
                    Answers.text(answers, "nominee" + slot + "Award"),
                    Nomination.State.PROPOSED,
                    null);
            jdbc.sql(
                            "INSERT INTO nomination (id, year_id, unit, kind, nominee, award, state) VALUES (?, ?, ?, ?, ?, ?, 'PROPOSED')")
                    .params(
                            nomination.id(),
                            yearId,
                            unit,
                            collective ? "COLLECTIVE" : "INDIVIDUAL",
                            nominee,
                            nomination.award())
                    .update();
            added.add(nomination);
        }
        return added;
    }

    public Nomination get(String yearId, String id) {
        return jdbc.sql("SELECT * FROM nomination WHERE year_id = ? AND id = ?")
                .params(yearId, id)
                .query(Nominations::row)
                .single();
    }

    public List<Nomination> all(String yearId) {
        return jdbc.sql("SELECT * FROM nomination WHERE year_id = ? ORDER BY unit, id")
                .param(yearId)
                .query(Nominations::row)
                .list();
    }

    /** Those proposed and not yet voted on. */
    public List<Nomination> open(String yearId) {
        return all(yearId).stream()
                .filter(n -> n.state() == Nomination.State.PROPOSED)
                .toList();
    }

    void state(Nomination nomination, Nomination.State state, @Nullable String reason) {
        jdbc.sql("UPDATE nomination SET state = ?, reason = ? WHERE year_id = ? AND id = ?")
                .params(state.name(), reason, nomination.yearId(), nomination.id())
                .update();
    }

    void votes(Nomination nomination, int votes, int present) {
        jdbc.sql("UPDATE nomination SET votes = ?, present = ? WHERE year_id = ? AND id = ?")
                .params(votes, present, nomination.yearId(), nomination.id())
                .update();
    }

    private static Nomination row(ResultSet rs, int n) throws SQLException {
        return new Nomination(
                rs.getString("id"),
                rs.getString("year_id"),
                rs.getString("unit"),
                rs.getString("kind").equals("COLLECTIVE"),
                rs.getString("nominee"),
                rs.getString("award"),
                Nomination.State.valueOf(rs.getString("state")),
                rs.getString("reason"));
    }
}
