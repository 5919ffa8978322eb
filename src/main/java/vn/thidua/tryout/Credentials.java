package vn.thidua.tryout;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** How to reach a database. */
public record Credentials(String url, String user, String password) {

    /** The database that somebody configured for this program, by environment or system property. */
    public static Optional<Credentials> configured() {
        return setting("spring.datasource.url")
                .map(url -> new Credentials(
                        url,
                        setting("spring.datasource.username").orElse(""),
                        setting("spring.datasource.password").orElse("")));
    }

    private static Optional<String> setting(String name) {
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return Optional.ofNullable(System.getProperty(name, variable)).filter(value -> !value.isBlank());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: what is printed by accident must not give it away. */
    @Override
    public String toString() {
        return user + " @ " + url;
    }
}
