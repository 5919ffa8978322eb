package vn.thidua.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A try-out in a JVM of its own, for tests that kill it. Called with the data folder and what its past does: {@code done},
 * {@code hang} half way, {@code fail}, or {@code child} (hang in a child process). Says {@code READY url user password} and
 * waits; ends properly when its input ends with a line.
 */
final class TryoutProbe {

    private TryoutProbe() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("make-past")) {
            ChildProcess.endWithParent();
            System.out.println("CHILD " + ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Account> people = List.of(new Account("vlg.cv", "Chuyên viên", true));
        try (Tryout tryout = Tryout.open(Path.of(args[0]), people, past(args[1], out), out)) {
            Credentials database = tryout.database();
            out.println("READY " + database.url() + " " + database.user() + " " + database.password());
            if (System.in.read() < 0) {
                new CountDownLatch(1).await();
            }
        } catch (StartRefused refused) {
            out.println("REFUSED " + refused.getMessage());
            System.exit(2);
        }
    }

    private static Past past(String how, PrintStream out) {
        return switch (how) {
            case "child" -> new ChildPast(JavaProcess.command(TryoutProbe.class), out);
            case "hang" ->
                (database, folder) -> {
                    half(database);
                    out.println("HALF");
                    new CountDownLatch(1).await();
                };
            case "fail" ->
                (database, folder) -> {
                    half(database);
                    throw new IOException("broken");
                };
            default -> (database, folder) -> half(database);
        };
    }

    private static void half(Credentials database) throws IOException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE past (made text)");
            sql.execute("INSERT INTO past VALUES ('by ' || pg_backend_pid())");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
