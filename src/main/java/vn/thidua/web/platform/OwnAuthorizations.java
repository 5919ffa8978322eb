package vn.thidua.web.platform;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * What the engine grants by itself when something comes into being, less the right of people to delete themselves: an
 * official's account ends with the plan of the year, not by a click.
 */
final class OwnAuthorizations extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        AuthorizationEntity own = new AuthorizationEntity(AUTH_TYPE_GRANT);
        own.setUserId(user.getId());
        own.setResource(Resources.USER);
        own.setResourceId(user.getId());
        own.addPermission(Permissions.READ);
        own.addPermission(Permissions.UPDATE);
        return new AuthorizationEntity[] {own};
    }
}
