package vn.thidua.cycle.documents;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.FileCutOffs.NotAccepted;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.submission.Acceptance;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;

/** What stands in the minutes at the freeze: files of supplementable lines that neither check nor ruling accepted, and why. */
@Component
class UnacceptedFiles {
    private final SubmissionRepository files;
    private final DocumentSlots documents;

    UnacceptedFiles(SubmissionRepository files, DocumentSlots documents) {
        this.files = files;
        this.documents = documents;
    }

    /** Of lines with files of which none was accepted; lines without any had their outcome at the cut-off. */
    List<NotAccepted> of(Duty duty) {
        List<Submission> current =
                files.ofDuty(duty.id()).stream().filter(Submission::current).toList();
        return documents.slots(duty).stream()
                .filter(slot -> slot.demand().signedOriginal())
                .flatMap(slot ->
                        ofLine(
                                duty,
                                slot,
                                current.stream()
                                        .filter(f -> f.slot().equals(slot.code()))
                                        .toList())
                                .stream())
                .toList();
    }

    private static List<NotAccepted> ofLine(Duty duty, Slot slot, List<Submission> ofSlot) {
        boolean accepted = ofSlot.stream().anyMatch(f -> Boolean.TRUE.equals(Acceptance.of(f, slot.demand())));
        return accepted
                ? List.of()
                : ofSlot.stream()
                        .map(f -> new NotAccepted(duty.key().party(), slot.code(), f.name(), reason(f)))
                        .toList();
    }

    private static String reason(Submission file) {
        Verdict verdict = file.verdict();
        if (file.ruling() != null) {
            return DocumentWords.of("ruling." + file.ruling());
        }
        if (verdict == null) {
            return DocumentWords.of("notAccepted.unexamined");
        }
        if (verdict.isValid()) {
            return DocumentWords.of("notAccepted.undated");
        }
        String words = DutyTexts.text("verdict." + verdict);
        return verdict.mayBeRuledOn() ? DocumentWords.of("notAccepted.unruled", words) : words;
    }
}
