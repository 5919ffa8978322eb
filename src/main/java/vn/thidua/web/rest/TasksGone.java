package vn.thidua.web.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

/**
 * Whoever is overtaken on a task makes the engine stumble over whatever is missing first: the task, its rights, its execution
 * (a null pointer), its instance. What they have in common is that the task is gone.
 */
final class TasksGone {

    private static final Pattern TASK = Pattern.compile("(?:engine/[^/]+/)?task/([^/]+)/.+");

    private TasksGone() {}

    /** Whether the request was about a task, and there is no such task any more. */
    static boolean isGone(String path) {
        Matcher task = TASK.matcher(path);
        return task.matches() && isMissing(task.group(1));
    }

    private static boolean isMissing(String task) {
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
