package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * What {@code application.yaml} cannot say about the engine. It waits for our own migrations, so that whatever runs while
 * the engine is built finds our tables.
 */
@Component
@DependsOnDatabaseInitialization
public class EngineConfiguration extends AbstractProcessEnginePlugin {
    private final TenantOfYear tenants;
    private final EarlyTimers earlyTimers;

    EngineConfiguration(TenantOfYear tenants, EarlyTimers earlyTimers) {
        this.tenants = tenants;
        this.earlyTimers = earlyTimers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(tenants);
        engine.setFailedJobCommandFactory(earlyTimers);
        // Timers of a cut-off are found by an index on their due date, not by reading the whole job table.
        engine.setJobExecutorAcquireByDueDate(true);
        // A new year's process keeps the model it was started with; nobody may send scripts of their own.
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setConfigureScriptEngineHostAccess(true);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }
}
