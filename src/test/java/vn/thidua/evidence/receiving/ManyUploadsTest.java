package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.tryout.JavaProcess;

/** 64 files of 50 MB sent at once to a server with a heap of 512 MB. Slow: more than 3 GB go through. */
@Tag("slow")
@ThiduaTest
class ManyUploadsTest {
    private static final int AT_ONCE = 64;
    private static final int SIZE = 50 << 20;
    private static final int HEAP_MB = 512;
    private static final Pattern COLLECTION = Pattern.compile("\\bPause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    FileStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("64 uploads of 50 MB at once with a 512 MB heap: no failure, heap flat")
    void manyAtOnce() throws Exception {
        ServedYear served = new ServedYear(context, "tai-nhieu");
        Path log = folder.resolve("gc.log");
        try (JavaProcess server = served.serve(folder, "-Xmx" + HEAP_MB + "m -Xlog:gc:file=" + log)) {
            served.signIn();
            long before = live(server);
            int collectionsBefore = afterCollections(log).size();
            long start = System.nanoTime();
            List<JsonNode> files;
            try {
                files = sendAll(served);
            } catch (ExecutionException e) {
                throw new AssertionError(server.output(), e);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            List<Integer> after = afterCollections(log);
            List<Integer> during = after.subList(collectionsBefore, after.size());
            // A file that is being examined is in memory, and rightly so.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> unexamined() == 0);
            long afterwards = live(server);

            int third = during.size() / 3;
            int early = max(during.subList(0, third));
            int late = max(during.subList(2 * third, during.size()));
            System.out.printf(
                    "%d uploads of %d MB in %d s (%d MB/s); heap after collections at most %d MB of %d in %d collections,"
                            + " %d MB in the first third, %d MB in the last; live %d MB before, %d MB after%n",
                    AT_ONCE,
                    SIZE >> 20,
                    took.toSeconds(),
                    (long) AT_ONCE * (SIZE >> 20) / Math.max(1, took.toSeconds()),
                    max(during),
                    HEAP_MB,
                    during.size(),
                    early,
                    late,
                    before,
                    afterwards);

            assertThat(server.output()).doesNotContain("OutOfMemory").doesNotContain(" ERROR ");
            assertThat(files).hasSize(AT_ONCE);
            for (JsonNode file : files) {
                assertThat(hash(file.path("sha256").asText()))
                        .isEqualTo(file.path("sha256").asText());
            }
            assertThat(during).as("collections while uploads went on").hasSizeGreaterThan(10);
            assertThat(late).as("no higher at the end").isLessThan(early + 100);
            assertThat(afterwards).as("nothing is held").isLessThan(before + 64);
            server.terminate();
        } finally {
            served.end();
        }
    }

    private static List<JsonNode> sendAll(ServedYear served) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<JsonNode>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = i;
            String unit = ServedYear.UNITS.get(i % ServedYear.UNITS.size());
            sent.add(senders.submit(() -> {
                UploadPapers.Paper paper = UploadPapers.paper("tai nhieu " + number, SIZE);
                go.await();
                String upload = served.begin(unit, "report", "tep-" + number + ".pdf", SIZE);
                return served.send(unit, upload, paper);
            }));
        }
        go.countDown();
        List<JsonNode> files = new ArrayList<>();
        for (Future<JsonNode> one : sent) {
            files.add(one.get());
        }
        senders.shutdown();
        return files;
    }

    private long unexamined() {
        return jdbc.sql("SELECT count(*) FROM submission WHERE examined_at IS NULL")
                .query(Long.class)
                .single();
    }

    private String hash(String sha256) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(store.read(sha256, 0, SIZE), digest)) {
            assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(SIZE);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** MB in use after each collection. */
    private static List<Integer> afterCollections(Path log) throws Exception {
        List<Integer> after = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                after.add(Integer.parseInt(collection.group(2)));
            }
        }
        return after;
    }

    private static int max(List<Integer> numbers) {
        return numbers.stream().mapToInt(n -> n).max().orElse(0);
    }

    /** MB that a full collection leaves. */
    private static long live(JavaProcess server) throws Exception {
        jcmd(server, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(server, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) >> 10;
    }

    private static String jcmd(JavaProcess server, String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
        return said;
    }
}
