package vn.thidua.cycle.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.journal.seal.SealedEntries;
import vn.thidua.journal.seal.SealedEntry;
import vn.thidua.paper.PlainPdf;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** A file's receipt as text and as PDF, with its place in the journal: whoever holds it can prove it, years later (S0-16). */
@Service
public class ReceiptPapers {
    /** Sealing takes less than a second; a receipt that is asked for sooner waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final FileViews views;
    private final YearStore years;
    private final DutyTexts texts;
    private final SealedEntries sealed;
    private final TimeSource time;

    ReceiptPapers(
            DutyRepository duties,
            DocumentSlots documents,
            FileViews views,
            YearStore years,
            DutyTexts texts,
            SealedEntries sealed,
            TimeSource time) {
        this.duties = duties;
        this.documents = documents;
        this.views = views;
        this.years = years;
        this.texts = texts;
        this.sealed = sealed;
        this.time = time;
    }

    private record Line(String label, String value) {}

    /** @throws DutyRefused if the journal is not sealed yet; trying again in a moment helps */
    public String text(Submission file) {
        return text(file, sealed(file));
    }

    /** As {@link #text}, of an entry found sealed. */
    String text(Submission file, SealedEntry entry) {
        StringBuilder text = new StringBuilder(DocumentWords.of("receipt.title")).append("\n\n");
        lines(file, entry)
                .forEach(line -> text.append(line.label())
                        .append(": ")
                        .append(line.value())
                        .append("\n"));
        return text.append("\n")
                .append(note())
                .append("\n\n")
                .append(ReceiptProof.of(entry).block())
                .toString();
    }

    /** The same as {@link #text}, to be printed and filed. */
    public byte[] pdf(Submission file) {
        SealedEntry entry = sealed(file);
        PlainPdf pdf = PlainPdf.titled(DocumentWords.of("receipt.title"));
        lines(file, entry).forEach(line -> pdf.line(line.label(), line.value()));
        return pdf.note(note())
                .info(Map.of(ReceiptProof.PDF_KEY, ReceiptProof.of(entry).line()))
                .bytes();
    }

    private String note() {
        return DocumentWords.of("receipt.note", Vietnam.toTheSecond(time.now()));
    }

    private List<Line> lines(Submission file, SealedEntry entry) {
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        Plan plan = years.plan(duty.yearId());
        Slot slot = documents.slot(duty, file.slot()).orElse(null);
        FileView view = views.of(plan, file, slot);
        ReceiptProof proof = ReceiptProof.of(entry);
        Map<String, String> recorded = ReceiptReading.values(proof);
        List<Line> lines = new ArrayList<>();
        add(lines, recorded, "number");
        add(lines, "year", ReceiptReading.coded(DutyTexts.yearName(plan), proof.year()));
        add(
                lines,
                "unit",
                ReceiptReading.coded(DutyTexts.partyName(plan, duty.key().party()), proof.unit()));
        add(lines, "duty", ReceiptReading.coded(texts.title(plan, duty), proof.duty()));
        add(lines, "slot", ReceiptReading.coded(slot == null ? file.slot() : slot.title(), file.slot()));
        add(lines, recorded, "file", "size", "sha256", "at");
        add(lines, "by", ReceiptReading.coded(view.by(), proof.by()));
        add(lines, recorded, "deadline", "timeliness");
        add(lines, "verdict", view.verdictWords());
        FileView.RulingView ruling = view.ruling();
        if (ruling != null) {
            add(lines, "ruling", ruling.words());
        }
        add(lines, recorded, "place", "hash");
        return lines;
    }

    private static void add(List<Line> lines, Map<String, String> recorded, String... labels) {
        for (String label : labels) {
            add(lines, label, Objects.requireNonNull(recorded.get(label)));
        }
    }

    private static void add(List<Line> lines, String label, String value) {
        lines.add(new Line(DocumentWords.of("receipt." + label), value));
    }

    private SealedEntry sealed(Submission file) {
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        return sealed.await(duty.yearId(), file.receipt(), PATIENCE)
                .orElseThrow(() -> new DutyRefused(
                        "Nhật ký đang được niêm phong nên chưa in được biên nhận. Hãy thử lại sau ít giây."));
    }
}
