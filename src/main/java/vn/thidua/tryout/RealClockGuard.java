package vn.thidua.tryout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;

/**
 * The server serves on the real clock only. A rehearsal, and a try-out whose past is being made, put another {@code
 * thidua_now()} into their database; this looks at the function that is there, after the migrations and before any door
 * opens.
 */
@DependsOnDatabaseInitialization
public class RealClockGuard implements InitializingBean {

    /** The one body that is real, as {@code V1} writes it. */
    static final String REAL_BODY = "select clock_timestamp()";

    /** Puts the real clock back: the last step of whoever replaced it. */
    public static final String RESTORE =
            "CREATE OR REPLACE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()'";

    private static final String QUERY =
            "SELECT p.prosrc, l.lanname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
                    + " WHERE p.proname = 'thidua_now'";

    private final DataSource database;

    public RealClockGuard(DataSource database) {
        this.database = database;
    }

    /** @throws StartRefused if any function of this name, in whatever schema, is another one, or there is none */
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet function = sql.executeQuery(QUERY)) {
            boolean found = false;
            while (function.next()) {
                found = true;
                if (!isReal(function.getString("prosrc"), function.getString("lanname"))) {
                    throw StartRefused.because("clockReplaced");
                }
            }
            if (!found) {
                throw StartRefused.because("clockMissing");
            }
        }
    }

    private static boolean isReal(String body, String language) {
        String plain = body.strip().replaceAll("\\s+", " ").replaceAll(" ?;$", "");
        return language.equals("sql") && plain.toLowerCase(Locale.ROOT).equals(REAL_BODY);
    }
}
