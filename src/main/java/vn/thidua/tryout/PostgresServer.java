package vn.thidua.tryout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An embedded PostgreSQL 17 in a folder of its own, reachable on loopback with a password only. Who starts it must be the
 * folder's only user ({@link DataLock}): a server found running there is an orphan, is stopped cleanly and started anew.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String MAJOR = "17";
    private static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS = 4;
    private static final long LONG_LOG = 10_000_000;

    private final Path data;
    private final Path log;
    private final PostgresTools tools;
    private final String password;
    private int port;

    private PostgresServer(Path folder, PostgresTools tools, Path log, String password) {
        this.data = folder.resolve("postgres");
        this.log = log;
        this.tools = tools;
        this.password = password;
    }

    /**
     * Starts the server, making its data first if there is none.
     *
     * @param folder where {@code postgres}, its log and, if not yet there, its programs lie
     * @param password of the superuser {@code postgres}
     * @throws StartRefused if it cannot be started; the sentence names the log
     */
    public static PostgresServer start(Path folder, Path binariesParent, String password, Durability durability)
            throws IOException {
        Path log = folder.resolve("postgres.log");
        startNewLogWhenLong(log);
        PostgresTools tools = new PostgresTools(PostgresBinaries.unpackInto(binariesParent), log);
        PostgresServer server = new PostgresServer(folder, tools, log, password);
        server.stop();
        if (!Files.isDirectory(server.data)) {
            server.initialise(durability);
        } else if (!Files.readString(server.data.resolve("PG_VERSION")).strip().equals(MAJOR)) {
            throw StartRefused.because("otherVersion", server.data, MAJOR);
        }
        if (durability == Durability.THROW_AWAY) {
            tools.removeWithUs(server.data);
        }
        server.launch(durability);
        return server;
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Credentials superuser() {
        return new Credentials(jdbcUrl("postgres"), SUPERUSER, password);
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Made beside and moved into place, so that an interrupted one is not taken for a whole one. */
    private void initialise(Durability durability) throws IOException {
        Path half = Folders.empty(data.resolveSibling("postgres.moi"));
        Path secret = data.resolveSibling("initdb.mat-khau");
        OwnerOnly.write(secret, password);
        try {
            List<String> options = new ArrayList<>(List.of(
                    "--pgdata=" + half,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            options.addAll(durability.forInitdb());
            boolean done = tools.run("initdb", options.toArray(String[]::new));
            if (!done) {
                throw StartRefused.because("initdbFailed", log);
            }
        } finally {
            Files.delete(secret);
        }
        Files.writeString(half.resolve("postgresql.conf"), "\ninclude 'thidua.conf'\n", StandardOpenOption.APPEND);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A port just found free may be taken a moment later, and backends of a killed server need a moment to go: try again. */
    private void launch(Durability durability) throws IOException {
        OwnerOnly.write(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            port = freePort();
            OwnerOnly.write(data.resolve("thidua.conf"), durability.settings(port));
            Postmaster.forgetStranger(data);
            if (tools.run("pg_ctl", "start", "--pgdata=" + data, "--log=" + log, "--wait", "--silent")) {
                return;
            }
            stop();
            pause();
        }
        throw StartRefused.because("postgresFailed", log);
    }

    private static void startNewLogWhenLong(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LONG_LOG) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() throws IOException {
        if (Postmaster.of(data).isEmpty()) {
            return;
        }
        if (!tools.run("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60", "--silent")) {
            tools.run("pg_ctl", "stop", "--pgdata=" + data, "--mode=immediate", "--wait", "--silent");
        }
    }
}
