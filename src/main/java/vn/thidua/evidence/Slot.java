package vn.thidua.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.Circumstances.Demand;

/**
 * One thing that a duty asks files for: a document, a line of the criteria table.
 *
 * @param code unique within the duty, e.g. {@code plan} or {@code 1.1}
 * @param group what slots are shown under, or empty
 * @param required without a file for it the duty is not delivered
 * @param mayDecline the unit may answer "không bổ sung" instead
 * @param demand what the plan demands of its files
 * @param cutoff a document must have been issued and signed before it; null where the duty knows none
 */
public record Slot(
        String code,
        String title,
        String group,
        boolean required,
        boolean mayDecline,
        Demand demand,
        @Nullable Instant cutoff) {}
