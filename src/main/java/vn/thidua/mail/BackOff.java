package vn.thidua.mail;

import java.time.Duration;
import java.util.List;

/** When a mail that could not go out is tried again; after about four days a clerk decides. */
final class BackOff {

    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final int ATTEMPTS = 100;

    private BackOff() {}

    static Duration after(int attempts) {
        return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
    }

    static boolean givesUpAfter(int attempts) {
        return attempts >= ATTEMPTS;
    }
}
