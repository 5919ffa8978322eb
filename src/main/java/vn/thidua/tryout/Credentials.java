package vn.thidua.tryout;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database. */
public record Credentials(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: what is printed by accident must not give it away. */
    @Override
    public String toString() {
        return user + " @ " + url;
    }
}
