package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.thidua.web.login.LoginThrottle;

class LoginThrottleTest {

    private Instant now = Instant.parse("2024-11-25T05:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(3, 5, Duration.ofMinutes(15), () -> now);

    @Test
    void locksAPairAndLetsItGoByItself() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.wait("1.1.1.1", "vlg.cv")).isEmpty();
            throttle.failed("1.1.1.1", "vlg.cv");
        }
        assertThat(throttle.wait("1.1.1.1", "VLG.cv ")).contains(Duration.ofMinutes(15));
        assertThat(throttle.wait("2.2.2.2", "vlg.cv"))
                .as("the official's own address")
                .isEmpty();
        assertThat(throttle.wait("1.1.1.1", "bct.cv")).isEmpty();

        now = now.plus(Duration.ofMinutes(15));
        assertThat(throttle.wait("1.1.1.1", "vlg.cv")).isEmpty();
    }

    @Test
    void locksAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("1.1.1.1", "user" + i);
        }
        assertThat(throttle.wait("1.1.1.1", "another")).isPresent();
        throttle.succeeded("1.1.1.1", "user1");
        assertThat(throttle.wait("1.1.1.1", "another"))
                .as("one known account buys no guesses")
                .isPresent();
    }

    @Test
    void aRightPasswordEndsThePairsCount() {
        throttle.failed("1.1.1.1", "vlg.cv");
        throttle.failed("1.1.1.1", "vlg.cv");
        throttle.succeeded("1.1.1.1", "vlg.cv");
        throttle.failed("1.1.1.1", "vlg.cv");
        assertThat(throttle.wait("1.1.1.1", "vlg.cv")).isEmpty();
    }
}
