package vn.thidua.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of the request that the current thread serves, and what became of the password that came with
 * it. The engine checks passwords deep inside; this carries the address in and the refusal out.
 */
public final class Caller {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private final String address;
    private @Nullable Duration mustWait;
    private boolean refused;

    private Caller(String address) {
        this.address = address;
    }

    public static Caller enter(HttpServletRequest request) {
        Caller caller = new Caller(addressOf(request));
        CURRENT.set(caller);
        return caller;
    }

    /** The caller of the current request; null where there is none (the start, a job, a test of a service). */
    public static @Nullable Caller current() {
        return CURRENT.get();
    }

    public static void leave() {
        CURRENT.remove();
    }

    /** The address; of IPv6 only the first 64 bits, since whoever has one address there has all of them. */
    public static String addressOf(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        try {
            // A literal address: no name is looked up.
            if (remote.contains(":") && InetAddress.getByName(remote) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "/64";
            }
        } catch (UnknownHostException e) {
            return remote;
        }
        return remote;
    }

    public String address() {
        return address;
    }

    void refuse() {
        refused = true;
    }

    void mustWait(Duration duration) {
        refused = true;
        mustWait = duration;
    }

    /** Whether a password was found wrong, or not even looked at, during this request. */
    public boolean refused() {
        return refused;
    }

    /** How long this caller has to wait before a password is looked at again; null if the throttle did not bite. */
    public @Nullable Duration mustWait() {
        return mustWait;
    }
}
