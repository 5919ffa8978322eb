package vn.thidua.plan;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a duty opens: at an instant, or after a milestone (after an event: at its end or its instant; after a duty: at its
 * deadline, or as soon as the unit has handed in). Both set: after that milestone, at the latest {@code at}.
 */
public record Opening(@Nullable LocalDateTime at, @Nullable DutyCode after) {
    public Opening {
        if (at == null && after == null) {
            throw new IllegalArgumentException("an opening needs an instant or a milestone");
        }
    }
}
