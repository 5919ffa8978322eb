package vn.thidua.year;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;

/** Cluster years and their plan versions. A plan version never changes, so its parsed form is kept. */
@Repository
public class YearStore {
    /** The fact that a closed year leaves: what stayed overdue. */
    public static final String CLOSING_RECORD = "closing-record";

    private final JdbcClient jdbc;
    private final Json json;
    private final Map<String, Plan> parsed = new ConcurrentHashMap<>();

    public YearStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Asked all the time, so the plan's text is read only where its parsed form is not there yet. */
    public Optional<ClusterYear> find(String yearId) {
        return jdbc.sql("""
                        SELECT y.id, y.name, y.status, y.plan_version, p.xmin::text AS written_by FROM cluster_year y
                        JOIN plan_version p ON p.year_id = y.id AND p.version = y.plan_version WHERE y.id = ?""")
                .param(yearId)
                .query((rs, n) -> new ClusterYear(
                        rs.getString("id"),
                        rs.getString("name"),
                        ClusterYear.Status.valueOf(rs.getString("status")),
                        rs.getInt("plan_version"),
                        plan(rs.getString("id"), rs.getInt("plan_version"), rs.getString("written_by"))))
                .optional();
    }

    /** @throws IllegalArgumentException where there is no such year */
    public ClusterYear get(String yearId) {
        return find(yearId).orElseThrow(() -> new IllegalArgumentException("no cluster year " + yearId));
    }

    public Plan plan(String yearId) {
        return get(yearId).plan();
    }

    /**
     * The plan in force with those beside its people whom only earlier versions name, as they were then: what somebody did keeps a name
     * when they have left. For names alone; who may do what is said by {@link #plan}.
     */
    public Plan planWithFormerPeople(String yearId) {
        Plan plan = plan(yearId);
        Map<String, Person> people = new LinkedHashMap<>();
        plan.people().forEach(person -> people.put(person.id(), person));
        jdbc.sql("SELECT version, xmin::text AS written_by FROM plan_version WHERE year_id = ? ORDER BY version DESC")
                .param(yearId)
                .query((rs, n) -> plan(yearId, rs.getInt("version"), rs.getString("written_by")))
                .list()
                .forEach(earlier -> earlier.people().forEach(person -> people.putIfAbsent(person.id(), person)));
        return people.size() == plan.people().size() ? plan : plan.withPeople(List.copyOf(people.values()));
    }

    public String planText(String yearId) {
        return jdbc.sql("""
                        SELECT p.yaml FROM plan_version p JOIN cluster_year y ON p.year_id = y.id AND p.version = y.plan_version
                        WHERE y.id = ?""").param(yearId).query(String.class).single();
    }

    public List<String> ids() {
        return jdbc.sql("SELECT id FROM cluster_year ORDER BY started_at, id")
                .query(String.class)
                .list();
    }

    public List<String> running() {
        return jdbc.sql("SELECT id FROM cluster_year WHERE status = 'RUNNING' ORDER BY started_at, id")
                .query(String.class)
                .list();
    }

    public void add(String yearId, String name, String yaml, String by) {
        jdbc.sql("INSERT INTO cluster_year (id, name, status, plan_version, started_by) VALUES (?, ?, 'RUNNING', 1, ?)")
                .params(yearId, name, by)
                .update();
        addVersion(yearId, 1, yaml, by);
    }

    /** Makes a corrected plan the one in force; the older versions stay readable. */
    public void replacePlan(String yearId, String yaml, String by) {
        int version = jdbc.sql(
                        "UPDATE cluster_year SET plan_version = plan_version + 1 WHERE id = ? RETURNING plan_version")
                .param(yearId)
                .query(Integer.class)
                .single();
        addVersion(yearId, version, yaml, by);
    }

    private void addVersion(String yearId, int version, String yaml, String by) {
        jdbc.sql("INSERT INTO plan_version (year_id, version, yaml, uploaded_by) VALUES (?, ?, ?, ?)")
                .params(yearId, version, yaml, by)
                .update();
    }

    public void end(String yearId, ClusterYear.Status status, @Nullable String reason) {
        jdbc.sql("UPDATE cluster_year SET status = ?, ended_at = thidua_now(), end_reason = ? WHERE id = ?")
                .params(status.name(), reason, yearId)
                .update();
    }

    public void putFact(String yearId, String name, Map<String, Object> value) {
        jdbc.sql("""
                        INSERT INTO year_fact (year_id, name, value) VALUES (?, ?, ?::jsonb)
                        ON CONFLICT (year_id, name) DO UPDATE SET value = excluded.value, at = thidua_now()""").params(yearId, name, json.write(value)).update();
    }

    public Optional<Map<String, Object>> fact(String yearId, String name) {
        return jdbc.sql("SELECT value FROM year_fact WHERE year_id = ? AND name = ?")
                .params(yearId, name)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, new TypeReference<>() {}));
    }

    /** The transaction that wrote a version belongs to its name: one rolled back may have used the same number. */
    private Plan plan(String yearId, int version, String writtenBy) {
        return parsed.computeIfAbsent(yearId + "/" + version + "/" + writtenBy, key -> parse(yearId, version));
    }

    private Plan parse(String yearId, int version) {
        String text = jdbc.sql("SELECT yaml FROM plan_version WHERE year_id = ? AND version = ?")
                .params(yearId, version)
                .query(String.class)
                .single();
        Plan plan = PlanReader.read(text).plan();
        if (plan == null) {
            throw new IllegalStateException("the stored plan of " + yearId + " cannot be read");
        }
        return plan;
    }
}
