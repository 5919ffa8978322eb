package vn.thidua.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import vn.thidua.evidence.EvidenceProperties;

/** Against an S3 service of its own (S3Proxy on a folder), through a proxy that cuts connections. */
class S3StoreTest extends FileStoreContract {
    private static final String BUCKET = "minh-chung";
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private S3Proxy service;
    private CuttingProxy proxy;
    private S3Store store;
    private S3Store direct;

    @BeforeEach
    void serve() throws Exception {
        ((Logger) LoggerFactory.getLogger("org.gaul")).setLevel(Level.WARN);
        Files.createDirectory(folder.resolve(BUCKET));
        service = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "khoa", "bi-mat")
                .stopTimeout(0)
                .build();
        service.start();
        proxy = new CuttingProxy(service.getPort());
        store = new S3Store(settings(proxy.port(), BUCKET, "bi-mat"), Duration.ofSeconds(5));
        direct = new S3Store(settings(service.getPort(), BUCKET, "bi-mat"), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        direct.close();
        proxy.close();
        service.stop();
    }

    private static EvidenceProperties.S3 settings(int port, String bucket, String secret) {
        return new EvidenceProperties.S3("http://127.0.0.1:" + port, "us-east-1", bucket, "thi-dua", "khoa", secret);
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    Instant now() {
        return Instant.now();
    }

    /** Its instants have no parts of a second. */
    @Override
    void aMomentPasses() throws InterruptedException {
        Thread.sleep(1100);
    }

    @Override
    void breakDown() {
        proxy.cut(0, 0, ALWAYS);
    }

    @Override
    void mend() {
        proxy.cut(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"100, 9999999", "1500, 9999999", "70000, 9999999", "200000, 9999999", "9999999, 0", "9999999, 20"})
    @DisplayName("A connection cut at any byte, every time: nothing half is there, and the upload stays")
    void cutEveryTime(long ofRequest, long ofAnswer) throws Exception {
        Content c = content(200_000, 1);
        proxy.cut(ofRequest, ofAnswer, ALWAYS);
        assertThatThrownBy(() -> store.keep(c.sha256(), c.file()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(BUCKET)
                .hasMessageContaining(c.sha256());
        assertThat(c.file()).hasBinaryContent(c.bytes());
        for (String there : direct.keptBefore(now().plusSeconds(60))) {
            assertThat(there).isEqualTo(c.sha256());
            try (var in = direct.read(there, 0, c.bytes().length + 1)) {
                assertThat(in.readAllBytes())
                        .as("there is the whole or nothing")
                        .isEqualTo(c.bytes());
            }
        }
        proxy.cut(0, 0, 0);
        store.keep(c.sha256(), c.file());
        assertThat(c.file()).doesNotExist();
        assertThat(read(c.sha256(), 0, c.bytes().length)).isEqualTo(c.bytes());
    }

    @ParameterizedTest
    @CsvSource({"100, 9999999", "70000, 9999999", "9999999, 0"})
    @DisplayName("A connection cut once is no failure: it is tried again")
    void cutOnce(long ofRequest, long ofAnswer) throws Exception {
        Content c = content(200_000, 2);
        proxy.cut(ofRequest, ofAnswer, 1);
        store.keep(c.sha256(), c.file());
        assertThat(read(c.sha256(), 0, c.bytes().length)).isEqualTo(c.bytes());
    }

    @Test
    @DisplayName("Bytes that are not those of the hash are not kept")
    void otherBytes() throws Exception {
        Content c = content(1000, 3);
        Content other = content(1000, 4);
        assertThatThrownBy(() -> store.keep(c.sha256(), other.file())).isInstanceOf(IOException.class);
        assertThat(other.file()).exists();
        assertThat(store.has(c.sha256())).isFalse();
    }

    @Test
    @DisplayName("A service that says yes and has another length is not believed")
    void liars() throws Exception {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "999");
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        liar.start();
        Content c = content(1000, 5);
        try (S3Store believing =
                new S3Store(settings(liar.getAddress().getPort(), BUCKET, "bi-mat"), Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> believing.keep(c.sha256(), c.file()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("999");
        } finally {
            liar.stop(0);
        }
        assertThat(c.file()).exists();
    }

    @Test
    @DisplayName(
            "A service that never answers is given up; one that is not there, a wrong key and a missing bucket are told")
    void failures() throws Exception {
        Content c = content(1000, 6);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            failsIn(settings(silent.getLocalPort(), BUCKET, "bi-mat"), c);
            try (S3Store waiting =
                    new S3Store(settings(silent.getLocalPort(), BUCKET, "bi-mat"), Duration.ofMillis(300))) {
                assertThatThrownBy(() -> waiting.forget(c.sha256())).isInstanceOf(IOException.class);
            }
        }
        failsIn(settings(1, BUCKET, "bi-mat"), c);
        failsIn(settings(service.getPort(), BUCKET, "sai"), c);
        failsIn(settings(service.getPort(), "khong-co", "bi-mat"), c);
        assertThat(c.file()).exists();
    }

    private static void failsIn(EvidenceProperties.S3 settings, Content c) {
        try (S3Store broken = new S3Store(settings, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> broken.keep(c.sha256(), c.file())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> broken.has(c.sha256())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> broken.read(c.sha256(), 0, 10)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> broken.keptBefore(Instant.now())).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("Lists more than a page; what others keep in the bucket is neither listed nor touched")
    void manyAndOthers() throws Exception {
        Path own = Files.createDirectories(folder.resolve(BUCKET).resolve("thi-dua"));
        for (int i = 0; i < 2100; i++) {
            Files.writeString(own.resolve(String.format("%064x", i)), "x");
        }
        Files.writeString(own.resolve("ghi-chu.txt"), "của người khác");
        Files.writeString(folder.resolve(BUCKET).resolve(String.format("%064x", 1)), "của người khác");
        assertThat(store.keptBefore(now().plusSeconds(60))).hasSize(2100).doesNotHaveDuplicates();
        store.forget(String.format("%064x", 1));
        assertThat(store.keptBefore(now().plusSeconds(60))).hasSize(2099);
        assertThat(folder.resolve(BUCKET).resolve(String.format("%064x", 1))).exists();
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        for (List<String> missing : List.of(
                List.of("", "k", "s", "bucket"),
                List.of("b", "", "s", "access-key"),
                List.of("b", "k", "", "secret-key"))) {
            assertThatThrownBy(() -> new S3Store(new EvidenceProperties.S3(
                            null, "us-east-1", missing.get(0), "", missing.get(1), missing.get(2))))
                    .hasMessageContaining("thidua.evidence.s3." + missing.get(3));
        }
        assertThat(settings(1, "b", "bi-mat").toString()).doesNotContain("bi-mat");
    }
}
