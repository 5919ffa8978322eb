package vn.thidua.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.Thidua;

/** The server as a user starts it: on an empty folder, killed, started again; and on a database that is not there. */
class ServeTest {

    private static final String OFFICER = "agg.chuyenvien";

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
    void aTryoutServesOnLoopbackAndRecoversFromAKill() throws Exception {
        int port = freePort();
        String password;
        try (JavaProcess server = serve(Map.of("SERVER_PORT", "" + port))) {
            assertThat(server.await("Thi đua đã sẵn sàng tại")).isEqualTo("http://localhost:" + port);
            password = TryoutPasswords.read(data).of("admin").orElseThrow();
            assertThat(server.await("  admin")).startsWith(password);
            assertThat(server.await("Mật khẩu của cả")).contains("data/mat-khau.txt");
            assertThat(status(port, "admin", password)).isEqualTo(200);
            assertThat(status(port, OFFICER, officersPassword())).isNotEqualTo(401);
            assertThat(data.resolve("mail")).isNotEmptyDirectory();
            server.kill();
        }
        try (JavaProcess server = serve(Map.of("SERVER_PORT", "" + port))) {
            server.await("Thi đua đã sẵn sàng tại");
            assertThat(status(port, "admin", password)).isEqualTo(200);
            assertThat(server.output()).doesNotContain("Đang dựng phần đã qua");
            assertThat(status(port, OFFICER, officersPassword())).isNotEqualTo(401);
            assertThat(status(port, "admin", "wrong")).isEqualTo(401);

            server.terminate();
            assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
        }
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

    private String officersPassword() throws IOException {
        return TryoutPasswords.read(data).of(OFFICER).orElseThrow();
    }

    private JavaProcess serve(Map<String, String> environment) throws IOException {
        return JavaProcess.start(Thidua.class, folder, new HashMap<>(environment));
    }

    private static int status(int port, String user, String password) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/engine"))
                .header("Authorization", "Basic " + basic)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
