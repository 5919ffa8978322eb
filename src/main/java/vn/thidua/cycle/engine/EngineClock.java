package vn.thidua.cycle.engine;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;

/**
 * Keeps the engine's clock at the database's, so that a node whose own clock is wrong neither fires timers early nor late
 * (deadlines.md, "What the job executor does").
 */
@Component
@ConditionalOnProperty(name = "thidua.clock.follow-database", havingValue = "true", matchIfMissing = true)
public class EngineClock {
    private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);

    private final TimeSource time;

    EngineClock(TimeSource time) {
        this.time = time;
    }

    /** Measures the offset half way between asking and answering; a database that is away leaves the last one in force. */
    @Scheduled(fixedDelayString = "${thidua.clock.measure-every:30s}")
    public void follow() {
        try {
            Instant before = Instant.now();
            Instant database = time.now();
            Instant middle = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
            ClockUtil.offset(Duration.between(middle, database).toMillis());
        } catch (RuntimeException e) {
            LOG.warn("The database's clock could not be read: {}", e.getMessage());
        }
    }
}
