package vn.thidua.cycle.steering;

import java.time.Instant;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.TooLate;
import vn.thidua.plan.Milestone;

/** The instants around which a date can be moved: before the old one and before the new one (rules.md, "A deadline can be moved"). */
final class MoveLimits {

    private MoveLimits() {}

    /** When a milestone's deadline is, or when it happens. */
    static Instant instant(Milestone m) {
        if (m.deadline() != null) {
            return m.deadline().limit();
        }
        return Vietnam.at(java.util.Objects.requireNonNull(m.at(), () -> m.code() + " has no instant"));
    }

    /** @throws TooLate where the milestone's instant has come; {@code which} says which of the two it is */
    static void requireAhead(TimeSource time, Milestone m, String which) {
        if (!time.now().isBefore(instant(m))) {
            throw new TooLate(which + " (" + Vietnam.words(instant(m))
                    + ") đã qua nên không dời được nữa. Đồng ý sau thời điểm đó không có hiệu lực.");
        }
    }
}
