package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.Thidua;

/** A server that cannot start says why in a sentence; how one starts, works and is killed, {@link BrowserServeTest} shows. */
class ServeTest {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void prepareFolder() throws IOException {
        data = DataFolders.prepared(folder);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        DataFolders.release(data);
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsMade() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                JavaProcess server = serve(Map.of("SERVER_PORT", "" + taken.getLocalPort()))) {
            assertThat(server.awaitEnd()).isEqualTo(2);
            assertThat(server.output())
                    .startsWith("Cổng " + taken.getLocalPort())
                    .doesNotContain("\tat ");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInASentence() throws Exception {
        Map<String, String> nowhere = Map.of(
                "SERVER_PORT", "0",
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/thidua",
                "THIDUA_ADMIN_PASSWORD", "mật-khẩu-đủ-dài");
        try (JavaProcess server = serve(nowhere)) {
            assertThat(server.awaitEnd()).isEqualTo(2);
            assertThat(server.output())
                    .startsWith("Không kết nối được cơ sở dữ liệu")
                    .doesNotContain("\tat ");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    private JavaProcess serve(Map<String, String> environment) throws IOException {
        return JavaProcess.start(Thidua.class, folder, new HashMap<>(environment));
    }
}
