package vn.thidua.cycle.steering;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.year.Json;

/** What a steering process is about, kept out of its variables, which anyone who holds its task could forge. */
@Repository
public class SteeringCases {
    private final JdbcClient jdbc;
    private final Json json;

    SteeringCases(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param content texts by name; one that was never given reads as empty */
    public record SteeringCase(String processId, String by, Map<String, String> content) {
        public String text(String name) {
            return content.getOrDefault(name, "");
        }

        /** Of a field with several values; none where nothing was chosen. */
        public List<String> list(String name) {
            return text(name).isEmpty() ? List.of() : List.of(text(name).split("\n"));
        }

        public boolean is(String name, String value) {
            return text(name).equals(value);
        }

        /** What was last answered in a form, by its field; who answered is not among it. */
        public Map<String, String> answers(String form) {
            return content.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(form + "."))
                    .filter(e ->
                            !e.getKey().equals(form + ".by") && !e.getValue().isEmpty())
                    .collect(Collectors.toMap(e -> e.getKey().substring(form.length() + 1), Map.Entry::getValue));
        }
    }

    public void open(String processId, String kind, String by) {
        jdbc.sql("INSERT INTO steering_case (process_id, kind, by_whom) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(processId, kind, by)
                .update();
    }

    public SteeringCase get(String processId) {
        return jdbc.sql("SELECT * FROM steering_case WHERE process_id = ?")
                .param(processId)
                .query((rs, n) -> new SteeringCase(
                        rs.getString("process_id"),
                        rs.getString("by_whom"),
                        json.read(rs.getString("content"), new TypeReference<Map<String, String>>() {})))
                .single();
    }

    public void put(String processId, Map<String, String> more) {
        jdbc.sql("UPDATE steering_case SET content = content || ?::jsonb WHERE process_id = ?")
                .params(json.write(more), processId)
                .update();
    }
}
