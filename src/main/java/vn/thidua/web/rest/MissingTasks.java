package vn.thidua.web.rest;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Rights to a task end with it. Whoever is overtaken between the engine's finding the task and its asking for the right is
 * told that the right is missing, when it is the task that is.
 */
final class MissingTasks {

    private MissingTasks() {}

    /** Whether a right is missing only because its task is gone. */
    static boolean explain(AuthorizationException forbidden) {
        return forbidden.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .anyMatch(missing -> missing.getResourceId() != null && isGone(missing.getResourceId()));
    }

    private static boolean isGone(String task) {
        ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
        IdentityService identity = engine.getIdentityService();
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return engine.getTaskService().createTaskQuery().taskId(task).count() == 0;
        } finally {
            identity.setAuthentication(person);
        }
    }
}
