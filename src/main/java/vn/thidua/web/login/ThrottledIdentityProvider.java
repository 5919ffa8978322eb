package vn.thidua.web.login;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's users, without its lock-out: ten wrong passwords would lock an account for good, for anybody who cares to
 * type them. Guessing is throttled by {@link LoginThrottle} instead, and an unknown user costs as much as a known one.
 * Every password check of the platform passes here: the web apps, HTTP Basic, {@code /identity/verify}.
 */
public class ThrottledIdentityProvider extends DbIdentityServiceProvider {

    private static final String NO_SALT = "AAAAAAAAAAAAAAAAAAAAAA==";

    private final LoginThrottle throttle;

    public ThrottledIdentityProvider(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        if (userId == null || password == null) {
            return false;
        }
        Caller caller = Caller.current();
        if (caller == null) {
            return matches(userId, password);
        }
        Optional<Duration> wait = throttle.wait(caller.address(), userId);
        if (wait.isPresent()) {
            caller.mustWait(wait.get());
            return false;
        }
        if (matches(userId, password)) {
            throttle.succeeded(caller.address(), userId);
            return true;
        }
        throttle.failed(caller.address(), userId);
        caller.refuse();
        return false;
    }

    private boolean matches(String userId, String password) {
        UserEntity user = findUserById(userId);
        if (user == null || user.getPassword() == null) {
            hashAnyway(password);
            return false;
        }
        return matchPassword(password, user);
    }

    private static void hashAnyway(String password) {
        Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password + NO_SALT);
    }
}
