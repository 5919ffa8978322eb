package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
import vn.thidua.evidence.store.StoreSweep;
import vn.thidua.tryout.JavaProcess;

/** {@code kill -9} while uploads go on, twenty times: store and tables agree after each. Slow: twenty-one starts. */
@Tag("slow")
@ThiduaTest
class KilledDuringUploadsTest {
    private static final int KILLS = 20;
    private static final int SENDERS = 10;
    private static final int LARGEST = 4 << 20;

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FileStore store;

    @Autowired
    Incoming incoming;

    @Autowired
    StoreSweep sweep;

    @Autowired
    UploadSweep uploadSweep;

    private final Random random = new Random(20241125);
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final Set<String> hashed = new HashSet<>();
    /** What was begun and not answered with a receipt, by its upload. */
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();

    private final Map<String, JsonNode> receipted = new ConcurrentHashMap<>();
    private final Set<String> surprises = ConcurrentHashMap.newKeySet();
    private ServedYear served;

    private record Begun(String unit, String name, int size) {
        UploadPapers.Paper paper() {
            return UploadPapers.paper(name, size);
        }
    }

    @Test
    @DisplayName(
            "Killed twenty times during uploads: store and tables agree after each restart, no receipt is lost or doubled")
    void killed() throws Exception {
        served = new ServedYear(context, "giet-giua-chung");
        sweep.sweep(Duration.ZERO);
        int resumed = 0;
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                try (JavaProcess server = served.serve(folder, "-Xmx512m")) {
                    served.signIn();
                    tablesAgree();
                    Set<String> before = new HashSet<>(begun.keySet());
                    ExecutorService senders = send();
                    Thread.sleep(500 + random.nextInt(3500));
                    server.kill();
                    // Nobody answers any more, so they end.
                    senders.shutdown();
                    assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
                    resumed +=
                            (int) before.stream().filter(receipted::containsKey).count();
                }
                agree();
            }
            int atTheKills = receipted.size();
            int unfinished = begun.size();
            endAll();
            hashed.clear();
            agree();
            System.out.printf(
                    "%d kills: %d uploads begun, %d receipted before a kill (%d of them resumed after one), %d unfinished, all ended"
                            + " after the last restart; %d submissions, %d files in the store%n",
                    KILLS,
                    known.get(),
                    atTheKills,
                    resumed,
                    unfinished,
                    submissions(),
                    store.keptBefore(Instant.now().plusSeconds(60)).size());
            assertThat(submissions()).isEqualTo(known.get());
        } finally {
            served.end();
        }
    }

    /** Goes on with some of what was cut off before, and begins anew. */
    private ExecutorService send() {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<String> left = new ArrayList<>(begun.keySet());
        for (int i = 0; i < SENDERS; i++) {
            List<String> mine = i < left.size() / 2 ? List.of(left.get(i)) : List.of();
            senders.submit(() -> {
                try {
                    for (String upload : mine) {
                        finish(upload);
                    }
                    while (true) {
                        int n = names.incrementAndGet();
                        String unit = ServedYear.UNITS.get(n % ServedYear.UNITS.size());
                        Begun file = new Begun(unit, "tep " + n, 1000 + n * 7919 % LARGEST);
                        String upload = served.begin(unit, "report", file.name(), file.size());
                        known.incrementAndGet();
                        begun.put(upload, file);
                        finish(upload);
                    }
                } catch (ServedYear.Refused e) {
                    surprises.add(String.valueOf(e.getMessage()));
                } catch (IOException killed) {
                    // As a browser sees it.
                } catch (RuntimeException e) {
                    surprises.add(e.toString());
                }
            });
        }
        return senders;
    }

    /** A receipt's answer counts from the moment it has come. */
    private void finish(String upload) throws IOException, ServedYear.Refused {
        Begun file = begun.get(upload);
        try {
            JsonNode answer = served.send(file.unit(), upload, file.paper());
            receipted.put(upload, answer);
            begun.remove(upload);
        } catch (ServedYear.Refused e) {
            // What a killed node was ending is ended within a minute or so; until then the page is told to wait.
            if (!e.getMessage().startsWith("503")) {
                throw e;
            }
        }
    }

    private void endAll() throws Exception {
        try (JavaProcess server = served.serve(folder, "-Xmx512m")) {
            served.signIn();
            for (String upload : Set.copyOf(begun.keySet())) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> {
                            finish(upload);
                            return receipted.containsKey(upload);
                        });
            }
            server.kill();
        }
        // Uploads whose number nobody was told: nobody goes on with them.
        jdbc.sql("UPDATE upload SET touched_at = touched_at - interval '3 days' WHERE received_at IS NULL")
                .update();
        uploadSweep.sweep();
        sweep.sweep(Duration.ZERO);
        assertThat(incoming.all()).isEmpty();
        assertThat(new HashSet<>(store.keptBefore(Instant.now().plusSeconds(60))))
                .isEqualTo(stored());
    }

    /** Every row has its bytes, every receipt that was answered is there, once; also while a server is at work. */
    private void tablesAgree() throws Exception {
        assertThat(surprises).isEmpty();
        for (String sha256 : stored()) {
            if (hashed.add(sha256)) {
                assertThat(hash(sha256)).as("bytes of " + sha256).isEqualTo(sha256);
            }
            assertThat(store.has(sha256)).as(sha256).isTrue();
        }
        assertThat(
                        number(
                                "SELECT count(*) FROM submission s LEFT JOIN stored_file f USING (sha256) WHERE f.sha256 IS NULL"))
                .isZero();
        assertThat(number(
                        "SELECT count(*) FROM stored_file f LEFT JOIN submission s USING (sha256) WHERE s.id IS NULL"))
                .isZero();
        receipted.forEach((upload, answer) -> {
            assertThat(number(
                            "SELECT count(*) FROM submission WHERE receipt = ? AND sha256 = ? AND in_time",
                            answer.path("receipt").asText(),
                            answer.path("sha256").asText()))
                    .as("receipt answered: " + answer)
                    .isEqualTo(1);
        });
        assertThat(number(
                        "SELECT count(*) FROM (SELECT name FROM submission s JOIN duty d ON d.id = s.duty_id WHERE d.year_id = ?"
                                + " GROUP BY name HAVING count(*) > 1) twice",
                        served.year.yearId()))
                .as("files receipted twice")
                .isZero();
    }

    /** And after the sweep nothing else lies there; no server is at work. */
    private void agree() throws Exception {
        tablesAgree();
        uploadSweep.sweep();
        sweep.sweep(Duration.ZERO);
        Set<String> spokenOf = new HashSet<>(stored());
        spokenOf.addAll(texts(
                "SELECT sha256 FROM upload WHERE sha256 IS NOT NULL AND submission_id IS NULL AND refused IS NULL"));
        assertThat(spokenOf).containsAll(store.keptBefore(Instant.now().plusSeconds(60)));
        Set<String> open = texts("SELECT id::text FROM upload WHERE submission_id IS NULL AND refused IS NULL");
        assertThat(open)
                .containsAll(incoming.all().stream().map(Object::toString).toList());
    }

    private Set<String> stored() {
        return texts("SELECT sha256 FROM stored_file");
    }

    private long submissions() {
        return number(
                "SELECT count(*) FROM submission s JOIN duty d ON d.id = s.duty_id WHERE d.year_id = ?",
                served.year.yearId());
    }

    private long number(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(Long.class).single();
    }

    private Set<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream().collect(Collectors.toSet());
    }

    private String hash(String sha256) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(store.read(sha256, 0, Long.MAX_VALUE), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
