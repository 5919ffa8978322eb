package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every process of a running year belongs to that cluster year's tenant; the definitions are shared. */
@Component
class TenantOfYear implements TenantIdProvider {
    /** Given at the start of the year's process only. */
    static final String YEAR = "clusterYear";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        DelegateExecution superExecution = context.getSuperExecution();
        if (superExecution != null) {
            return superExecution.getTenantId();
        }
        Object yearId =
                context.getVariables() == null ? null : context.getVariables().get(YEAR);
        return yearId == null ? null : yearId.toString();
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
