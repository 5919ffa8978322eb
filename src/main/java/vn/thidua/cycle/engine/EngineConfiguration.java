package vn.thidua.cycle.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
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
    private final TimerGuard timerGuard;

    EngineConfiguration(TenantOfYear tenants, EarlyTimers earlyTimers, TimerGuard timerGuard) {
        this.tenants = tenants;
        this.earlyTimers = earlyTimers;
        this.timerGuard = timerGuard;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(tenants);
        engine.setFailedJobCommandFactory(earlyTimers);
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : listeners;
        listeners.add(timerGuard);
        engine.setCustomPostBPMNParseListeners(listeners);
        // Timers of a cut-off are found by an index on their due date, not by reading the whole job table.
        engine.setJobExecutorAcquireByDueDate(true);
        // A new year's process keeps the model it was started with; nobody may send scripts of their own.
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setConfigureScriptEngineHostAccess(true);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }
}
