package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.steering.Administrators;

/** Members of the engine's administrators' group. */
@Component
class EngineAdministrators implements Administrators {
    private final IdentityService identity;

    EngineAdministrators(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean is(String person) {
        return identity.createUserQuery()
                        .userId(person)
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                > 0;
    }
}
