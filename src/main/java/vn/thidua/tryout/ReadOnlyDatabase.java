package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database that is configured or, with none, the one in {@code ./data}, to be read and never written. A try-out that is
 * running is read beside its server; of one that is not, PostgreSQL runs as long as this is open.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
    private final Connection connection;
    private final @Nullable PostgresServer server;
    private final @Nullable DataLock lock;

    private ReadOnlyDatabase(Connection connection, @Nullable PostgresServer server, @Nullable DataLock lock) {
        this.connection = connection;
        this.server = server;
        this.lock = lock;
    }

    /** @throws StartRefused if there is none, or it cannot be reached */
    public static ReadOnlyDatabase open(Path dataFolder) {
        Optional<Credentials> configured = Credentials.configured();
        try {
            return configured.isPresent()
                    ? new ReadOnlyDatabase(connect(configured.get()), null, null)
                    : ofTryout(dataFolder);
        } catch (SQLException e) {
            String where = configured.map(Credentials::url).orElse(dataFolder.toString());
            throw StartRefused.because(
                    e, "databaseUnreachable", where.replaceFirst("\\?.*", ""), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw StartRefused.because(e, "tryoutUnreadable", dataFolder, String.valueOf(e.getMessage()));
        }
    }

    public Connection connection() {
        return connection;
    }

    private static ReadOnlyDatabase ofTryout(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("postgres");
        if (!Files.isDirectory(data)) {
            throw StartRefused.because("nothingToRead", folder);
        }
        DatabaseSecrets secrets = DatabaseSecrets.keep(folder);
        Optional<Postmaster> running = Postmaster.of(data);
        if (running.isPresent() && running.get().port() > 0) {
            return new ReadOnlyDatabase(
                    connect(TryoutDatabase.application(running.get().port(), secrets)), null, null);
        }
        DataLock lock = DataLock.take(folder);
        PostgresServer server = null;
        try {
            server = PostgresServer.start(folder, folder, secrets.superuser(), Durability.KEEP);
            return new ReadOnlyDatabase(connect(TryoutDatabase.application(server.port(), secrets)), server, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            stop(server, lock);
            throw e;
        }
    }

    private static Connection connect(Credentials credentials) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", credentials.user());
        properties.put("password", credentials.password());
        properties.put("connectTimeout", "10");
        properties.put("loginTimeout", "15");
        properties.put("ApplicationName", "thidua audit");
        properties.put("readOnly", "true");
        properties.put("readOnlyMode", "always");
        return DriverManager.getConnection(credentials.url(), properties);
    }

    private static void stop(@Nullable PostgresServer server, @Nullable DataLock lock) {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            // The next start finds the orphan and stops it.
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It goes with the process in any case.
        }
        stop(server, lock);
    }
}
