package vn.thidua.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A try-out that is ours and ready to be worked on: its folder locked, its PostgreSQL running, its past made. Closing it
 * stops the database and gives the folder up; the data stays.
 */
public final class Tryout implements AutoCloseable {

    private static final Sentences SENTENCES = new Sentences("tryout/sentences.properties");

    private static final System.Logger LOG = System.getLogger(Tryout.class.getName());

    private final Path folder;
    private final DataLock lock;
    private final PostgresServer server;
    private final Credentials database;
    private final TryoutPasswords passwords;

    private Tryout(Path folder, DataLock lock, PostgresServer server, Credentials database, TryoutPasswords passwords) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.database = database;
        this.passwords = passwords;
    }

    /**
     * @param folder {@code ./data}; made if absent. Kept relative, because a JVM in the C locale cannot name every folder
     * @param out where progress is told
     * @throws StartRefused if another program works on the folder, or PostgreSQL or the past cannot be had
     */
    public static Tryout open(Path folder, List<Account> people, Past past, PrintStream out) {
        try {
            OwnerOnly.createFolder(folder);
            DataLock lock = DataLock.take(folder);
            try {
                return open(folder, lock, people, past, out);
            } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw StartRefused.because(e, "noRight", e.getFile());
        } catch (IOException | SQLException e) {
            throw StartRefused.because(e, "tryoutFailed", folder, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartRefused.because(e, "interrupted");
        }
    }

    private static Tryout open(Path folder, DataLock lock, List<Account> people, Past past, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        out.println(SENTENCES.get("startingDatabase", folder));
        DatabaseSecrets secrets = DatabaseSecrets.keep(folder);
        PostgresServer server = PostgresServer.start(folder, folder, secrets.superuser(), Durability.KEEP);
        Thread stopper = new Thread(() -> stopQuietly(server));
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            TryoutPasswords passwords = TryoutPasswords.keep(folder, people);
            TryoutDatabase database = new TryoutDatabase(server, secrets);
            if (!database.isComplete()) {
                out.println(SENTENCES.get("makingPast"));
                database.createAfresh();
                past.make(database.application(), folder);
                database.markComplete();
            }
            Runtime.getRuntime().removeShutdownHook(stopper);
            return new Tryout(folder, lock, server, database.application(), passwords);
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            stopQuietly(server);
            throw e;
        }
    }

    /** If it cannot be stopped, the next start finds the orphan and stops it. */
    private static void stopQuietly(PostgresServer server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL could not be stopped", e);
        }
    }

    public Credentials database() {
        return database;
    }

    /** What Spring must be told: this database, loopback only, the administrator's password, where mails go. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(ServeDatabase.settings(database));
        settings.put("server.address", "127.0.0.1");
        settings.put(
                "thidua.admin.password",
                passwords.of(TryoutPasswords.ADMINISTRATOR.id()).orElseThrow());
        settings.put("thidua.data-folder", folder.toString());
        settings.put("thidua.mail.directory", folder.resolve("mail").toString());
        return settings;
    }

    public TryoutPasswords passwords() {
        return passwords;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        stopQuietly(server);
        lock.close();
    }
}
