package vn.thidua.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.web.login.Caller;

/**
 * Stands around every place where a password may be checked: it tells the engine's identity provider who is asking, lets no
 * refusal out faster than a fixed time, whoever's account it was, and says "wait" (429) where the throttle bit.
 */
public final class LoginFilter extends OncePerRequestFilter {

    private final Duration answerTime;

    public LoginFilter(Duration answerTime) {
        this.answerTime = answerTime;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        Caller caller = Caller.enter(request);
        try {
            chain.doFilter(request, new Held(response, caller, start));
            new Held(response, caller, start).holdIfRefused();
            Duration wait = caller.mustWait();
            if (wait != null && !response.isCommitted()) {
                sayWait(response, wait);
            }
        } finally {
            Caller.leave();
        }
    }

    private static void sayWait(HttpServletResponse response, Duration wait) throws IOException {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        Answers.refuse(
                response,
                429,
                "TooManyRequests",
                "Đã nhập sai mật khẩu quá nhiều lần từ máy này. Hãy thử lại sau " + minutes
                        + " phút, hoặc xin liên kết đặt lại mật khẩu.");
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    }

    /** Keeps a refusal back until the fixed time is over, and from being sent at all where "wait" has to be said instead. */
    private final class Held extends HttpServletResponseWrapper {
        private final Caller caller;
        private final long start;

        Held(HttpServletResponse response, Caller caller, long start) {
            super(response);
            this.caller = caller;
            this.start = start;
        }

        @Override
        public void sendError(int status) throws IOException {
            if (caller.mustWait() == null) {
                super.sendError(status);
            }
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (caller.mustWait() == null) {
                super.sendError(status, message);
            }
        }

        void holdIfRefused() {
            long left = answerTime.toNanos() - (System.nanoTime() - start);
            if (caller.refused() && left > 0) {
                try {
                    Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
