package vn.thidua.scoring.brief;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit pledged, as its receipt in force keeps it, and what came of it.
 *
 * @param receipt number of the receipt
 * @param signed the day of the signature, in words, or empty
 */
public record Pledge(
        String receipt, Instant receivedAt, boolean inTime, String signer, String signed, List<Target> targets) {

    /**
     * @param number from 1, as in the pledge
     * @param value pledged, as shown
     * @param measure the unit of measurement
     */
    public record Target(
            int number,
            String name,
            String value,
            String measure,
            @Nullable Outcome outcome) {}

    /** @param value null where it was taken back */
    public record Outcome(long id, @Nullable BigDecimal value, String remark, String by, Instant at) {}

    /** Targets whose result nobody has entered. */
    public List<Target> open() {
        return targets.stream()
                .filter(target -> target.outcome() == null || target.outcome().value() == null)
                .toList();
    }
}
