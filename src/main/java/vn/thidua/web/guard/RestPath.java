package vn.thidua.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where in the engine's REST interface a request goes, whichever of the two surfaces it came by: {@code /task/x/complete}
 * for {@code /engine-rest/task/x/complete}, {@code /engine-rest/engine/default/task/x/complete} and
 * {@code /camunda/api/engine/engine/default/task/x/complete}. The container has decoded and normalised it.
 */
record RestPath(String path) {

    private static final Pattern ENGINE = Pattern.compile("^(/camunda/api/engine|/engine-rest)(/engine/[^/]+)?");
    private static final Pattern FORM_VARIABLES =
            Pattern.compile("/(task/[^/]+/(complete|submit-form|resolve|bpmnError|bpmnEscalation)"
                    + "|process-definition/.+/(start|submit-form))");
    private static final Pattern VARIABLE_CHANGES =
            Pattern.compile("/(task|process-instance|execution)/[^/]+/(variables|localVariables)");
    private static final Pattern ONE_VARIABLE = Pattern.compile(VARIABLE_CHANGES.pattern() + "/[^/]+");
    private static final Pattern VARIABLE_UPLOAD = Pattern.compile(ONE_VARIABLE.pattern() + "/data");
    private static final Pattern ATTACHMENT = Pattern.compile("/task/[^/]+/attachment/create");
    private static final Pattern STORED = Pattern.compile("/(filter/[^/]+|deployment(/.*)?)");
    private static final Pattern WORK = Pattern.compile("/task/[^/]+/(claim|unclaim|assignee|complete|submit-form)"
            + "|/task/[^/]+/comment/create|/process-definition/.+/submit-form");
    private static final Pattern QUERY = Pattern.compile(
            "/(task|process-instance|execution|variable-instance|event-subscription|incident|job|job-definition)"
                    + "(/count)?|/filter/[^/]+/(list|singleResult|count)"
                    + "|/history/(task|process-instance|activity-instance|variable-instance|detail|incident|job-log"
                    + "|identity-link-log|user-operation|decision-instance)(/count)?");
    private static final Pattern SIGN_IN_AND_OUT =
            Pattern.compile("/camunda/api/admin/auth/user/[^/]+/(login/[^/]+|logout)");
    private static final Pattern OWN_PASSWORD = Pattern.compile("/user/[^/]+/credentials");
    private static final Pattern PLUGIN = Pattern.compile("/camunda/api/(tasklist|cockpit|admin|welcome)/plugin/.+");

    static RestPath of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String whole = request.getServletPath() + (info == null ? "" : info);
        String inside = ENGINE.matcher(whole).replaceFirst("");
        return new RestPath(
                inside.length() > 1 && inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside);
    }

    /** Top-level fields of the body that hold form variables, whose names are free. */
    Set<String> freeNames() {
        if (FORM_VARIABLES.matcher(path).matches()) {
            return Set.of("variables");
        }
        if (VARIABLE_CHANGES.matcher(path).matches()) {
            return Set.of("modifications");
        }
        return ONE_VARIABLE.matcher(path).matches() ? Set.of("value") : Set.of();
    }

    /**
     * Whether a change here is one that people make in their daily work; the engine still asks for their right to it. Queries
     * that carry their conditions in a body, and those of the web apps' plugins, change nothing.
     */
    boolean isEverybodys(String method) {
        return switch (method) {
            case "POST" ->
                Stream.of(WORK, QUERY, SIGN_IN_AND_OUT, PLUGIN)
                        .anyMatch(pattern -> pattern.matcher(path).matches());
            case "PUT" -> OWN_PASSWORD.matcher(path).matches();
            default -> false;
        };
    }

    /** Whether a form is submitted here. */
    boolean takesForm() {
        return FORM_VARIABLES.matcher(path).matches();
    }

    /** Whether a change here changes what the engine keeps and later evaluates: filters and deployments. */
    boolean isStored() {
        return STORED.matcher(path).matches();
    }

    boolean takesFiles() {
        return isPlugin()
                || VARIABLE_UPLOAD.matcher(path).matches()
                || ATTACHMENT.matcher(path).matches()
                || path.equals("/deployment/create");
    }

    boolean isPlugin() {
        return PLUGIN.matcher(path).matches();
    }

    boolean isLogin() {
        return path.startsWith("/camunda/api/admin/auth/user/");
    }
}
