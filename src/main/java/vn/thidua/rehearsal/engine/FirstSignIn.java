package vn.thidua.rehearsal.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Gives the sample people of a try-out the passwords that stand in its file. */
@Component
public class FirstSignIn {
    private final IdentityService identity;

    FirstSignIn(IdentityService identity) {
        this.identity = identity;
    }

    public void password(String userId, String password) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        if (user != null) {
            user.setPassword(password);
            identity.saveUser(user);
        }
    }
}
