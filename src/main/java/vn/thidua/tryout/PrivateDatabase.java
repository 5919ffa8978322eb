package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A PostgreSQL for one run of this program: in a temporary folder, fast instead of durable, gone when closed or
 * when this JVM ends, even by a kill. */
public final class PrivateDatabase implements AutoCloseable {

    private final Path folder;
    private final PostgresServer server;
    private final Credentials credentials;
    private final Thread atEnd = new Thread(this::remove);

    private PrivateDatabase(Path folder, PostgresServer server, Credentials credentials) {
        this.folder = folder;
        this.server = server;
        this.credentials = credentials;
    }

    public static PrivateDatabase start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("thidua-");
        DatabaseSecrets secrets = DatabaseSecrets.keep(folder);
        PostgresServer server = PostgresServer.start(folder, folder, secrets.superuser(), Durability.THROW_AWAY);
        TryoutDatabase database = new TryoutDatabase(server, secrets);
        PrivateDatabase started = new PrivateDatabase(folder, server, database.application());
        Runtime.getRuntime().addShutdownHook(started.atEnd);
        database.createAfresh();
        return started;
    }

    public Credentials credentials() {
        return credentials;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atEnd);
        remove();
    }

    private void remove() {
        try {
            server.close();
            Folders.delete(folder);
        } catch (IOException e) {
            System.getLogger(PrivateDatabase.class.getName()).log(System.Logger.Level.WARNING, "left: " + folder, e);
        }
    }
}
