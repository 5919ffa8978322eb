package vn.thidua.web.login;

import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives the engine our {@link ThrottledIdentityProvider} wherever it asks for its own. */
public final class IdentityProviderFactory implements SessionFactory {

    private final LoginThrottle throttle;

    public IdentityProviderFactory(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public Class<?> getSessionType() {
        return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new ThrottledIdentityProvider(throttle);
    }
}
