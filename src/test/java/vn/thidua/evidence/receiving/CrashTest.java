package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.evidence.receiving.ReceivingYear.IN_TIME;
import static vn.thidua.evidence.receiving.ReceivingYear.LAST_MICROSECOND;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.ThiduaTest;
import vn.thidua.evidence.receiving.UploadRefused.Kind;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.store.StoreSweep;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/** What was received in time is in time, whatever happens between the last byte and the row: once, at its own instant. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    private static final String AFTER_THE_DEADLINE = "2024-11-21T17:00";

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    FileStore store;

    @Autowired
    UploadEnding ending;

    @Autowired
    StoreSweep sweep;

    @Autowired
    UploadSweep uploadSweep;

    private ReceivingYear of;

    @BeforeAll
    void start() {
        of = new ReceivingYear(context, "sap-giua-chung");
    }

    @BeforeEach
    void inTime() {
        of.year.at(IN_TIME);
    }

    @AfterAll
    void end() {
        of.end();
    }

    /** The end of a node: nothing catches it. */
    private static final class Crash extends Error {}

    enum Point {
        BEFORE_LOOKING_FOR_VIRUSES,
        BEFORE_HASH_IS_NOTED,
        AFTER_HASH_IS_NOTED,
        BEFORE_STORE,
        STORE_HAS_COPIED,
        AFTER_STORE,
        BEFORE_ROW,
        ROW_NOT_COMMITTED,
        AFTER_ROW
    }

    private final class Transactions extends TransactionTemplate {
        private final Point point;
        private int count;

        Transactions(Point point) {
            super(manager);
            this.point = point;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            count++;
            crashAt(count == 1 ? Point.BEFORE_HASH_IS_NOTED : Point.BEFORE_ROW);
            boolean last = count == 2;
            T result = super.execute(status -> {
                T done = action.doInTransaction(status);
                if (last) {
                    crashAt(Point.ROW_NOT_COMMITTED);
                }
                return done;
            });
            crashAt(last ? Point.AFTER_ROW : Point.AFTER_HASH_IS_NOTED);
            return result;
        }

        private void crashAt(Point here) {
            if (point == here) {
                throw new Crash();
            }
        }
    }

    /** The application's store, with something happening around keeping. */
    private class Store implements FileStore {
        void before(String sha256, Path content) throws IOException {}

        void after() {}

        @Override
        public void keep(String sha256, Path content) throws IOException {
            before(sha256, content);
            store.keep(sha256, content);
            after();
        }

        @Override
        public boolean has(String sha256) throws IOException {
            return store.has(sha256);
        }

        @Override
        public java.io.InputStream read(String sha256, long from, long length) throws IOException {
            return store.read(sha256, from, length);
        }

        @Override
        public List<String> keptBefore(java.time.Instant instant) throws IOException {
            return store.keptBefore(instant);
        }

        @Override
        public void forget(String sha256) throws IOException {
            store.forget(sha256);
        }
    }

    private UploadEnding crashing(Point point) {
        Store crashing = new Store() {
            @Override
            void before(String sha256, Path content) throws IOException {
                if (point == Point.BEFORE_STORE) {
                    throw new Crash();
                }
                if (point == Point.STORE_HAS_COPIED) {
                    Path copy = Files.copy(content, content.resolveSibling("copy-" + sha256));
                    store.keep(sha256, copy);
                    throw new Crash();
                }
            }

            @Override
            void after() {
                if (point == Point.AFTER_STORE) {
                    throw new Crash();
                }
            }
        };
        VirusCheck check = file -> {
            if (point == Point.BEFORE_LOOKING_FOR_VIRUSES) {
                throw new Crash();
            }
            return Optional.empty();
        };
        return of.ending(crashing, check, new Transactions(point));
    }

    private List<Submission> named(String unit, String name) {
        return of.files(unit).stream().filter(f -> f.name().equals(name)).toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A crash between any two steps: ended later, once, with the instant of the last byte")
    void crash(Point point) throws Exception {
        byte[] content = UploadPapers.small("sap " + point);
        Upload upload = of.begin("AGG", point + ".pdf", content.length);
        of.year.at(LAST_MICROSECOND);
        assertThatThrownBy(() -> of.receiving(crashing(point))
                        .append(upload.id(), 0, new ByteArrayInputStream(content), upload.by()))
                .isInstanceOf(Crash.class);
        assertThat(named("AGG", upload.name())).hasSize(point == Point.AFTER_ROW ? 1 : 0);
        of.claimed(upload.id());

        ending.endLeftOver();
        assertThat(named("AGG", upload.name()))
                .as("the dead node's claim is not over")
                .hasSize(point == Point.AFTER_ROW ? 1 : 0);

        of.year.at(AFTER_THE_DEADLINE);
        uploadSweep.sweep();
        sweep.sweep(Duration.ZERO);
        ending.endLeftOver();
        ending.endLeftOver();
        uploadSweep.sweep();
        sweep.sweep(Duration.ZERO);

        assertThat(named("AGG", upload.name())).singleElement().satisfies(file -> {
            assertThat(file.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
            assertThat(file.inTime()).isTrue();
            assertThat(store.has(file.sha256())).isTrue();
            assertThat(file.size()).isEqualTo(content.length);
            assertThat(of.upload(upload.id()).submissionId()).isEqualTo(file.id());
        });
        assertThat(of.year.journal(JournalEvent.RECEIVED, DutyCode.ATTENDEES, "AGG"))
                .filteredOn(e -> upload.name().equals(e.detail().get("file")))
                .hasSize(1);
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.append(upload, content.length, content, content.length).file())
                .as("the browser that comes back learns what became of it")
                .isNotNull();
    }

    @Test
    @DisplayName("A crash after the last byte was stored, before it was received: the sender comes again, with nothing")
    void beforeTheInstant() throws Exception {
        byte[] content = UploadPapers.small("chua ghi gio");
        Upload upload = of.begin("AGG", "chua-ghi-gio.pdf", content.length);
        of.bean(Incoming.class).append(upload.id(), 0, new ByteArrayInputStream(content), content.length);
        ending.endLeftOver();
        assertThat(of.upload(upload.id()).received()).isFalse();
        of.year.at(LAST_MICROSECOND);
        Submission file =
                of.append(upload, content.length, content, content.length).file();
        assertThat(file.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
    }

    @Test
    @DisplayName("A node so slow that another takes its upload over: one row, one receipt")
    void slowNode() throws Exception {
        byte[] content = UploadPapers.small("cham");
        Upload upload = of.begin("BTE", "cham.pdf", content.length);
        CountDownLatch keeping = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        UploadEnding slow = of.ending(
                new Store() {
                    @Override
                    void after() {
                        keeping.countDown();
                        try {
                            go.await(20, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                },
                VirusCheck.NONE,
                of.bean(TransactionTemplate.class));
        ExecutorService node = Executors.newSingleThreadExecutor();
        Future<Receiving.Progress> sent = node.submit(
                () -> of.receiving(slow).append(upload.id(), 0, new ByteArrayInputStream(content), upload.by()));
        assertThat(keeping.await(20, TimeUnit.SECONDS)).isTrue();
        of.year.at("2024-11-20T10:01:01");
        ending.endLeftOver();
        assertThat(named("BTE", "cham.pdf")).hasSize(1);
        go.countDown();
        assertThat(sent.get(20, TimeUnit.SECONDS).file())
                .isEqualTo(named("BTE", "cham.pdf").get(0));
        node.shutdown();
        assertThat(named("BTE", "cham.pdf")).hasSize(1);
    }

    @Test
    @DisplayName("A store that is away: the sender is told that the instant stands, and it does")
    void storeAway() throws Exception {
        byte[] content = UploadPapers.small("kho vang");
        Upload upload = of.begin("CTO", "kho-vang.pdf", content.length);
        UploadEnding broken = of.ending(
                new Store() {
                    @Override
                    void before(String sha256, Path file) throws IOException {
                        throw new IOException("bucket away");
                    }
                },
                VirusCheck.NONE,
                of.bean(TransactionTemplate.class));
        of.year.at(LAST_MICROSECOND);
        assertThatThrownBy(() ->
                        of.receiving(broken).append(upload.id(), 0, new ByteArrayInputStream(content), upload.by()))
                .isInstanceOfSatisfying(
                        UploadRefused.class, e -> assertThat(e.kind()).isEqualTo(Kind.STORAGE))
                .hasMessageContaining("đã ghi thời điểm nhận");
        of.year.at("2024-11-23T12:00");
        uploadSweep.sweep();
        sweep.sweep(Duration.ZERO);
        ending.endLeftOver();
        assertThat(named("CTO", "kho-vang.pdf")).singleElement().satisfies(f -> {
            assertThat(f.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
            assertThat(f.inTime()).isTrue();
        });
    }

    @Test
    @DisplayName(
            "clamd is away over the deadline: the file waits, and is received at its own instant once clamd answers")
    void clamdComesBack() throws Exception {
        byte[] content = UploadPapers.small("cho quet");
        Upload upload = of.begin("KGG", "cho-quet.pdf", content.length);
        try (FakeClamd clamd = new FakeClamd()) {
            clamd.manner = FakeClamd.Manner.HANGS_UP_AT_ONCE;
            UploadEnding looking = of.ending(
                    store, new ClamdCheck(clamd.address(), Duration.ofSeconds(2)), of.bean(TransactionTemplate.class));
            of.year.at(LAST_MICROSECOND);
            assertThatThrownBy(() -> of.receiving(looking)
                            .append(upload.id(), 0, new ByteArrayInputStream(content), upload.by()))
                    .isInstanceOfSatisfying(
                            UploadRefused.class, e -> assertThat(e.kind()).isEqualTo(Kind.STORAGE))
                    .hasMessageContaining("vi-rút");
            of.year.at(AFTER_THE_DEADLINE);
            for (FakeClamd.Manner manner : List.of(FakeClamd.Manner.ANSWERS_HALF, FakeClamd.Manner.NEVER_ANSWERS)) {
                clamd.manner = manner;
                looking.endLeftOver();
                assertThat(named("KGG", "cho-quet.pdf")).isEmpty();
            }
            clamd.manner = FakeClamd.Manner.READS;
            clamd.verdict = c -> "INSTREAM size limit exceeded. ERROR\0";
            looking.endLeftOver();
            assertThat(named("KGG", "cho-quet.pdf")).isEmpty();
            clamd.verdict = c -> "stream: OK\0";
            looking.endLeftOver();
            assertThat(clamd.seen).last().isEqualTo(content);
        }
        assertThat(named("KGG", "cho-quet.pdf")).singleElement().satisfies(f -> {
            assertThat(f.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
            assertThat(f.inTime()).isTrue();
        });
    }

    @Test
    @DisplayName("What clamd finds is refused by name, journalled, and no byte of it is left")
    void clamdFinds() throws Exception {
        byte[] content = UploadPapers.small("co vi rut");
        Upload upload = of.begin("KGG", "co-vi-rut.pdf", content.length);
        try (FakeClamd clamd = new FakeClamd()) {
            clamd.verdict = c -> "stream: Eicar-Test-Signature FOUND\0";
            UploadEnding looking = of.ending(
                    store, new ClamdCheck(clamd.address(), Duration.ofSeconds(2)), of.bean(TransactionTemplate.class));
            assertThatThrownBy(() -> of.receiving(looking)
                            .append(upload.id(), 0, new ByteArrayInputStream(content), upload.by()))
                    .isInstanceOfSatisfying(
                            UploadRefused.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONTENT))
                    .hasMessageContaining("Eicar-Test-Signature");
        }
        ending.endLeftOver();
        assertThat(named("KGG", "co-vi-rut.pdf")).isEmpty();
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.year.journal(JournalEvent.REFUSED, DutyCode.ATTENDEES, "KGG"))
                .filteredOn(e -> "co-vi-rut.pdf".equals(e.detail().get("file")))
                .singleElement()
                .satisfies(e ->
                        assertThat(String.valueOf(e.detail().get("reason"))).contains("Eicar-Test-Signature"));
    }
}
