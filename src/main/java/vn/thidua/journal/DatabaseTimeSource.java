package vn.thidua.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;

/** The database's clock: whatever a node's own clock says, all nodes agree on this one. */
@Component
public class DatabaseTimeSource implements TimeSource {

    private final JdbcTemplate jdbc;

    public DatabaseTimeSource(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT thidua_now()", OffsetDateTime.class))
                .toInstant();
    }
}
