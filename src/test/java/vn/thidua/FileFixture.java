package vn.thidua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.receiving.Receiving;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.receiving.UploadRefused;
import vn.thidua.evidence.sample.SampleAuthorities;
import vn.thidua.evidence.sample.SamplePapers;
import vn.thidua.evidence.submission.FileChecks;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;
import vn.thidua.rehearsal.RehearsalFiles;
import vn.thidua.year.YearStore;

/** Papers of every kind for a year of tests, handed in as a unit's officer would and examined as the server would. */
public final class FileFixture {
    private final ApplicationContext context;
    private final YearFixture year;
    private final Map<String, byte[]> papers = new HashMap<>();

    public FileFixture(ApplicationContext context, YearFixture year) {
        this.context = context;
        this.year = year;
    }

    // ---- papers

    /** Issued and signed by the unit at that Vietnamese time, with a time stamp, under the authority that the tests trust. */
    public byte[] signed(String unit, String local) {
        return sample(unit, local, "bao-cao-mau-1.pdf");
    }

    /** As {@link #signed}, with the signer's own time. */
    public byte[] claimed(String unit, String local) {
        return sample(unit, local, "bao-cao-mau-2.pdf");
    }

    public byte[] unsigned(String unit, String local) {
        return sample(unit, local, "chua-ky.pdf");
    }

    /** Signed, under an authority that nobody has heard of. */
    public byte[] unknown(String unit, String local) {
        return byAStranger(unit, local, "Báo cáo");
    }

    /** Signed and intact, and says SAO Y: a copy. */
    public byte[] copy(String unit, String local) {
        return byAStranger(unit, local, "SAO Y");
    }

    private byte[] byAStranger(String unit, String local, String kind) {
        return papers.computeIfAbsent(kind + unit + local, k -> {
            Instant signed = YearFixture.instant(local);
            SampleAuthorities stranger =
                    new SampleAuthorities(signed.minusSeconds(9_000_000), signed.plusSeconds(9_000_000));
            return stranger.sign(
                    paper(unit, local, kind), stranger.person("Nguyễn Văn Bình", partyName(unit)), signed, true);
        });
    }

    /** One byte of what was signed is another. */
    public byte[] forged(String unit, String local) {
        byte[] forged = signed(unit, local).clone();
        forged[new String(forged, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 15] ^= 1;
        return forged;
    }

    private byte[] sample(String unit, String local, String name) {
        return papers.computeIfAbsent(unit + local + name, k -> {
            try {
                Path folder = Files.createTempDirectory("papers");
                context.getBean(RehearsalFiles.class).writeSamples(folder, LocalDateTime.parse(local), partyName(unit));
                return Files.readAllBytes(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] paper(String unit, String local, String kind) {
        return new SamplePapers.Paper(
                        "7/BC-SNV",
                        "Tỉnh Mẫu",
                        LocalDate.parse(local.substring(0, 10)),
                        null,
                        partyName(unit),
                        kind,
                        "kết quả công tác",
                        List.of("Văn bản mẫu của phép thử, không có giá trị sử dụng."),
                        "Giám đốc",
                        "Nguyễn Văn Bình")
                .pdf();
    }

    public String partyName(String unit) {
        return DutyTexts.partyName(context.getBean(YearStore.class).plan(year.yearId()), unit);
    }

    // ---- what people do

    public Submission handIn(DutyKey key, String slot, byte[] bytes) {
        return handIn(key, slot, bytes, null);
    }

    /** As the officer of the duty's party. */
    public Submission handIn(DutyKey key, String slot, byte[] bytes, @org.jspecify.annotations.Nullable Long replaces) {
        String person = person(key);
        Upload upload = receiving().begin(id(key), slot, "Báo cáo số 1.pdf", bytes.length, replaces, person);
        return append(upload, bytes, person);
    }

    /** All that is left of an upload. */
    public Submission append(Upload upload, byte[] bytes, String person) {
        try {
            long offset = receiving().progress(upload.id(), person).offset();
            ByteArrayInputStream rest = new ByteArrayInputStream(bytes, (int) offset, (int) (bytes.length - offset));
            return Objects.requireNonNull(
                    receiving().append(upload.id(), offset, rest, person).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last byte comes now, and the server stops before it has ended the upload. */
    public Upload receivedAndNotEnded(DutyKey key, String slot, byte[] bytes) {
        Upload upload = receiving().begin(id(key), slot, "Báo cáo số 2.pdf", bytes.length, null, person(key));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("UPDATE upload SET ending_since = thidua_now() WHERE id = ?")
                .param(upload.id())
                .update();
        assertThatThrownBy(() -> append(upload, bytes, person(key)))
                .isInstanceOfSatisfying(
                        UploadRefused.class, e -> assertThat(e.kind()).isEqualTo(UploadRefused.Kind.STORAGE));
        return upload;
    }

    /** The unit confirms the issue date, with itself as issuer. */
    public Submission cite(Submission file, String issued) {
        DutyKey key = context.getBean(DutyRepository.class)
                .find(file.dutyId())
                .orElseThrow()
                .key();
        return submissions().cite(file.id(), person(key), "1/BC-SNV", LocalDate.parse(issued), partyName(key.party()));
    }

    /** Handed in, cited as it says, and examined. */
    public Submission evidence(DutyKey key, String slot, byte[] bytes, String issued) {
        Submission file = handIn(key, slot, bytes);
        cite(file, issued);
        examine();
        return now(file);
    }

    public void examine() {
        try {
            context.getBean(FileChecks.class).examineDue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The file as it stands now. */
    public Submission now(Submission file) {
        return submissionsNow().get(file.id());
    }

    private SubmissionRepository submissionsNow() {
        return context.getBean(SubmissionRepository.class);
    }

    public List<Submission> of(DutyKey key) {
        return submissionsNow().ofDuty(id(key));
    }

    public long id(DutyKey key) {
        return year.duty(key).id();
    }

    private static String person(DutyKey key) {
        return key.party().startsWith("UBND-")
                ? "ubnd." + key.party().substring(5).toLowerCase(Vietnam.LOCALE)
                : YearFixture.officer(key.party());
    }

    public Receiving receiving() {
        return context.getBean(Receiving.class);
    }

    public Submissions submissions() {
        return context.getBean(Submissions.class);
    }
}
