package vn.thidua.web.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code password_token}: random tokens of 256 bits, kept as hashes, each good once and until it expires. */
final class PasswordTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PasswordTokens(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A new token for the person, whose earlier ones end with it. */
    Token create(String userId, Duration life) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Objects.requireNonNull(transaction.execute(status -> {
            // Two links for one person at once: the later one waits here and replaces the earlier.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('password_token'), hashtext(?))")
                    .param(userId)
                    .query()
                    .listOfRows();
            jdbc.sql("DELETE FROM password_token WHERE user_id = ? AND used_at IS NULL")
                    .param(userId)
                    .update();
            Instant expires = jdbc.sql("""
                            INSERT INTO password_token (token_hash, user_id, expires_at)
                            VALUES (?, ?, thidua_now() + ? * interval '1 second')
                            RETURNING expires_at
                            """)
                    .params(hash(token), userId, life.toSeconds())
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            return new Token(token, expires);
        }));
    }

    /** Whose open token this is. */
    Optional<String> userOf(String token) {
        return jdbc.sql("""
                        SELECT user_id FROM password_token
                         WHERE token_hash = ? AND used_at IS NULL AND expires_at > thidua_now()
                        """).param(hash(token)).query(String.class).optional();
    }

    /** Uses the token up, in the caller's transaction; empty if somebody was faster, or it is not open. */
    Optional<String> use(String token) {
        return jdbc.sql("""
                        UPDATE password_token SET used_at = thidua_now()
                         WHERE token_hash = ? AND used_at IS NULL AND expires_at > thidua_now()
                        RETURNING user_id
                        """).param(hash(token)).query(String.class).optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @param text what stands in the link, and nowhere else */
    record Token(String text, Instant expires) {}
}
