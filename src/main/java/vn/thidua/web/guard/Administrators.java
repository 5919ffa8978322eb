package vn.thidua.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;

/** Tells whether a request comes from a member of {@code camunda-admin}, asking the engine each time. */
public final class Administrators {

    /** Request attribute in which {@link BasicAuthenticationFilter} leaves the user it let in. */
    static final String USER = Administrators.class.getName() + ".user";

    private final ProcessEngine engine;

    public Administrators(ProcessEngine engine) {
        this.engine = engine;
    }

    boolean include(HttpServletRequest request) {
        String user = userOf(request);
        return user != null && isMember(user);
    }

    private boolean isMember(String user) {
        IdentityService identity = engine.getIdentityService();
        var current = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return identity.createUserQuery()
                            .userId(user)
                            .memberOfGroup(Groups.CAMUNDA_ADMIN)
                            .count()
                    > 0;
        } finally {
            identity.setAuthentication(current);
        }
    }

    private @Nullable String userOf(HttpServletRequest request) {
        if (request.getAttribute(USER) instanceof String user) {
            return user;
        }
        return SignedIn.user(engine, request);
    }
}
