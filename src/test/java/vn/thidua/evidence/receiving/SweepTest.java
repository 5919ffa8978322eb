package vn.thidua.evidence.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.evidence.receiving.ReceivingYear.IN_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.ThiduaTest;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.store.StoreSweep;
import vn.thidua.evidence.submission.Submission;

/** What nobody needs goes, a day or two later; what anybody needs, or may just be needing, stays. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    Receiving receiving;

    @Autowired
    FileStore store;

    @Autowired
    StoreSweep sweep;

    @Autowired
    UploadSweep uploadSweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private ReceivingYear of;

    @BeforeAll
    void start() {
        of = new ReceivingYear(context, "quet-don");
    }

    @BeforeEach
    void inTime() {
        of.year.at(IN_TIME);
    }

    @AfterAll
    void end() {
        of.end();
    }

    private String orphan(String title) throws Exception {
        byte[] content = UploadPapers.small(title);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        store.keep(sha256, Files.write(folder.resolve(sha256), content));
        return sha256;
    }

    @Test
    @DisplayName("Bytes without a row go after a day; young ones and those of a row stay, whatever their age")
    void orphans() throws Exception {
        Submission file = of.handIn("AGG", UploadPapers.small("co dong"));
        String old = orphan("mo coi");
        of.year.at("2024-11-21T09:59:59");
        sweep.sweep(DAY);
        assertThat(store.has(old)).isTrue();
        of.year.at("2024-11-21T10:00:01");
        String young = orphan("mo coi tre");
        assertThat(sweep.sweep(DAY)).isPositive();
        assertThat(store.has(old)).isFalse();
        assertThat(store.has(young)).isTrue();
        assertThat(store.has(file.sha256())).isTrue();
    }

    @Test
    @DisplayName("An orphan that is handed in after all is young again and stays")
    void adopted() throws Exception {
        String orphan = orphan("nhan lai");
        of.year.at("2024-11-21T11:00");
        Submission file = of.handIn("AGG", UploadPapers.small("nhan lai"));
        assertThat(file.sha256()).isEqualTo(orphan);
        sweep.sweep(Duration.ZERO);
        of.year.at("2024-11-23T11:00");
        sweep.sweep(DAY);
        assertThat(store.has(orphan)).isTrue();
    }

    @Test
    @DisplayName("While a row is being written about bytes, the sweep leaves them alone")
    void whileARowIsWritten() throws Exception {
        String sha256 = orphan("dang ghi");
        of.year.at("2024-11-23T11:00");
        transactions.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 8))::text")
                    .param(sha256)
                    .query()
                    .singleValue();
            try {
                // On another connection, as the schedule's.
                CompletableFuture.runAsync(() -> {
                            try {
                                sweep.sweep(DAY);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })
                        .get(20, TimeUnit.SECONDS);
                assertThat(store.has(sha256)).isTrue();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sweep.sweep(DAY);
        assertThat(store.has(sha256)).isFalse();
    }

    @Test
    @DisplayName(
            "An upload that nobody went on with is given up after two days, with its bytes; one that goes on is not")
    void abandoned() throws Exception {
        byte[] content = UploadPapers.small("bo do");
        Upload left = of.begin("BTE", "bo-do.pdf", content.length);
        Upload goesOn = of.begin("BTE", "di-tiep.pdf", content.length);
        of.append(left, 0, content, 50);
        of.append(goesOn, 0, content, 50);
        of.year.at("2024-11-21T10:00");
        // Cut off again and again, but it goes on.
        assertThatThrownBy(() -> receiving.append(goesOn.id(), 50, UploadPapers.cut(content, 50, 10), goesOn.by()))
                .isInstanceOf(IOException.class);
        of.year.at("2024-11-22T09:59");
        uploadSweep.sweep();
        assertThat(of.incoming()).contains(left.id().toString(), goesOn.id().toString());
        of.year.at("2024-11-22T10:01");
        uploadSweep.sweep();
        assertThat(of.incoming())
                .doesNotContain(left.id().toString())
                .contains(goesOn.id().toString());
        assertThat(of.count("SELECT count(*) FROM upload WHERE id = ?", left.id()))
                .isZero();
        assertThat(of.upload(goesOn.id()).ended()).isFalse();
    }

    @Test
    @DisplayName("Bytes of an upload that nobody knows go; a receipt's upload goes in the end, the receipt stays")
    void unknownBytes() throws Exception {
        Submission file = of.handIn("CTO", UploadPapers.small("xong"));
        UUID stranger = UUID.randomUUID();
        Path incoming = Files.createDirectories(
                Path.of(of.bean(EvidenceProperties.class).directory(), "incoming"));
        Files.writeString(incoming.resolve(stranger.toString()), "của ai");
        uploadSweep.sweep();
        assertThat(of.incoming()).doesNotContain(stranger.toString());
        assertThat(of.count("SELECT count(*) FROM upload WHERE submission_id = ?", file.id()))
                .isEqualTo(1);
        of.year.at("2024-11-22T10:01");
        uploadSweep.sweep();
        sweep.sweep(DAY);
        assertThat(of.count("SELECT count(*) FROM upload WHERE submission_id = ?", file.id()))
                .isZero();
        assertThat(of.files("CTO")).anyMatch(f -> f.id() == file.id());
        assertThat(store.has(file.sha256())).isTrue();
    }

    @Test
    @DisplayName("A cut at any byte: after the sweep neither a row nor a file is left of it")
    void cutAnywhere() throws Exception {
        byte[] content = UploadPapers.small("cat roi bo");
        List<String> begun = new ArrayList<>();
        for (int cut = 0; cut < content.length; cut += 7) {
            Upload upload = of.begin("KGG", "cat.pdf", content.length);
            begun.add(upload.id().toString());
            int bytes = cut;
            assertThatThrownBy(() -> receiving.append(upload.id(), 0, UploadPapers.cut(content, 0, bytes), upload.by()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(of.incoming()).containsAnyElementsOf(begun);
        assertThat(of.files("KGG")).isEmpty();
        of.year.at("2024-11-22T10:01");
        uploadSweep.sweep();
        sweep.sweep(DAY);
        assertThat(of.count(
                        "SELECT count(*) FROM upload WHERE duty_id = ?",
                        of.duty("KGG").id()))
                .isZero();
        assertThat(of.incoming()).doesNotContainAnyElementsOf(begun);
        assertThat(of.files("KGG")).isEmpty();
    }
}
