package vn.thidua.rehearsal.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Virtual time for a database of a rehearsal or a test: replaces {@code thidua_now()} by a row that is set, and sets the
 * engine's clock, which is the whole JVM's, to the same instant. The server refuses to start on a database so treated.
 */
public final class VirtualClock {
    private static final String REAL =
            "CREATE OR REPLACE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()'";

    private final JdbcClient jdbc;

    public VirtualClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here on time stands still until it is {@link #set}. */
    public void install(Instant start) {
        jdbc.sql("CREATE TABLE IF NOT EXISTS virtual_clock (now timestamptz(6) NOT NULL)")
                .update();
        jdbc.sql("DELETE FROM virtual_clock").update();
        jdbc.sql("INSERT INTO virtual_clock VALUES (?)")
                .param(start.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("CREATE OR REPLACE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql VOLATILE "
                        + "AS 'SELECT now FROM virtual_clock'")
                .update();
        set(start);
    }

    public void set(Instant instant) {
        jdbc.sql("UPDATE virtual_clock SET now = ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .update();
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public Instant now() {
        return jdbc.sql("SELECT thidua_now()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Puts the database's own clock back; what was made stays. */
    public void restore() {
        jdbc.sql(REAL).update();
        jdbc.sql("DROP TABLE IF EXISTS virtual_clock").update();
        ClockUtil.reset();
    }
}
