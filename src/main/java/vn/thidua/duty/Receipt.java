package vn.thidua.duty;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proof that an answer was stored, and when by the database's clock.
 *
 * @param receivedAt to the microsecond, never rounded up
 * @param measuredAgainst the deadline in force at that moment
 */
public record Receipt(
        String number,
        long dutyId,
        Instant receivedAt,
        Instant measuredAgainst,
        boolean inTime,
        boolean declined,
        String by,
        Map<String, Object> answers,
        @Nullable String settled,
        @Nullable Instant settledAt,
        @Nullable String settledReason) {

    /** Neither returned nor withdrawn. */
    public boolean counts() {
        return settled == null || settled.equals("ACCEPTED");
    }
}
