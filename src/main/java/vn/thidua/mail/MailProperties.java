package vn.thidua.mail;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param baseUrl {@code thidua.base-url}: where people reach the application; links and Message-IDs are built on it
 * @param mail {@code thidua.mail.*}
 */
@ConfigurationProperties("thidua")
public record MailProperties(
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue Mail mail) {

    /**
     * {@code thidua.mail.*}
     *
     * @param transport AUTO: SMTP where {@code spring.mail.host} is set, else the directory. A rehearsal sets DIRECTORY, so
     *     that it can never write to real people
     * @param directory where the directory transport puts its {@code .eml} files (text: as a {@code Path}, a
     *     relative one would be looked up on the class path first)
     * @param from sender's address; by default {@code thi-dua@} the host of the base URL
     * @param fromName sender's name
     * @param pollEnabled whether a scheduler sends what is due; off in rehearsals and tests, which call the sender
     * @param poll how often it does
     */
    public record Mail(
            @DefaultValue("AUTO") Transport transport,
            @DefaultValue("data/mail") String directory,
            @Nullable String from,
            @DefaultValue("Hệ thống Thi đua") String fromName,
            @DefaultValue("true") boolean pollEnabled,
            @DefaultValue("2s") Duration poll) {}

    /** Which way out. */
    public enum Transport {
        AUTO,
        SMTP,
        DIRECTORY
    }

    /** Host part of the base URL. */
    String host() {
        String host = URI.create(baseUrl).getHost();
        if (host == null) {
            throw new IllegalArgumentException("thidua.base-url is no URL with a host: " + baseUrl);
        }
        return host;
    }

    String fromAddress() {
        String from = mail.from();
        return from == null || from.isBlank() ? "thi-dua@" + host() : from;
    }
}
