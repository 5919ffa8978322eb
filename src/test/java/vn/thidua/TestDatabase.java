package vn.thidua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * One embedded PostgreSQL for all tests of the JVM, started when first asked for and stopped with the JVM; every caller
 * gets a database of its own in it.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** A new, empty database; its JDBC URL (user {@code postgres}, trusted) for {@code spring.datasource.url}. */
    public static String createDatabase(String name) {
        EmbeddedPostgres running = server();
        String database = name + "_" + COUNT.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + database + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create test database " + database, e);
        }
        return running.getJdbcUrl("postgres", database);
    }

    /** As {@link #createDatabase}, as an unpooled data source. */
    public static DataSource createDataSource(String name) {
        org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
        source.setURL(createDatabase(name));
        return source;
    }

    /** As {@link #createDataSource}, with all migrations applied. */
    public static DataSource createMigratedDataSource(String name) {
        DataSource source = createDataSource(name);
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    private static synchronized void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL of the tests does not stop", e);
            }
        }
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                        .setRegisterShutdownHook(false)
                        .start();
                // After Spring's contexts: a pool that loses its database first waits half a minute for it.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
            }
            server = running;
        }
        return running;
    }
}
