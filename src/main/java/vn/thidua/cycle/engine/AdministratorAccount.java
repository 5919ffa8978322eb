package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one administrator {@code admin}, made before anything is served while there is no administrator yet, with the
 * password of {@code thidua.admin.password}; later only the password kept in the database counts. Without a password
 * nobody is made (rehearsals, tests; whether a real server may start so was asked before).
 */
@Component
public class AdministratorAccount extends AbstractProcessEnginePlugin {

    private static final String ID = "admin";

    private final String password;

    public AdministratorAccount(@Value("${thidua.admin.password:}") String password) {
        this.password = password;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        IdentityService identity = engine.getIdentityService();
        if (password.isBlank()
                || identity.createUserQuery()
                                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                                .count()
                        > 0) {
            return;
        }
        createGroup(identity);
        allowEverything(engine.getAuthorizationService());
        createUser(identity);
        identity.createMembership(ID, Groups.CAMUNDA_ADMIN);
    }

    private static void createGroup(IdentityService identity) {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Quản trị hệ thống");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
    }

    private static void allowEverything(AuthorizationService authorizations) {
        for (Resource resource : Resources.values()) {
            if (authorizations
                            .createAuthorizationQuery()
                            .groupIdIn(Groups.CAMUNDA_ADMIN)
                            .resourceType(resource)
                            .resourceId(Authorization.ANY)
                            .count()
                    == 0) {
                Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                all.setGroupId(Groups.CAMUNDA_ADMIN);
                all.setResource(resource);
                all.setResourceId(Authorization.ANY);
                all.addPermission(Permissions.ALL);
                authorizations.saveAuthorization(all);
            }
        }
    }

    private void createUser(IdentityService identity) {
        User admin = identity.createUserQuery().userId(ID).singleResult();
        if (admin == null) {
            admin = identity.newUser(ID);
            admin.setFirstName("Quản trị");
            admin.setLastName("hệ thống");
        }
        admin.setPassword(password);
        identity.saveUser(admin);
    }
}
