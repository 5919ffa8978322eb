package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.evidence.receiving.ReceivingYear.DEADLINE;
import static vn.thidua.evidence.receiving.ReceivingYear.IN_TIME;
import static vn.thidua.evidence.receiving.ReceivingYear.LAST_MICROSECOND;
import static vn.thidua.evidence.receiving.ReceivingYear.SLOT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.receiving.UploadRefused.Kind;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/** Files coming in, on the real application: begun, resumed, received at the deadline, handed in twice, replaced, refused. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivingTest {
    private static final long MB = 1 << 20;

    @Autowired
    ApplicationContext context;

    @Autowired
    Receiving receiving;

    @Autowired
    FileStore store;

    private ReceivingYear of;

    @BeforeAll
    void start() {
        of = new ReceivingYear(context, "nhan-tep");
    }

    @BeforeEach
    void inTime() {
        of.year.at(IN_TIME);
    }

    @AfterAll
    void end() {
        of.end();
    }

    private static void refused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UploadRefused.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageMatching("(?s).*[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũ].*");
    }

    private static void standsAt(long offset, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UploadRefused.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.OFFSET);
            assertThat(e.offset()).isEqualTo(offset);
        });
    }

    @Test
    @DisplayName("A file comes in: receipted by the database's clock, kept under its hash, journalled, its upload over")
    void comesIn() throws Exception {
        byte[] content = UploadPapers.small("mot");
        Submission file = of.handIn("AGG", content);

        assertThat(file.receivedAt()).isEqualTo(instant(IN_TIME));
        assertThat(file.measuredAgainst()).isEqualTo(instant(DEADLINE));
        assertThat(file.inTime()).isTrue();
        assertThat(file.receipt()).matches("BN-2024-\\d{6,}");
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(file.by()).isEqualTo(officer("AGG"));
        try (InputStream in = store.read(file.sha256(), 0, file.size())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(of.year.journal(JournalEvent.RECEIVED, DutyCode.ATTENDEES, "AGG"))
                .filteredOn(e -> file.receipt().equals(e.detail().get("receipt")))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("sha256", file.sha256()));
    }

    @Test
    @DisplayName("Cut at any byte, an upload goes on from there, and is then the same file")
    void everyOffset() throws Exception {
        int rows = of.files("BTE").size();
        byte[] content = UploadPapers.small("cat");
        for (int cut = 0; cut <= content.length; cut++) {
            Upload upload = of.begin("BTE", "cat.pdf", content.length);
            InputStream broken = UploadPapers.cut(content, 0, cut);
            if (cut < content.length) {
                assertThatThrownBy(() -> receiving.append(upload.id(), 0, broken, upload.by()))
                        .isInstanceOf(IOException.class);
                assertThat(receiving.progress(upload.id(), upload.by()).offset())
                        .isEqualTo(cut);
                assertThat(of.append(upload, cut, content, content.length).file())
                        .isNotNull();
            } else {
                assertThat(receiving.append(upload.id(), 0, broken, upload.by()).file())
                        .as("the last byte is there; that the connection breaks behind it takes nothing away")
                        .isNotNull();
            }
            assertThat(of.incoming()).doesNotContain(upload.id().toString());
        }
        List<Submission> files = of.files("BTE").subList(rows, rows + content.length + 1);
        assertThat(files)
                .extracting(Submission::sha256)
                .containsOnly(files.get(0).sha256());
        assertThat(files).extracting(Submission::receipt).doesNotHaveDuplicates();
        assertThat(of.count(
                        "SELECT count(*) FROM stored_file WHERE sha256 = ?",
                        files.get(0).sha256()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("One byte at a time")
    void byteByByte() throws Exception {
        byte[] content = UploadPapers.small("tung byte");
        Upload upload = of.begin("AGG", "cham.pdf", content.length);
        for (int i = 0; i < content.length - 1; i++) {
            assertThat(of.append(upload, i, content, i + 1).offset()).isEqualTo(i + 1);
        }
        Submission file =
                of.append(upload, content.length - 1, content, content.length).file();
        try (InputStream in = store.read(file.sha256(), 0, content.length)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    @DisplayName(
            "Bytes for another place are refused with the right one; after the end the answer is what the upload became")
    void wrongOffset() throws Exception {
        byte[] content = UploadPapers.small("lech");
        Upload upload = of.begin("AGG", "lech.pdf", content.length);
        standsAt(0, () -> of.append(upload, 1, content, 10));
        of.append(upload, 0, content, 100);
        standsAt(100, () -> of.append(upload, 0, content, 100));
        standsAt(100, () -> of.append(upload, 101, content, 120));
        assertThat(receiving.progress(upload.id(), upload.by()).offset()).isEqualTo(100);
        Submission file = of.append(upload, 100, content, content.length).file();

        for (int again : new int[] {0, 100, content.length}) {
            Receiving.Progress progress = of.append(upload, again, content, content.length);
            assertThat(progress.file()).isEqualTo(file);
            assertThat(progress.offset()).isEqualTo(content.length);
        }
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.files("AGG")).filteredOn(f -> f.name().equals("lech.pdf")).hasSize(1);
    }

    @Test
    @DisplayName("Two that send the same bytes at once: one is taken, the other told where the upload stands")
    void sendersAtOnce() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 10; round++) {
            byte[] content = UploadPapers.of("cung luc " + round, 200_000);
            Upload upload = of.begin("AGG", "cung-luc-" + round + ".pdf", content.length);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Receiving.Progress>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sent.add(two.submit(() -> {
                    go.await();
                    return of.append(upload, 0, content, content.length);
                }));
            }
            go.countDown();
            int taken = 0;
            for (Future<Receiving.Progress> one : sent) {
                try {
                    assertThat(one.get().file()).isNotNull();
                    taken++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    UploadRefused.class,
                                    r -> assertThat(r.kind()).isIn(Kind.OFFSET, Kind.STORAGE));
                }
            }
            assertThat(taken).isPositive();
            String name = upload.name();
            assertThat(of.files("AGG")).filteredOn(f -> f.name().equals(name)).hasSize(1);
            assertThat(of.incoming()).doesNotContain(upload.id().toString());
        }
        two.shutdown();
    }

    @Test
    @DisplayName(
            "While a request before hangs, who asks is told to wait; once its connection has broken, to go on from its last byte")
    void busy() throws Exception {
        byte[] content = UploadPapers.small("treo");
        Upload upload = of.begin("AGG", "treo.pdf", content.length);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        InputStream hanging =
                new java.io.SequenceInputStream(new ByteArrayInputStream(content, 0, 100), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        reading.countDown();
                        try {
                            broken.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new IOException("connection reset");
                    }
                });
        ExecutorService one = Executors.newSingleThreadExecutor();
        Future<?> before = one.submit(() -> receiving.append(upload.id(), 0, hanging, upload.by()));
        reading.await();
        assertThat(receiving.progress(upload.id(), upload.by()).busy()).isTrue();
        standsAt(100, () -> of.append(upload, 100, content, content.length));
        broken.countDown();
        assertThatThrownBy(before::get).hasCauseInstanceOf(IOException.class);
        one.shutdown();

        Receiving.Progress progress = receiving.progress(upload.id(), upload.by());
        assertThat(progress.busy()).isFalse();
        assertThat(progress.offset()).isEqualTo(100);
        assertThat(of.append(upload, 100, content, content.length).file()).isNotNull();
    }

    @Test
    @DisplayName("A hundred on their way at the same moment: none is taken for another")
    void notInEachOthersWay() throws Exception {
        int many = 100;
        ExecutorService senders = Executors.newFixedThreadPool(many);
        CountDownLatch allAreReading = new CountDownLatch(many);
        List<Future<Receiving.Progress>> sent = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            byte[] content = UploadPapers.small("tram tep " + i);
            Upload upload = of.begin("BTE", "tram-tep-" + i + ".pdf", content.length);
            InputStream together = new java.io.FilterInputStream(new ByteArrayInputStream(content)) {
                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    allAreReading.countDown();
                    try {
                        assertThat(allAreReading.await(30, java.util.concurrent.TimeUnit.SECONDS))
                                .isTrue();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return super.read(into, from, length);
                }
            };
            sent.add(senders.submit(() -> receiving.append(upload.id(), 0, together, upload.by())));
        }
        for (Future<Receiving.Progress> one : sent) {
            assertThat(one.get().file()).isNotNull();
        }
        senders.shutdown();
    }

    @Test
    @DisplayName("More bytes than announced: nothing is received, nothing is left")
    void more() throws Exception {
        byte[] content = UploadPapers.small("du");
        Upload upload = of.begin("CTO", "du.pdf", content.length - 1);
        refused(Kind.BAD_CALL, () -> of.append(upload, 0, content, content.length));
        refused(Kind.GONE, () -> receiving.progress(upload.id(), upload.by()));
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.files("CTO")).noneMatch(f -> f.name().equals("du.pdf"));
    }

    @Test
    void sizes() {
        refused(Kind.CONTENT, () -> of.begin("AGG", "rong.pdf", 0));
        refused(Kind.BAD_CALL, () -> of.begin("AGG", "am.pdf", -1));
        refused(Kind.TOO_LARGE, () -> of.begin("AGG", "to.pdf", 50 * MB + 1));
        assertThatThrownBy(() -> of.begin("AGG", "to.pdf", 50 * MB + 1))
                .hasMessageContaining("có dung lượng 52.428.801 byte, quá mức 50 MB");
        assertThat(of.begin("AGG", "vua.pdf", 50 * MB).size()).isEqualTo(50 * MB);
        refused(Kind.TOO_LARGE, () -> of.begin("AGG", "to.pdf", Long.MAX_VALUE));
    }

    @Test
    @DisplayName("What is in the file is refused with a reason, journalled, and leaves no bytes")
    void content() throws Exception {
        byte[] text = "chỉ là chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Upload upload = of.begin("CTO", "gia.pdf", text.length);
        refused(Kind.CONTENT, () -> of.append(upload, 0, text, text.length));
        refused(Kind.CONTENT, () -> of.append(upload, text.length, text, text.length));
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.files("CTO")).noneMatch(f -> f.name().equals("gia.pdf"));
        assertThat(of.year.journal(JournalEvent.REFUSED, DutyCode.ATTENDEES, "CTO"))
                .filteredOn(e -> "gia.pdf".equals(e.detail().get("file")))
                .hasSize(1);
    }

    @Test
    @DisplayName("The last of a quota is never taken twice, and is given back by who cancels")
    void quota() throws Exception {
        String unit = "VLG";
        List<Upload> filling = new ArrayList<>();
        while (2048 * MB - receiving.used(of.duty(unit)) >= 100 * MB) {
            filling.add(of.begin(unit, "day.pdf", 50 * MB));
        }
        long left = 2048 * MB - receiving.used(of.duty(unit)) - 10 * MB;
        while (left > 0) {
            filling.add(of.begin(unit, "day.pdf", Math.min(left, 50 * MB)));
            left -= Math.min(left, 50 * MB);
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Upload>> begun = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                begun.add(two.submit(() -> {
                    go.await();
                    return of.begin(unit, "cuoi.pdf", 10 * MB);
                }));
            }
            go.countDown();
            List<Upload> taken = new ArrayList<>();
            for (Future<Upload> one : begun) {
                try {
                    taken.add(one.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    UploadRefused.class,
                                    r -> assertThat(r.kind()).isEqualTo(Kind.TOO_LARGE));
                }
            }
            assertThat(taken).hasSize(1);
            assertThat(receiving.used(of.duty(unit))).isEqualTo(2048 * MB);
            refused(Kind.TOO_LARGE, () -> of.begin(unit, "them.pdf", 1));
            assertThat(of.begin("KGG", "khac.pdf", 1))
                    .as("every unit has its own")
                    .isNotNull();
            receiving.cancel(taken.get(0).id(), officer(unit));
        }
        two.shutdown();
        for (Upload upload : filling) {
            receiving.cancel(upload.id(), officer(unit));
        }
        assertThat(receiving.used(of.duty(unit))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\an\\Danh sach.pdf, Danh sach.pdf",
        "../../etc/passwd.pdf, passwd.pdf",
        "/srv/a/b.pdf, b.pdf",
        "'  cách  .pdf ', cách  .pdf",
        "<b>&quot;.pdf, <b>&quot;.pdf",
    })
    void names(String given, String kept) {
        assertThat(of.begin("KGG", given, 10).name()).isEqualTo(kept);
    }

    @Test
    void namesAreComposed() {
        assertThat(of.begin("KGG", "Kê\u0301 hoa\u0323ch.pdf", 10).name()).isEqualTo("K\u1ebf ho\u1ea1ch.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "thu-muc/",
                "a/..",
                ".",
                "a\u0000.pdf",
                "a\n.pdf",
                "a.pdf\r\n",
                "\ta.pdf",
                "a\u001b[2J.pdf",
                "a\u007f.pdf",
                "anh\u202efdp.exe",
                "a\u2066b\u2069.pdf",
                "a\u200b.pdf",
                "\ufeffa.pdf",
                "a\ud800.pdf",
                "a\u2028.pdf",
            })
    void namesThatCannotBeShown(String name) {
        refused(Kind.BAD_CALL, () -> of.begin("KGG", name, 10));
        refused(Kind.BAD_CALL, () -> of.begin("KGG", "x".repeat(201), 10));
    }

    @Test
    @DisplayName("Nobody but the party's own people begins, continues, asks about or cancels an upload")
    void notOnesDuty() throws Exception {
        byte[] content = UploadPapers.small("cua AGG");
        long duty = of.duty("AGG").id();
        Upload upload = of.begin("AGG", "cua-agg.pdf", content.length);
        for (String stranger : List.of(officer("BTE"), officer("VLG"), "admin", "agg.vanthu", "vtdkt.thuongtruc")) {
            assertThatThrownBy(() -> receiving.begin(duty, SLOT, "a.pdf", 10, null, stranger))
                    .as(stranger)
                    .isInstanceOf(DutyRefused.class);
            // To others an upload is not there, whether it is or not.
            refused(Kind.GONE, () -> receiving.append(upload.id(), 0, new ByteArrayInputStream(content), stranger));
            refused(Kind.GONE, () -> receiving.progress(upload.id(), stranger));
            refused(Kind.GONE, () -> receiving.cancel(upload.id(), stranger));
        }
        assertThat(receiving.progress(upload.id(), upload.by()).offset()).isZero();
        assertThatThrownBy(() -> receiving.begin(-1, SLOT, "a.pdf", 10, null, officer("AGG")))
                .isInstanceOf(DutyRefused.class);
        refused(Kind.BAD_CALL, () -> receiving.begin(duty, "1.1", "a.pdf", 10, null, officer("AGG")));
        refused(Kind.GONE, () -> receiving.progress(UUID.randomUUID(), officer("AGG")));
        receiving.cancel(upload.id(), upload.by());
        refused(Kind.GONE, () -> of.append(upload, 0, content, content.length));
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
    }

    @Test
    @DisplayName("S0-16: the last byte at 14:59:59.999999 is in time, though the rest of the work ends later")
    void lastMicrosecond() throws Exception {
        byte[] content = UploadPapers.small("kip");
        Upload upload = of.begin("CTO", "kip.pdf", content.length);
        of.append(upload, 0, content, content.length - 1);
        of.year.at(LAST_MICROSECOND);
        Submission file =
                of.append(upload, content.length - 1, content, content.length).file();
        assertThat(file.inTime()).isTrue();
        assertThat(file.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
    }

    @Test
    @DisplayName(
            "S0-16: the last byte at 15:00:00.000000 is late, however early the others came; nothing of it is left")
    void onTheDeadline() throws Exception {
        byte[] content = UploadPapers.small("tre");
        Upload upload = of.begin("CTO", "tre.pdf", content.length);
        of.append(upload, 0, content, content.length - 1);
        of.year.at(DEADLINE);
        assertThatThrownBy(() -> of.append(upload, content.length - 1, content, content.length))
                .isInstanceOf(TooLate.class)
                .hasMessageContaining("«tre.pdf»");
        refused(Kind.GONE, () -> receiving.progress(upload.id(), upload.by()));
        assertThat(of.incoming()).doesNotContain(upload.id().toString());
        assertThat(of.files("CTO")).noneMatch(f -> f.name().equals("tre.pdf"));
        assertThat(of.year.journal(JournalEvent.REFUSED, DutyCode.ATTENDEES, "CTO"))
                .filteredOn(e -> "tre.pdf".equals(e.detail().get("file")))
                .hasSize(1);
    }

    @Test
    void afterTheDeadline() {
        of.year.at(DEADLINE);
        assertThatThrownBy(() -> of.begin("AGG", "muon.pdf", 10)).isInstanceOf(TooLate.class);
    }

    @Test
    @DisplayName("The same file twice, by two units, is stored once and receipted twice")
    void twice() throws Exception {
        byte[] content = UploadPapers.small("hai lan");
        Submission one = of.handIn("AGG", content);
        Submission two = of.handIn("AGG", content);
        Submission three = of.handIn("KGG", content);
        assertThat(List.of(one.receipt(), two.receipt(), three.receipt())).doesNotHaveDuplicates();
        assertThat(two.sha256()).isEqualTo(one.sha256());
        assertThat(List.of(one.id(), two.id(), three.id())).doesNotHaveDuplicates();
        assertThat(of.count("SELECT count(*) FROM stored_file WHERE sha256 = ?", one.sha256()))
                .isEqualTo(1);
        assertThat(of.count("SELECT count(*) FROM submission WHERE sha256 = ?", one.sha256()))
                .isEqualTo(3);
    }

    @Test
    @DisplayName(
            "A newer version takes the place of the one before, which stays on record; only what stands is replaced")
    void replaces() throws Exception {
        byte[] first = UploadPapers.small("ban 1");
        byte[] second = UploadPapers.small("ban 2");
        Submission old = of.handIn("AGG", first);
        Upload upload =
                receiving.begin(of.duty("AGG").id(), SLOT, "ban-2.pdf", second.length, old.id(), officer("AGG"));
        assertThat(of.files("AGG")).filteredOn(f -> f.id() == old.id()).allMatch(Submission::current);
        Submission young = of.append(upload, 0, second, second.length).file();

        assertThat(young.replaces()).isEqualTo(old.id());
        Submission before = of.files("AGG").stream()
                .filter(f -> f.id() == old.id())
                .findFirst()
                .orElseThrow();
        assertThat(before.state()).isEqualTo(Submission.State.REPLACED);
        assertThat(before.stateReason()).contains(young.receipt());
        for (long wrong : new long[] {old.id(), of.handIn("KGG", first).id(), -1}) {
            refused(
                    Kind.BAD_CALL,
                    () -> receiving.begin(of.duty("AGG").id(), SLOT, "x.pdf", 10, wrong, officer("AGG")));
        }
        assertThat(store.has(before.sha256())).isTrue();
    }

    @Test
    @DisplayName("The largest file that is taken")
    void large() throws Exception {
        byte[] content = UploadPapers.of("lon", (int) (50 * MB));
        assertThat(content).hasSize((int) (50 * MB));
        Submission file = of.handIn("KGG", content);
        try (InputStream in = store.read(file.sha256(), 25 * MB, 1000)) {
            assertThat(in.readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(content, (int) (25 * MB), (int) (25 * MB) + 1000));
        }
    }
}
