package vn.thidua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.journal.seal.SealedYear;
import vn.thidua.paper.PlainPdf;

/** The command on a configured database: what it says, and its exit codes. */
class AuditCommandTest {
    private static final String YEAR = "cum-2024";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SealedYear db = new SealedYear();

    @BeforeEach
    void configure() {
        configure(db.url());
    }

    @AfterEach
    void forget() {
        System.clearProperty("spring.datasource.url");
        System.clearProperty("spring.datasource.username");
        System.clearProperty("thidua.data-folder");
        db.close();
    }

    private static void configure(String url) {
        System.setProperty("spring.datasource.url", url);
        System.setProperty("spring.datasource.username", "postgres");
    }

    @Test
    void intactIsZeroAndEveryYearIsNamed() {
        db.sealed(YEAR, 40);
        db.sealed("khoi-2024", 3);

        assertThat(audit()).isEqualTo(ExitCode.OK);

        assertThat(text(out))
                .contains("Năm thi đua cum-2024: nhật ký toàn vẹn, 40 mục.")
                .contains(db.checkpoint(YEAR).substring(3))
                .contains("Năm thi đua khoi-2024: nhật ký toàn vẹn, 3 mục.")
                .contains("--checkpoint");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void brokenIsOneAndTheFirstPlaceIsNamed() {
        db.sealed(YEAR, 40);
        db.sealed("khoi-2024", 3);
        long id = db.journalId(YEAR, 17);
        db.tamper("UPDATE journal SET by_whom = overlay(by_whom placing 'w' from 1 for 1) WHERE id = " + id);

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(text(out))
                .contains("Năm thi đua cum-2024: nhật ký KHÔNG toàn vẹn")
                .contains("số 17, mã dòng nhật ký " + id)
                .contains("đã bị thay đổi")
                .contains("khoi-2024: nhật ký toàn vẹn");
        assertThat(audit("--cluster-year", "khoi-2024")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aCutOffTailIsShownByTheCheckpoint() {
        db.sealed(YEAR, 140);
        String kept = db.checkpoint(YEAR);
        assertThat(audit("--cluster-year", YEAR, "--checkpoint", kept)).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("Số đối chiếu " + kept + " khớp");
        db.tamper(
                "DELETE FROM journal WHERE id IN (SELECT journal_id FROM journal_seal WHERE number > 40)",
                "DELETE FROM journal_seal WHERE number > 40");
        out.reset();

        assertThat(audit("--checkpoint", kept)).isEqualTo(ExitCode.NOT_VALID);
        assertThat(text(out))
                .contains("nhật ký toàn vẹn, 40 mục")
                .contains("Mục đầu tiên không khớp: số 140")
                .contains("phần cuối của nhật ký đã bị cắt");
        assertThat(audit()).as("without the mail nothing shows").isEqualTo(ExitCode.OK);
    }

    @Test
    void aReceiptIsProvenAndItsFactsAreShown() throws IOException {
        db.sealed(YEAR, 5);
        ReceiptProof proof = db.receipt(YEAR, "BN-2024-000009");
        Path file = Files.writeString(folder.resolve("bien-nhan.txt"), text(proof));

        assertThat(audit("--receipt", file.toString())).isEqualTo(ExitCode.OK);

        assertThat(text(out))
                .contains("Biên nhận BN-2024-000009 đúng")
                .contains("Sự việc: Nhận tệp")
                .contains("(supplement)")
                .contains("Đơn vị: AGG")
                .contains("file: Báo cáo.pdf")
                .contains("Mục nhật ký này không ghi: Kết quả kiểm tra");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nhận: BN-2024-000009 | nhận: BN-2024-000010 | Số biên nhận",
                "[cum-2024] | [cum-2025] | Năm thi đua",
                "[AGG] | [BTE] | Đơn vị",
                "[supplement] | [self-score] | Nhiệm vụ",
                "[1.2] | [1.3] | Mục, tiêu chí",
                "tệp: Báo cáo.pdf | tệp: Báo cáo 2.pdf | Tên tệp",
                "1.572.864 | 1.572.865 | Kích thước",
                "SHA-256: ab | SHA-256: cd | SHA-256",
                "09:00:00 | 08:00:00 | Thời điểm nhận",
                "(2024-11-25T02:00 | (2024-11-25T01:00 | Thời điểm nhận",
                "[agg.chuyenvien] | [bte.chuyenvien] | Người nộp",
                "trước 13:00 | trước 14:00 | Thời hạn đối chiếu",
                "trong hạn | sau thời hạn | Kết luận về thời hạn",
                "mục số 1 | mục số 2 | Vị trí trong nhật ký",
                "của nhật ký: | của nhật ký: 0 | Mã băm của nhật ký",
                "Kết quả kiểm tra: | Nhận lại lúc: | Nhận lại lúc",
                "Đang kiểm tra… | x~Thời điểm nhận: 08:00:00 | Thời điểm nhận",
                "Kết quả kiểm tra và quyết định là | Thời điểm nhận đã được sửa, | Thời điểm nhận là lúc máy chủ lưu xong b…",
            })
    void aReceiptWhoseReadableLinesWereDoctoredIsOneAndTheLineIsNamed(String genuine, String doctored, String label)
            throws IOException {
        String text = text(db.receipt(YEAR, "BN-2024-000009"));
        int proof = text.indexOf("Phần dành cho máy");
        assertThat(text.substring(0, proof)).contains(genuine);
        Path file = Files.writeString(
                folder.resolve("bien-nhan.txt"),
                text.substring(0, proof).replace(genuine, doctored.replace('~', '\n')) + text.substring(proof));

        assertThat(audit("--receipt", file.toString())).isEqualTo(ExitCode.NOT_VALID);

        assertThat(text(out))
                .contains("KHÔNG đúng với nhật ký", "Khác nhau ở: " + label + ". Nhật ký ghi:")
                .contains("file: Báo cáo.pdf")
                .doesNotContain("000009 đúng");
    }

    @Test
    void aPrintedReceiptIsToBeHeldAgainstWhatIsProven() throws IOException {
        ReceiptProof proof = db.receipt(YEAR, "BN-2024-000009");
        Path file = Files.write(
                folder.resolve("bien-nhan.pdf"),
                PlainPdf.titled("Biên nhận")
                        .info(Map.of(ReceiptProof.PDF_KEY, proof.line()))
                        .bytes());

        assertThat(audit("--receipt", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("file: Báo cáo.pdf", "Hãy so các dòng in trên bản PDF");
    }

    @Test
    void aDoctoredReceiptIsOneAndTheFieldIsNamed() throws IOException {
        ReceiptProof proof = db.receipt(YEAR, "BN-2024-000009");
        Path file = Files.writeString(
                folder.resolve("bien-nhan.txt"), proof.block().replace("Báo cáo.pdf", "Báo cáo 2.pdf"));

        assertThat(audit("--receipt", file.toString())).isEqualTo(ExitCode.NOT_VALID);
        assertThat(text(out))
                .contains("Biên nhận BN-2024-000009 KHÔNG đúng với nhật ký. Khác nhau ở: detail.file.")
                .doesNotContain("Báo cáo 2.pdf");

        db.tamper("UPDATE journal SET unit = 'BTE' WHERE id = " + proof.journalId());
        assertThat(audit("--receipt", file.toString())).isEqualTo(ExitCode.NOT_VALID);
        assertThat(text(out)).contains("không chứng minh được").contains("số 1, mã dòng nhật ký " + proof.journalId());
    }

    @Test
    void whatCannotBeAuditedIsTwo() throws IOException {
        assertThat(audit()).isEqualTo(ExitCode.NOT_JUDGED);
        db.sealed(YEAR, 2);
        db.sealed("khoi-2024", 2);
        Path none = Files.writeString(folder.resolve("none.txt"), "xin chào");
        Path foreign = Files.writeString(
                folder.resolve("foreign.txt"), db.receipt(YEAR, "BN-1").block().replace(YEAR, "nơi-khác"));

        assertThat(audit("--cluster-year", "cum-2042")).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(audit("--checkpoint", "1:" + "a".repeat(64))).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(audit("--receipt", none.toString())).isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(audit("--receipt", foreign.toString())).isEqualTo(ExitCode.NOT_JUDGED);
        configure(TestDatabase.createDatabase("empty"));
        assertThat(audit()).isEqualTo(ExitCode.NOT_JUDGED);
        configure("jdbc:postgresql://127.0.0.1:1/none?password=geheim");
        assertThat(audit()).isEqualTo(ExitCode.NOT_JUDGED);
        System.clearProperty("spring.datasource.url");
        System.setProperty("thidua.data-folder", folder.resolve("data").toString());
        assertThat(audit()).isEqualTo(ExitCode.NOT_JUDGED);

        assertThat(text(out)).isEmpty();
        assertThat(text(err))
                .contains("Không có gì để kiểm tra")
                .contains("«cum-2042»")
                .contains("(có: cum-2024, khoi-2024)")
                .contains("hãy nêu thêm --cluster-year")
                .contains("none.txt không có phần đối chiếu")
                .contains("«nơi-khác»")
                .contains("không có nhật ký được niêm phong")
                .contains("Không kết nối được cơ sở dữ liệu jdbc:postgresql://127.0.0.1:1/none:")
                .contains("không có dữ liệu của bản dùng thử")
                .doesNotContain("Exception", "geheim");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void everythingWrongWithACallIsNamed() {
        assertThat(audit("--checkpoint", "12", "--receipt", folder + "/none.txt", "--fast"))
                .isEqualTo(ExitCode.NOT_JUDGED);
        assertThat(text(err))
                .contains("--checkpoint «12»")
                .contains("Không có tệp")
                .contains("--receipt đi một mình")
                .contains("«--fast»");
    }

    /** As the server writes it. */
    private static String text(ReceiptProof proof) {
        return """
                BIÊN NHẬN TỆP

                Số biên nhận: BN-2024-000009
                Năm thi đua: Cụm thi đua, năm 2024 [cum-2024]
                Đơn vị: Sở Nội vụ tỉnh An Giang [AGG]
                Nhiệm vụ: Bổ sung minh chứng [supplement]
                Mục, tiêu chí: 1.2. Hoàn thành nhiệm vụ [1.2]
                Tên tệp: Báo cáo.pdf
                Kích thước: 1,5 MB (1.572.864 byte)
                SHA-256: %s
                Thời điểm nhận: 09:00:00 ngày 25/11/2024 (thứ Hai) (2024-11-25T02:00:00.374362Z)
                Người nộp: Đỗ Thúy Nga (Sở Nội vụ tỉnh An Giang) [agg.chuyenvien]
                Thời hạn đối chiếu: trước 13:00 ngày 25/11/2024 (thứ Hai)
                Kết luận về thời hạn: trong hạn
                Kết quả kiểm tra: Đang kiểm tra…
                Vị trí trong nhật ký: mục số %d của năm cum-2024
                Mã băm của nhật ký: %s

                Thời điểm nhận là lúc máy chủ lưu xong byte cuối cùng của tệp, theo đồng hồ của cơ sở dữ liệu. Kết quả kiểm tra \
                và quyết định là tại thời điểm in biên nhận (09:00:09 ngày 25/11/2024 (thứ Hai)). Kiểm chứng biên nhận này \
                bằng lệnh: java -jar thidua.jar audit --receipt TỆP.

                """.formatted("ab".repeat(32), proof.number(), proof.hash()) + proof.block();
    }

    private int audit(String... more) {
        String[] call = new String[more.length + 1];
        call[0] = "audit";
        System.arraycopy(more, 0, call, 1, more.length);
        return new Calls(new Streams(print(out), print(err))).run(call);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
