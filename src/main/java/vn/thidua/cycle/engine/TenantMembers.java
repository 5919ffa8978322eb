package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.reading.YearMembers;

/** A cluster year is a tenant; its people are the tenant's members. */
@Component
class TenantMembers implements YearMembers {
    private final IdentityService identity;

    TenantMembers(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean include(String yearId, String person) {
        return identity.createTenantQuery().tenantId(yearId).userMember(person).count() > 0;
    }
}
