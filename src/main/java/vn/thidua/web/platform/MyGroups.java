package vn.thidua.web.platform;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;

/** What the stored filters ask for by the name {@code myGroups}: the groups of whoever looks at the task list. */
public class MyGroups {

    private static final List<String> NONE = List.of("-");

    /** The groups, or one that nobody has: a query for no group at all is an error to the engine. */
    public List<String> orNone() {
        var command = Context.getCommandContext();
        List<String> groups = command == null ? null : command.getAuthenticatedGroupIds();
        return groups == null || groups.isEmpty() ? NONE : groups;
    }
}
