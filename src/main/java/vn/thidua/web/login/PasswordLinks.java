package vn.thidua.web.login;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.YearMail;

/**
 * One-time links by which people set their password: for new people of a year, and for those who forgot theirs. A link
 * lives for some days, works once, and ends when a newer one is made.
 */
public class PasswordLinks {

    /** Under this year a link's mail is filed that somebody asked for without any year. */
    static final String NO_YEAR = "he-thong";

    private final PasswordTokens tokens;
    private final IdentityService identity;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final String baseUrl;
    private final Duration life;

    public PasswordLinks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IdentityService identity,
            Outbox outbox,
            String baseUrl,
            Duration life) {
        this.tokens = new PasswordTokens(jdbc, transaction);
        this.identity = identity;
        this.outbox = outbox;
        this.transaction = transaction;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.life = life;
    }

    /** A new link for the person; links made before are void. Whoever has it can set the password, so it is not kept. */
    public String create(String userId) {
        return url(tokens.create(userId, life));
    }

    /**
     * Makes a link and puts its mail into the outbox, in one transaction.
     *
     * @param yearId the year for which the person is new
     * @param contact whom to ask, without full stop
     * @throws IllegalArgumentException if there is no such user or the user has no address
     */
    public void send(String userId, String yearId, String contact) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        if (user == null || user.getEmail() == null || user.getEmail().isBlank()) {
            throw new IllegalArgumentException("No user with an address: " + userId);
        }
        send(userId, (user.getFirstName() + " " + user.getLastName()).strip(), user.getEmail(), yearId, contact);
    }

    /** The same for somebody whose account may be so new that no query of the engine finds it yet. */
    void send(String userId, String name, String address, String yearId, String contact) {
        transaction.executeWithoutResult(status -> {
            PasswordTokens.Token token = tokens.create(userId, life);
            String boundary = "trước " + Vietnam.words(token.expires());
            String consequence = "Ông/Bà tự xin liên kết mới tại " + baseUrl + PasswordPages.REQUEST;
            String key = "password-link/" + userId + "/" + token.expires().toEpochMilli();
            outbox.enqueue(new YearMail.PasswordLink(userId, boundary, consequence, contact, url(token))
                    .to(address, name, key, yearId, null, null));
        });
    }

    /** Whose open link this token belongs to. */
    Optional<String> userOf(String token) {
        return tokens.userOf(token);
    }

    /** Sets the password and uses the link up; false if the link is no longer open. */
    boolean setPassword(String token, String password) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<User> user = tokens.use(token)
                    .map(id -> identity.createUserQuery().userId(id).singleResult());
            user.ifPresent(known -> {
                known.setPassword(password);
                identity.saveUser(known);
            });
            return user.isPresent();
        }));
    }

    private String url(PasswordTokens.Token token) {
        return baseUrl + PasswordPages.SET + "?token=" + token.text();
    }
}
