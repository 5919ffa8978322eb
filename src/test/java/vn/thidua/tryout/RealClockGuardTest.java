package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.thidua.TestDatabase;

/** deadlines.md, "One clock": the server refuses to start on a replaced one. */
class RealClockGuardTest {

    private final DataSource database = TestDatabase.createDataSource("clock");
    private final RealClockGuard guard = new RealClockGuard(database);

    @Test
    void acceptsTheClockOfOurMigrations() {
        DataSource migrated = TestDatabase.createMigratedDataSource("clock");

        assertThatCode(() -> new RealClockGuard(migrated).afterPropertiesSet()).doesNotThrowAnyException();
    }

    @Test
    void refusesAReplacedClockUntilTheRealOneIsBack() throws SQLException {
        execute(
                "CREATE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT clock_timestamp() - interval ''1 h'''");
        assertThatThrownBy(guard::afterPropertiesSet)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("không phải là đồng hồ thật");

        execute(RealClockGuard.RESTORE);
        assertThatCode(guard::afterPropertiesSet).doesNotThrowAnyException();
    }

    @Test
    void refusesTheTransactionsStart() throws SQLException {
        execute("CREATE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'");

        assertThatThrownBy(guard::afterPropertiesSet).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesAnotherClockInAnySchemaAndNoClockAtAll() throws SQLException {
        assertThatThrownBy(guard::afterPropertiesSet).isInstanceOf(StartRefused.class);

        execute(RealClockGuard.RESTORE);
        execute("CREATE SCHEMA aside");
        execute(
                "CREATE FUNCTION aside.thidua_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT timestamptz ''epoch'''");
        assertThatThrownBy(guard::afterPropertiesSet).isInstanceOf(StartRefused.class);
    }

    @Test
    void aRefusalIsFoundAmongTheCausesOfWhatSpringThrows() {
        StartRefused refused = StartRefused.because("clockMissing");

        assertThat(StartRefused.in(new IllegalStateException(new RuntimeException(refused))))
                .isSameAs(refused);
        assertThat(new RefusalReporter().reportException(new IllegalStateException(refused)))
                .isTrue();
        assertThat(new RefusalReporter().reportException(new IllegalStateException()))
                .isFalse();
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
