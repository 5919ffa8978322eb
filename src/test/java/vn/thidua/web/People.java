package vn.thidua.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;

/** People and tasks for the tests, made in the engine itself. */
final class People {

    static final String PASSWORD = "mat-khau-thu-nghiem";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private final ProcessEngine engine;

    People(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A new person in new or existing groups; the id. */
    String person(String name, String... groups) {
        String id = name + COUNT.incrementAndGet();
        User user = engine.getIdentityService().newUser(id);
        user.setFirstName("Nguyễn Thị");
        user.setLastName("Thử " + COUNT.get());
        user.setEmail(id + "@example.vn");
        user.setPassword(PASSWORD);
        engine.getIdentityService().saveUser(user);
        for (String group : groups) {
            join(id, group);
        }
        return id;
    }

    private void join(String id, String group) {
        if (engine.getIdentityService().createGroupQuery().groupId(group).count() == 0) {
            Group created = engine.getIdentityService().newGroup(group);
            created.setName("Nhóm " + group);
            created.setType("WORKFLOW");
            engine.getIdentityService().saveGroup(created);
        }
        engine.getIdentityService().createMembership(id, group);
    }

    /** Lets a group watch in Cockpit, as the year that brings a standing agency does. */
    void supervises(String group) {
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                "webTest",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    /** A task for the group, due then (Vietnamese time). */
    Task task(String group, LocalDateTime due) {
        Date date = Date.from(due.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("webTest", Map.of("group", group, "due", date))
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }
}
