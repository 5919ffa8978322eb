package vn.thidua.web.platform;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import vn.thidua.web.login.IdentityProviderFactory;
import vn.thidua.web.login.LoginThrottle;

/**
 * The engine's settings on which the safety of the two REST surfaces rests. They stand in code and not in a file of
 * properties, so that no installation runs without them.
 */
public final class PlatformEnginePlugin extends AbstractProcessEnginePlugin {

    /** Ids such as {@code tay-nam-bo-2024.VLG.EMULATION_OFFICER}; nothing that means something in a URL or a query. */
    static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    private final LoginThrottle throttle;

    public PlatformEnginePlugin(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setTenantCheckEnabled(true);
        engine.setIdentityProviderSessionFactory(new IdentityProviderFactory(throttle));
        engine.setResourceAuthorizationProvider(new OwnAuthorizations());
        // A candidate may do the task, not rewrite its variables, its due date or its assignee.
        engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        // The ready-made filters need expressions; those who may store filters are administrators (QueryGuardFilter).
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        // A refusal is an answer, not an incident; defects are logged once, with a number, where they are answered.
        engine.setEnableCmdExceptionLogging(false);
        // A submitted variable of type Object must not choose the class that is made of it.
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new PasswordRules());
    }
}
