package vn.thidua.tryout;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A database that somebody configured, asked before anything is started on it: can it be reached, and is there an
 * administrator or a password for one. While it is held, other nodes wait: two that start at once would both create the
 * same tables and the same administrator.
 */
public final class ConfiguredDatabase implements AutoCloseable {

    private static final long START_LOCK = 0x7468_6964_7561L;
    private static final int SHORTEST_PASSWORD = 10;
    private static final String ADMINISTRATORS =
            "SELECT 1 FROM act_id_membership WHERE group_id_ = 'camunda-admin' LIMIT 1";

    private final Connection connection;

    private ConfiguredDatabase(Connection connection) {
        this.connection = connection;
    }

    /** @throws StartRefused if it cannot be reached, or has no administrator and none can be made */
    public static ConfiguredDatabase hold(Credentials credentials, String adminPassword) {
        try {
            ConfiguredDatabase database = new ConfiguredDatabase(connect(credentials));
            database.query("SELECT pg_advisory_lock(" + START_LOCK + ")");
            if (adminPassword.length() < SHORTEST_PASSWORD && !database.hasAdministrator()) {
                database.close();
                throw StartRefused.because(
                        adminPassword.isBlank() ? "adminPasswordMissing" : "adminPasswordShort", SHORTEST_PASSWORD);
            }
            return database;
        } catch (SQLException e) {
            throw StartRefused.because(
                    e, "databaseUnreachable", withoutParameters(credentials.url()), String.valueOf(e.getMessage()));
        }
    }

    private static Connection connect(Credentials credentials) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", credentials.user());
        properties.put("password", credentials.password());
        properties.put("connectTimeout", "10");
        properties.put("loginTimeout", "15");
        properties.put("tcpKeepAlive", "true");
        return DriverManager.getConnection(credentials.url(), properties);
    }

    private boolean hasAdministrator() throws SQLException {
        return query("SELECT 1 WHERE to_regclass('act_id_membership') IS NOT NULL") && query(ADMINISTRATORS);
    }

    private boolean query(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    /** What follows the question mark may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The lock goes with the connection in any case.
        }
    }
}
