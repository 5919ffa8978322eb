package vn.thidua.web.platform;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** What a password has to be, wherever it is set: the engine refuses others. Length is what counts. */
public final class PasswordRules implements PasswordPolicy {

    public static final int SHORTEST = 10;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyLengthRuleImpl(SHORTEST));
    }
}
