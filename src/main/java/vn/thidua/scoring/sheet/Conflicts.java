package vn.thidua.scoring.sheet;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Officers who declared that they may not appraise a unit although their office does, and who does it instead. */
@Repository
public class Conflicts {
    private final JdbcClient jdbc;

    Conflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People with a conflict on a unit. */
    public Set<String> people(String yearId, String unit) {
        return jdbc
                .sql("SELECT person FROM score_conflict WHERE year_id = ? AND unit = ?")
                .params(yearId, unit)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
