package vn.thidua.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.cycle.documents.ReceiptMails;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.Receiving;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.sample.SampleAuthorities;
import vn.thidua.evidence.sample.SamplePapers;
import vn.thidua.evidence.sample.SamplePki;
import vn.thidua.evidence.submission.FileChecks;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * The files of a rehearsal: official-looking PDFs, signed by sample people whose authority exists for this one run, handed in and
 * examined by the services of a real year. They are worth nothing outside it.
 */
@Component
public class RehearsalFiles {
    /** Of the sample authority, around the year that is rehearsed. */
    private static final Duration VALIDITY = Duration.ofDays(800);

    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final Receiving receiving;
    private final Submissions submissions;
    private final SubmissionRepository files;
    private final FileChecks checks;
    private final ReceiptMails mails;
    private final YearStore years;
    private final EvidenceProperties properties;
    private final Map<String, SamplePki.Holder> holders = new HashMap<>();
    private @Nullable SampleAuthorities authorities;

    RehearsalFiles(
            DutyRepository duties,
            DocumentSlots documents,
            Receiving receiving,
            Submissions submissions,
            SubmissionRepository files,
            FileChecks checks,
            ReceiptMails mails,
            YearStore years,
            EvidenceProperties properties) {
        this.duties = duties;
        this.documents = documents;
        this.receiving = receiving;
        this.submissions = submissions;
        this.files = files;
        this.checks = checks;
        this.mails = mails;
        this.years = years;
        this.properties = properties;
    }

    /** What the person hands in before pressing Complete: a signed PDF for everything required that is not there yet, or "không bổ sung". */
    public void handIn(Actors.Turn turn, Instant now) {
        Duty duty = duties.get(turn.task().key());
        List<Slot> asked = documents.slots(duty);
        if (asked.isEmpty()) {
            return;
        }
        Set<String> there = files.ofDuty(duty.id()).stream()
                .filter(Submission::current)
                .map(Submission::slot)
                .collect(Collectors.toSet());
        for (Slot slot : asked) {
            if (slot.required() && !there.contains(slot.code())) {
                if (turn.decline() && slot.mayDecline()) {
                    submissions.decline(
                            duty.id(), slot.code(), true, turn.person().id());
                } else {
                    receive(duty, slot, turn.person(), now);
                }
            }
        }
    }

    /** As the background of a server does: what has come in is examined, receipts are mailed. */
    public void lookAfter() {
        try {
            checks.examineDue();
            mails.mailDue(Duration.ZERO, Duration.ofDays(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(Duty duty, Slot slot, Person person, Instant now) {
        Plan plan = years.plan(duty.yearId());
        Instant signed = signed(slot, now);
        LocalDate issued = Vietnam.dateOf(signed);
        int number = 100 + (int) (Math.abs((duty.key() + slot.code()).hashCode()) % 800);
        String party = DutyTexts.partyName(plan, duty.key().party());
        byte[] pdf = paper(slot.title(), party, number, issued).pdf();
        byte[] bytes = authorities(now).sign(pdf, holder(now, party), signed, true);
        try {
            Upload upload = receiving.begin(
                    duty.id(), slot.code(), slot.code() + "-" + number + ".pdf", bytes.length, null, person.id());
            Submission file = Objects.requireNonNull(receiving
                    .append(upload.id(), 0, new ByteArrayInputStream(bytes), person.id())
                    .file());
            if (slot.demand().signedOriginal()) {
                submissions.cite(file.id(), person.id(), number + "/BC-SNV", issued, party);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An hour ago, or well before the cut-off where there is one. */
    private static Instant signed(Slot slot, Instant now) {
        Instant usual = now.minus(Duration.ofHours(1));
        Instant cutoff = slot.cutoff();
        Instant latest = cutoff == null ? usual : cutoff.minus(Duration.ofDays(3));
        return usual.isBefore(latest) ? usual : latest;
    }

    private static SamplePapers.Paper paper(String title, String party, int number, LocalDate issued) {
        return new SamplePapers.Paper(
                number + "/BC-SNV",
                "Tỉnh Mẫu",
                issued,
                null,
                party,
                "Báo cáo",
                title,
                List.of(
                        "Văn bản mẫu do hệ thống lập khi diễn tập năm thi đua, không có giá trị sử dụng.",
                        "Nội dung: " + title + "."),
                "Giám đốc",
                "Nguyễn Văn An");
    }

    private SamplePki.Holder holder(Instant now, String party) {
        SampleAuthorities issuing = authorities(now);
        return holders.computeIfAbsent(party, name -> issuing.person("Nguyễn Văn An", name));
    }

    /** Made with the first file; whoever wants to check the files later finds the anchors beside them. */
    private SampleAuthorities authorities(Instant now) {
        SampleAuthorities known = authorities;
        if (known != null) {
            return known;
        }
        SampleAuthorities made = new SampleAuthorities(now.minus(VALIDITY), now.plus(VALIDITY));
        try {
            Path anchors = Path.of(Objects.requireNonNull(properties.anchors(), "thidua.evidence.anchors"));
            Files.createDirectories(anchors);
            made.writeAnchors(anchors, now.plus(VALIDITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        authorities = made;
        return made;
    }

    /**
     * Signed papers with which somebody can try handing in: dated before {@code day}, by sample people of a party.
     *
     * @param folder is made if it is not there
     */
    public void writeSamples(Path folder, LocalDateTime day, String party) throws IOException {
        Files.createDirectories(folder);
        Instant at = Vietnam.at(day);
        for (int number = 1; number <= 3; number++) {
            byte[] pdf = paper("Báo cáo mẫu số " + number, party, number, day.toLocalDate())
                    .pdf();
            Files.write(
                    folder.resolve("bao-cao-mau-" + number + ".pdf"),
                    authorities(at).sign(pdf, holder(at, party), at, number != 2));
        }
        Files.write(
                folder.resolve("chua-ky.pdf"),
                paper("Báo cáo chưa ký số", party, 9, day.toLocalDate()).pdf());
    }
}
