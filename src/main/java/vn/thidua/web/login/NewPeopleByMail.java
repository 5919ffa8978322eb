package vn.thidua.web.login;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.cycle.engine.NewPeople;
import vn.thidua.duty.DutyTexts;
import vn.thidua.mail.Outbox;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.web.WebProperties;

/** New people of a year get a one-time link by mail, with a server or without; a try-out's sample people have passwords. */
@Component
@EnableConfigurationProperties(WebProperties.class)
class NewPeopleByMail implements NewPeople {
    private final SecureRandom random = new SecureRandom();
    private final PasswordLinks links;
    private final boolean invite;

    NewPeopleByMail(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Lazy IdentityService identity,
            Outbox outbox,
            WebProperties properties,
            @Value("${thidua.base-url:http://localhost:8080}") String baseUrl,
            @Value("${thidua.invite-new-people:true}") boolean invite) {
        this.links = new PasswordLinks(jdbc, transaction, identity, outbox, baseUrl, properties.linkLife());
        this.invite = invite;
    }

    /** A first password that nobody knows and that meets every rule. */
    @Override
    public String unguessable() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return "Aa1!" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void welcome(Plan plan, Person person) {
        if (invite) {
            links.send(person.id(), person.name(), person.email(), plan.yearId(), DutyTexts.contact(plan, null));
        }
    }
}
