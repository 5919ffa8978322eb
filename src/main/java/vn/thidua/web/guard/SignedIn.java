package vn.thidua.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;

/** Who signed in to the web apps in the session of a request. */
public final class SignedIn {
    private static final String TASKLIST = "/camunda/app/tasklist/default/?quay-lai=";

    private SignedIn() {}

    /** The user's id; {@code null} where nobody is signed in. */
    public static @Nullable String user(ProcessEngine engine, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Authentication authentication =
                AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        return authentication == null ? null : authentication.getIdentityId();
    }

    /** Where people sign in who asked for one of our pages without; they are brought back to it (return-1.js). */
    public static URI first(HttpServletRequest request) {
        return URI.create(TASKLIST + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
    }
}
