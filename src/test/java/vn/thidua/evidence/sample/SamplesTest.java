package vn.thidua.evidence.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.check.EvidenceCheck;
import vn.thidua.evidence.check.Limits;
import vn.thidua.evidence.check.TrustAnchors;
import vn.thidua.evidence.sample.SamplePapers.Paper;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Papers of a rehearsal go through the same check as real ones, and are worth nothing without the anchors. */
class SamplesTest {
    private static final String OFFICE = "Sở Nội vụ tỉnh Ví Dụ";
    private static final Instant AT = Instant.parse("2024-11-10T02:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2024-11-24T02:00:00Z");
    private static final Paper PAPER = new Paper(
            "12/BC-SNV",
            "Ví Dụ",
            LocalDate.of(2024, 11, 10),
            "Ủy ban nhân dân tỉnh Ví Dụ",
            OFFICE,
            "Báo cáo",
            "Kết quả công tác thi đua năm 2024",
            List.of(
                    "Thực hiện kế hoạch của Cụm thi đua, đơn vị báo cáo kết quả công tác năm 2024 như sau.",
                    "1. Hoàn thành 100 % chỉ tiêu được giao; tiêu chí I.1 tự chấm 10 điểm."),
            "Giám đốc",
            "Nguyễn Văn Mẫu");

    private final SampleAuthorities authorities =
            new SampleAuthorities(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
    private final Holder person = authorities.person("Nguyễn Văn Mẫu, \"ThS\"", OFFICE);
    private final Holder office = authorities.organisation(OFFICE);

    @TempDir
    Path anchors;

    @BeforeEach
    void trust() throws IOException {
        authorities.writeAnchors(anchors, RECEIVED);
    }

    @Test
    void aSignedAndStampedPaperIsValid() throws Exception {
        byte[] signed = authorities.sign(PAPER.pdf(), person, AT, true);
        byte[] sealed = authorities.sign(signed, office, AT.plusSeconds(60), true);

        FileFacts facts = check(sealed, anchors);

        assertThat(judge(facts)).as(facts.toString()).isEqualTo(Verdict.VALID_TRUSTED_TIME);
        assertThat(facts.signatures()).hasSize(2).allMatch(s -> s.level().equals("PAdES-BASELINE-T"));
        assertThat(facts.signatures().get(0).signer()).isEqualTo("Nguyễn Văn Mẫu, \"ThS\"");
        assertThat(facts.signatures().get(0).trustedTime()).isEqualTo(AT);
        assertThat(facts.signatures().get(1).organisations()).contains(OFFICE);
        assertThat(facts.remarks()).isEmpty();
    }

    @Test
    void withoutAStampItsTimeIsClaimed() throws Exception {
        FileFacts facts = check(authorities.sign(PAPER.pdf(), person, AT, false), anchors);

        assertThat(judge(facts)).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        assertThat(facts.signatures().get(0).claimedTime()).isEqualTo(AT);
        assertThat(facts.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-B");
    }

    @Test
    void nobodyTrustsItWithoutTheAnchors(@TempDir Path none) throws Exception {
        assertThat(judge(check(authorities.sign(PAPER.pdf(), person, AT, true), none)))
                .isEqualTo(Verdict.UNKNOWN_CA);
    }

    @Test
    void signsFastEnoughForARehearsal() {
        byte[] pdf = PAPER.pdf();
        for (int i = 0; i < 60; i++) {
            authorities.sign(pdf, person, AT, true);
        }
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 40; i++) {
            authorities.sign(pdf, person, AT, true);
        }
        long each = (threads.getCurrentThreadCpuTime() - start) / 40 / 1_000_000;

        // 5 to 10 on the machine this was written on; 520 files are to be signed within a rehearsal.
        assertThat(each).as("milliseconds of one processor").isLessThan(40);
    }

    @Test
    void looksLikeAnOfficialPaper() throws IOException {
        try (PDDocument document = Loader.loadPDF(PAPER.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String folder = System.getProperty("thidua.pictures");
            if (folder != null) {
                javax.imageio.ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 96), "png", new File(folder, "sample.png"));
            }
        }
    }

    private static FileFacts check(byte[] file, Path anchors) throws Exception {
        return new EvidenceCheck(Limits.USUAL, 1).check(file, TrustAnchors.read(anchors), RECEIVED);
    }

    private static Verdict judge(FileFacts facts) {
        return Judge.judge(
                        facts,
                        new Circumstances(
                                LocalDate.of(2024, 11, 10),
                                Instant.parse("2024-11-14T17:00:00Z"),
                                RECEIVED,
                                null,
                                OFFICE,
                                Circumstances.Demand.SIGNED_ORIGINAL))
                .verdict();
    }
}
