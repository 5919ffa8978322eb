package vn.thidua.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web part, {@code thidua.web.*}.
 *
 * @param https whether people reach the application over HTTPS (by a proxy or by itself): secure cookies and HSTS
 * @param throttle how often a password may be guessed
 * @param linkLife how long a link to set a password lives
 */
@ConfigurationProperties("thidua.web")
public record WebProperties(
        @DefaultValue("false") boolean https,
        @DefaultValue Throttle throttle,
        @DefaultValue("7d") Duration linkLife) {

    /**
     * Guessing is counted per (address, account) and per address; a lock ends by itself, so nobody can lock an official out
     * of the account before a deadline.
     *
     * @param perAccount wrong passwords for one account from one address within the window
     * @param perAddress wrong passwords from one address within the window, whatever the account
     * @param window how long a wrong password counts
     * @param answerTime no refusal is answered faster than this, whether the account exists or not
     */
    public record Throttle(
            @DefaultValue("6") int perAccount,
            @DefaultValue("60") int perAddress,
            @DefaultValue("15m") Duration window,
            @DefaultValue("300ms") Duration answerTime) {}
}
