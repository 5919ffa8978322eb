package vn.thidua.web.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Who may work on a task takes it for nobody but themselves, and may put back what they or a colleague took: a task must not
 * be stuck with someone who is ill on the last day. The engine would let one take it for a stranger, who then could read it,
 * and would not let one put it back without the right to change everything about it. Administrators are left to the engine.
 */
@Provider
public final class OwnTasks implements ContainerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACTION = Pattern.compile("(?:engine/[^/]+/)?task/([^/]+)/(claim|unclaim|assignee)/?");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Matcher action = ACTION.matcher(request.getUriInfo().getPath());
        if (!request.getMethod().equals("POST") || !action.matches()) {
            return;
        }
        ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        String task = action.group(1);
        if (person == null || person.getUserId() == null || isAdministrator(person)) {
            return;
        }
        String what = action.group(2);
        if (what.equals("claim")) {
            engine.getTaskService().claim(task, person.getUserId());
        } else if ((what.equals("unclaim") || namesNobody(request)) && mayWorkOn(task, person, engine)) {
            putBack(task, engine);
        } else {
            return; // the engine refuses
        }
        request.abortWith(Response.noContent().build());
    }

    /** Tasklist puts a colleague's task back by naming nobody as its assignee. */
    private static boolean namesNobody(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return body.length > 0 && !JSON.readTree(body).hasNonNull("userId");
    }

    private static boolean isAdministrator(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }

    private static boolean mayWorkOn(String task, Authentication person, ProcessEngine engine) {
        return engine.getAuthorizationService()
                .isUserAuthorized(
                        person.getUserId(), person.getGroupIds(), Permissions.TASK_WORK, Resources.TASK, task);
    }

    private static void putBack(String task, ProcessEngine engine) {
        IdentityService identity = engine.getIdentityService();
        @Nullable Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            engine.getTaskService().setAssignee(task, null);
        } finally {
            identity.setAuthentication(person);
        }
    }
}
