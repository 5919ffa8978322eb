package vn.thidua.web.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers who asks for a new link. It does so on its own thread, so that neither the answer nor its time tells whether the
 * account exists; and seldom enough that nobody's mailbox can be flooded.
 */
final class PasswordRequests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordRequests.class);
    private static final String ANYWHERE = "*";
    private static final String CONTACT = "quản trị viên hệ thống của đơn vị";

    private final PasswordLinks links;
    private final IdentityService identity;
    private final LoginThrottle perAccount =
            new LoginThrottle(3, Integer.MAX_VALUE, Duration.ofHours(1), InstantSource.system());
    private final ExecutorService worker = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(200),
            task -> {
                Thread thread = new Thread(task, "password-requests");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    PasswordRequests(PasswordLinks links, IdentityService identity) {
        this.links = links;
        this.identity = identity;
    }

    /** @param who an account's name or address, as typed */
    void request(String who) {
        worker.execute(() -> {
            try {
                send(who.strip());
            } catch (RuntimeException e) {
                LOG.error("A link to set a password could not be sent", e);
            }
        });
    }

    private void send(String who) {
        Stream<User> byId = identity.createUserQuery().userId(who).list().stream();
        Stream<User> byMail = identity.createUserQuery().userEmail(who).list().stream();
        Stream.concat(byId, byMail)
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
                .map(User::getId)
                .distinct()
                .filter(id -> perAccount.wait(ANYWHERE, id).isEmpty())
                .forEach(id -> {
                    perAccount.failed(ANYWHERE, id);
                    links.send(id, PasswordLinks.NO_YEAR, CONTACT);
                });
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
