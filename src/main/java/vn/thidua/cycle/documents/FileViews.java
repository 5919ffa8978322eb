package vn.thidua.cycle.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.Citation;
import vn.thidua.evidence.CitationDoubts;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.ruling.RulingRepository;
import vn.thidua.evidence.submission.Acceptance;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.plan.Plan;

/** Puts a file into words: what it is, what was found in it, what follows. */
@Component
public class FileViews {
    private final RulingRepository rulings;

    FileViews(RulingRepository rulings) {
        this.rulings = rulings;
    }

    /** @param slot what it was handed in for; null where the duty asks for that no longer */
    public FileView of(Plan plan, Submission file, @Nullable Slot slot) {
        FileFacts facts = file.facts();
        Demand demand = slot == null ? new Demand(false, false) : slot.demand();
        String address = "/tep/" + file.id();
        return new FileView(
                file.id(),
                file.slot(),
                file.name(),
                file.size(),
                file.sha256(),
                file.type().name(),
                file.type() == FileType.PDF,
                file.receipt(),
                file.receivedAt(),
                Vietnam.toTheSecond(file.receivedAt()),
                DutyTexts.personName(plan, file.by()),
                file.inTime(),
                file.state().name(),
                DocumentWords.of("state." + file.state()),
                file.stateReason() == null ? "" : file.stateReason(),
                file.replaces(),
                file.verdict() == null ? null : file.verdict().name(),
                words(file.verdict(), demand),
                demand.signedOriginal(),
                Acceptance.of(file, demand),
                file.reasons(),
                facts == null ? List.of() : FactLines.of(facts),
                facts == null ? List.of() : remarks(facts),
                file.notExamined(),
                citation(file, facts),
                ruling(plan, file),
                address,
                address + "?tai-ve",
                address + "/bien-nhan.txt",
                address + "/bien-nhan.pdf");
    }

    static String words(@Nullable Verdict verdict, Demand demand) {
        if (verdict == null) {
            return DocumentWords.of("verdict.none");
        }
        String words = DutyTexts.text("verdict." + verdict);
        return demand.signedOriginal() || verdict == Verdict.LATE ? words : DocumentWords.of("shownOnly", words);
    }

    private static List<String> remarks(FileFacts facts) {
        List<String> remarks = new ArrayList<>(facts.remarks());
        facts.signatures().forEach(s -> remarks.addAll(s.remarks()));
        return remarks;
    }

    private static FileView.CitationView citation(Submission file, @Nullable FileFacts facts) {
        Citation proposed = facts == null ? Citation.NONE : facts.proposed();
        Submission.Citation confirmed = file.citation();
        String number = confirmed.confirmed() ? confirmed.number() : proposed.number();
        LocalDate issued = confirmed.confirmed() ? confirmed.issued() : proposed.issued();
        String issuer = confirmed.confirmed() ? confirmed.issuer() : proposed.issuer();
        return new FileView.CitationView(
                number == null ? "" : number,
                issued == null ? "" : issued.toString(),
                issuer == null ? "" : issuer,
                confirmed.confirmed(),
                facts == null ? List.of() : CitationDoubts.of(number, issued, issuer, facts, file.receivedAt()));
    }

    private FileView.@Nullable RulingView ruling(Plan plan, Submission file) {
        List<Ruling> given = rulings.of(file.id());
        if (given.isEmpty()) {
            return null;
        }
        String words = file.ruling() != null
                ? DocumentWords.of("ruling." + file.ruling())
                : file.letIn() ? DocumentWords.of("ruling.letIn") : "";
        // Nobody learns of one seat's ruling before all have ruled.
        return words.isEmpty()
                ? null
                : new FileView.RulingView(
                        words, given.stream().map(r -> RulingLines.of(plan, r)).toList());
    }
}
