package vn.thidua.calendar;

import java.time.Instant;

/** The one clock: the database's in service, a virtual one in rehearsals and tests. Microseconds, never rounded up. */
public interface TimeSource {
    Instant now();
}
