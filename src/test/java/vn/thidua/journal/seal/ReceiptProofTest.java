package vn.thidua.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.journal.JournalEvent;

/** A receipt's proof: written, read back from text and PDF, held against the journal, doctored. */
class ReceiptProofTest {
    private static final String YEAR = "bien-nhan-2024";
    private static SealFixture db;
    private static ReceiptProof proof;

    @TempDir
    Path folder;

    @BeforeAll
    static void aReceiptAmongOtherEntries() {
        db = new SealFixture();
        db.record(YEAR, 5);
        db.journal.record(
                YEAR,
                JournalEvent.RECEIVED,
                "self-score",
                null,
                "agg.chuyenvien",
                Map.of(
                        "receipt",
                        "BN-2024-000123",
                        "file",
                        "Báo cáo «quý 3», bản \"cuối\".pdf",
                        "size",
                        1234567890123L,
                        "score",
                        new BigDecimal("9.750"),
                        "lines",
                        List.of("1.1", "1.2")));
        db.sealed(YEAR, 5);
        proof = ReceiptProof.of(
                db.entries.await(YEAR, "BN-2024-000123", Duration.ofSeconds(5)).orElseThrow());
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void isOneLineOfCompactJsonThatSaysWhatItIs() throws Exception {
        assertThat(proof.block().lines()).hasSize(2);
        assertThat(proof.block()).startsWith("Phần dành cho máy").endsWith(proof.line() + "\n");
        assertThat(proof.line())
                .startsWith(
                        "{\"v\":1,\"receipt\":\"BN-2024-000123\",\"year\":\"" + YEAR + "\",\"number\":6,\"hash\":\"")
                .contains("\"event\":\"RECEIVED\",\"by\":\"agg.chuyenvien\",\"duty\":\"self-score\",\"unit\":null,")
                .doesNotContain("\n");
        assertThat(ReceiptProof.parse(proof.line())).isEqualTo(proof);
    }

    @Test
    void isFoundInATextWhateverItsLineEndings() throws Exception {
        String text =
                "\uFEFFBIÊN NHẬN\r\nSố: BN-2024-000123\r\n\r\n" + proof.block().replace("\n", "\r\n") + "\r\n";

        assertThat(ReceiptFile.read(Files.writeString(folder.resolve("bien-nhan.txt"), text)))
                .isEqualTo(new ReceiptFile(proof, Optional.of(text)));
        assertThat(proves(proof).proven()).isTrue();
    }

    @Test
    void isFoundInAPdf() throws Exception {
        assertThat(ReceiptFile.read(pdf(proof.line()))).isEqualTo(new ReceiptFile(proof, Optional.empty()));
    }

    @Test
    void aFileWithoutOneIsNoReceipt() throws IOException {
        assertReason(ProofUnreadable.Reason.NONE, Files.writeString(folder.resolve("a.txt"), "BIÊN NHẬN\n"));
        assertReason(ProofUnreadable.Reason.NONE, pdf(null));
        assertReason(
                ProofUnreadable.Reason.SEVERAL,
                Files.writeString(folder.resolve("b.txt"), proof.block() + proof.block()));
        assertReason(
                ProofUnreadable.Reason.NO_RECEIPT,
                Files.write(folder.resolve("c.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}));
        assertReason(ProofUnreadable.Reason.NO_RECEIPT, Files.writeString(folder.resolve("d.pdf"), "%PDF-1.7 cut"));
        assertReason(
                ProofUnreadable.Reason.DAMAGED,
                Files.writeString(
                        folder.resolve("e.txt"),
                        proof.line().substring(0, 80) + "\n" + proof.line().substring(80)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1}",
                "{\"v\":2,${rest}",
                "{\"v\":1,${rest} x",
                "{\"v\":1,\"more\":1,${rest}",
                "{\"v\":1,\"receipt\":\"BN-1\",${rest}",
                "[1]",
                "null",
                "1"
            })
    void whatIsNotExactlyOneIsRefused(String line) {
        String given = line.replace("${rest}", proof.line().substring("{\"v\":1,".length()));

        assertThatThrownBy(() -> ReceiptProof.parse(given))
                .isInstanceOfSatisfying(
                        ProofUnreadable.class, e -> assertThat(e.reason()).isEqualTo(ProofUnreadable.Reason.DAMAGED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"receipt\":\"BN-2024-000123\",\"year\" | \"receipt\":\"BN-2024-000124\",\"year\" | receipt",
                "RECEIVED | DELIVERED | event",
                "agg.chuyenvien | bte.chuyenvien | by",
                "self-score | supplement | duty",
                "\"unit\":null | \"unit\":\"AGG\" | unit",
                "quý 3 | quý 4 | detail.file",
                "1234567890123 | 1234567890124 | detail.size",
                "9.750 | 9.751 | detail.score",
                "\"1.1\",\"1.2\" | \"1.1\" | detail.lines",
                "\"detail\":{ | \"detail\":{\"late\":false, | detail.late",
            })
    void whatIsDoctoredIsNamed(String genuine, String doctored, String field) throws Exception {
        assertThat(proof.line()).contains(genuine);

        ReceiptAudit.Result result = proves(ReceiptProof.parse(proof.line().replace(genuine, doctored)));

        assertThat(result.proven()).isFalse();
        assertThat(result.fault()).isEmpty();
        assertThat(result.differing()).containsExactly(field);
    }

    @Test
    void aTimeAMicrosecondEarlierOrFinerThanTheJournalsIsNamed() throws Exception {
        for (long nanos : new long[] {-1000, 1}) {
            String line = proof.line()
                    .replace(proof.at().toString(), proof.at().plusNanos(nanos).toString());

            assertThat(proves(ReceiptProof.parse(line)).differing()).containsExactly("at");
        }
    }

    @Test
    void anotherPlaceOrHashIsNamed() throws Exception {
        String line = proof.line();
        assertThat(proves(ReceiptProof.parse(line.replace("\"number\":6", "\"number\":5")))
                        .differing())
                .contains("hash", "journalId");
        assertThat(proves(ReceiptProof.parse(line.replace(proof.hash(), "0".repeat(64))))
                        .differing())
                .containsExactly("hash");
        assertThat(proves(ReceiptProof.parse(line.replace("\"number\":6", "\"number\":600")))
                        .fault())
                .contains(new Fault(Fault.Kind.CUT_OFF, 600, 0));
        assertThat(proves(ReceiptProof.parse(line.replace("\"number\":6", "\"number\":-6")))
                        .proven())
                .isFalse();
    }

    @Test
    void theChainUpToItMustBeIntactAndNoMore() throws Exception {
        String year = "truoc-sau-2024";
        db.sealed(year, 10);
        SealedEntry sealed = db.entries.find(year, "BN-" + year + "-6").orElseThrow();
        assertThat(sealed.number()).isEqualTo(7);
        ReceiptProof seventh = ReceiptProof.of(sealed);

        db.tamper("UPDATE journal SET by_whom = 'x' WHERE id = " + db.journalId(year, 9));
        assertThat(proves(seventh).proven()).isTrue();

        db.tamper("UPDATE journal SET by_whom = 'x' WHERE id = " + db.journalId(year, 3));
        assertThat(proves(seventh).fault()).contains(new Fault(Fault.Kind.CHANGED_ROW, 3, db.journalId(year, 3)));
    }

    @Test
    void anEntryThatNamesNoReceiptHasNone() {
        SealedEntry other = new SealedEntry(db.journal.read(YEAR).get(1), 2, "0".repeat(64));

        assertThatThrownBy(() -> ReceiptProof.of(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReceiptAudit.Result proves(ReceiptProof given) throws Exception {
        try (var connection = db.source.getConnection()) {
            return ReceiptAudit.of(new ChainAudit(connection), given);
        }
    }

    private static void assertReason(ProofUnreadable.Reason reason, Path file) {
        assertThatThrownBy(() -> ReceiptFile.read(file))
                .isInstanceOfSatisfying(
                        ProofUnreadable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private Path pdf(@org.jspecify.annotations.Nullable String line) throws IOException {
        Path file = folder.resolve("bien-nhan.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle("Biên nhận");
            if (line != null) {
                information.setCustomMetadataValue(ReceiptProof.PDF_KEY, line);
            }
            document.setDocumentInformation(information);
            document.save(file.toFile());
        }
        return file;
    }
}
