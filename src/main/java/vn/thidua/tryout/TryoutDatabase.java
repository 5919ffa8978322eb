package vn.thidua.tryout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The try-out's database {@code thidua} on the embedded server, owned by a role that is no superuser. A mark in it says
 * that its past was made to the end; without the mark it is worth nothing and is made anew.
 */
final class TryoutDatabase {

    private static final String NAME = "thidua";

    private final Credentials superuser;
    private final Credentials application;

    TryoutDatabase(PostgresServer server, DatabaseSecrets secrets) {
        this.superuser = server.superuser();
        this.application = application(server.port(), secrets);
    }

    /** The way in to the one that a server on this port has. */
    static Credentials application(int port, DatabaseSecrets secrets) {
        return new Credentials(PostgresServer.jdbcUrl(port, NAME), NAME, secrets.application());
    }

    Credentials application() {
        return application;
    }

    /** @return whether a database with a finished past is there */
    boolean isComplete() throws SQLException {
        if (!holds(superuser, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            return false;
        }
        return holds(application, "SELECT 1 WHERE to_regclass('tryout.past') IS NOT NULL")
                && holds(application, "SELECT 1 FROM tryout.past");
    }

    /** An empty database, whatever was there before and whoever is still connected to it. */
    void createAfresh() throws SQLException {
        try (Connection connection = superuser.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
            if (!holds(superuser, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                sql.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + application.password() + "'");
            }
            sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
    }

    void markComplete() throws SQLException {
        try (Connection connection = application.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("CREATE SCHEMA tryout");
            sql.execute("CREATE TABLE tryout.past (finished_at timestamptz NOT NULL)");
            sql.execute("INSERT INTO tryout.past VALUES (clock_timestamp())");
            connection.commit();
        }
    }

    private static boolean holds(Credentials to, String query) throws SQLException {
        try (Connection connection = to.connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }
}
