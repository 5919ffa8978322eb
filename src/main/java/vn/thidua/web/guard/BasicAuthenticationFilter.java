package vn.thidua.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.web.login.Caller;

/**
 * {@code /engine-rest} answers the engine's users only, by HTTP Basic, with their groups, tenants and authorisations; stock,
 * it answers anybody as an administrator. What another site makes a browser send is refused, since a browser keeps Basic
 * credentials and nothing else tells such a request from an honest one.
 */
public final class BasicAuthenticationFilter extends OncePerRequestFilter {

    private final ProcessEngine engine;

    public BasicAuthenticationFilter(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Answers.isCrossSite(request)) {
            Answers.refuse(response, 403, "Refused", "Yêu cầu đến từ một trang khác nên bị từ chối.");
            return;
        }
        Credentials credentials = Credentials.of(request.getHeader("Authorization"));
        IdentityService identity = engine.getIdentityService();
        if (credentials == null || !identity.checkPassword(credentials.user(), credentials.password())) {
            challenge(response);
            return;
        }
        String user = storedId(credentials.user());
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        request.setAttribute(Administrators.USER, user);
        identity.setAuthentication(user, groups, tenants);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private String storedId(String typed) {
        return engine.getIdentityService()
                .createUserQuery()
                .userId(typed)
                .singleResult()
                .getId();
    }

    private static void challenge(HttpServletResponse response) throws IOException {
        Caller caller = Caller.current();
        if (caller != null && caller.mustWait() != null) {
            return; // LoginFilter says how long
        }
        Answers.refuse(response, 401, "Unauthorized", "Hãy đăng nhập bằng tài khoản của hệ thống (HTTP Basic).");
        response.setHeader("WWW-Authenticate", "Basic realm=\"Thi dua\", charset=\"UTF-8\"");
    }

    record Credentials(String user, String password) {

        static @Nullable Credentials of(@Nullable String header) {
            if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
                return null;
            }
            try {
                String decoded = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = decoded.indexOf(':');
                return colon < 1 ? null : new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
