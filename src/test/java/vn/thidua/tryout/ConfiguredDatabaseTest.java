package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import vn.thidua.TestDatabase;

/** With SPRING_DATASOURCE_URL: what must be true before a real database is served. */
class ConfiguredDatabaseTest {

    private static final String GOOD = "mật-khẩu-đủ-dài";

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutItsPassword() {
        Credentials nowhere =
                new Credentials("jdbc:postgresql://127.0.0.1:1/thidua?password=secret", "thidua", "secret");

        assertThatThrownBy(() -> ConfiguredDatabase.hold(nowhere, GOOD))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/thidua")
                .hasMessageNotContaining("secret");
    }

    @Test
    void withoutAnAdministratorAPasswordForOneIsNeeded() {
        Credentials empty = fresh();

        assertThatThrownBy(() -> ConfiguredDatabase.hold(empty, ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("THIDUA_ADMIN_PASSWORD");
        assertThatThrownBy(() -> ConfiguredDatabase.hold(empty, "ngan"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ít nhất 10 ký tự");
        try (ConfiguredDatabase held = ConfiguredDatabase.hold(empty, GOOD)) {
            assertThat(held).isNotNull();
        }
    }

    @Test
    void withAnAdministratorNoPasswordIsNeeded() throws SQLException {
        Credentials served = fresh();
        try (Connection connection = served.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE act_id_membership (user_id_ text, group_id_ text)");
            sql.execute("INSERT INTO act_id_membership VALUES ('admin', 'camunda-admin')");
        }

        try (ConfiguredDatabase held = ConfiguredDatabase.hold(served, "")) {
            assertThat(held).isNotNull();
        }
    }

    private static Credentials fresh() {
        return new Credentials(TestDatabase.createDatabase("configured"), "postgres", "");
    }
}
