package vn.thidua.cycle.engine;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Without a web server nobody can set a password: new people get one that nobody knows, and no mail. */
@Configuration(proxyBeanMethods = false)
class FirstPasswords {

    @Bean
    @ConditionalOnMissingBean(NewPeople.class)
    NewPeople newPeople() {
        SecureRandom random = new SecureRandom();
        return new NewPeople() {
            @Override
            public String unguessable() {
                byte[] bytes = new byte[24];
                random.nextBytes(bytes);
                return "Aa1!" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            }

            @Override
            public void welcome(Plan plan, Person person) {}
        };
    }
}
