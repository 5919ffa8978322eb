package vn.thidua.web.platform;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;

/**
 * Who may open what of the platform, whatever the year: everybody Tasklist and the diagrams, administrators everything. What
 * a standing agency may watch comes with its years, rights to single tasks with the tasks (their candidate groups). Granting
 * again changes nothing.
 */
public class PlatformAuthorizations {

    private final AuthorizationService authorizations;
    private final IdentityService identity;

    public PlatformAuthorizations(AuthorizationService authorizations, IdentityService identity) {
        this.authorizations = authorizations;
        this.identity = identity;
    }

    /** Brings the base authorisations about: for everybody and for administrators. */
    public void grantBase() {
        grantEverybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        // The definition's name on the card of a task and its diagram; no instance and no start comes with it.
        grantEverybody(Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grantAdministrators();
        takeBackAccounts();
    }

    /** Accounts made by an older release had every right to themselves, deleting included. */
    private void takeBackAccounts() {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .resourceType(Resources.USER)
                .hasPermission(Permissions.DELETE)
                .list()
                .stream()
                .filter(own -> own.getUserId() != null && own.getUserId().equals(own.getResourceId()))
                .forEach(own -> {
                    own.setPermissions(new Permission[] {Permissions.READ, Permissions.UPDATE});
                    authorizations.saveAuthorization(own);
                });
    }

    private void grantAdministrators() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Quản trị viên hệ thống");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
        for (Resource resource : Resources.values()) {
            grant(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
    }

    void grantEverybody(Resource resource, String id, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization wanted = existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL) : existing;
        wanted.setResource(resource);
        wanted.setResourceId(id);
        save(wanted, existing == null, permissions);
    }

    private void grant(String groupId, Resource resource, String id, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(groupId)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization wanted = existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
        wanted.setGroupId(groupId);
        wanted.setResource(resource);
        wanted.setResourceId(id);
        save(wanted, existing == null, permissions);
    }

    private void save(Authorization authorization, boolean isNew, Permission... permissions) {
        if (isNew || !Arrays.stream(permissions).allMatch(authorization::isPermissionGranted)) {
            Arrays.stream(permissions).forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }
}
