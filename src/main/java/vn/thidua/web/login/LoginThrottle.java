package vn.thidua.web.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords per (address, account) and per address within a sliding window. Nothing is counted per account
 * alone: whoever could fill such a counter could lock every official out before a deadline. Counts are this node's own and
 * end with it.
 */
public final class LoginThrottle {

    private static final int REMEMBERED = 20_000;

    private final int perAccount;
    private final int perAddress;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public LoginThrottle(int perAccount, int perAddress, Duration window, InstantSource clock) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
        this.window = window;
        this.clock = clock;
    }

    /** How long this address still has to wait before it may try this account again; empty if it may try now. */
    public synchronized Optional<Duration> wait(String address, String account) {
        Duration forAccount = remaining(pair(address, account), perAccount);
        Duration forAddress = remaining(address, perAddress);
        Duration longer = forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    public synchronized void failed(String address, String account) {
        Instant now = clock.instant();
        failures.computeIfAbsent(pair(address, account), k -> new ArrayDeque<>())
                .addLast(now);
        failures.computeIfAbsent(address, k -> new ArrayDeque<>()).addLast(now);
    }

    /** A right password ends the count for the account, not that for the address: one known account must not buy guesses. */
    public synchronized void succeeded(String address, String account) {
        failures.remove(pair(address, account));
    }

    private Duration remaining(String key, int limit) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            failures.remove(key);
        }
        return times.size() < limit
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(window));
    }

    private static String pair(String address, String account) {
        return address + ' ' + account.strip().toLowerCase(Locale.ROOT);
    }
}
