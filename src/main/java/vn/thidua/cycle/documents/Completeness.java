package vn.thidua.cycle.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.Receiving;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;

/** Whether everything that a duty asks files for is there, and what is not. */
@Component
public class Completeness {
    private final DocumentSlots slots;
    private final SubmissionRepository files;
    private final Submissions submissions;
    private final Receiving receiving;

    Completeness(DocumentSlots slots, SubmissionRepository files, Submissions submissions, Receiving receiving) {
        this.slots = slots;
        this.files = files;
        this.submissions = submissions;
        this.receiving = receiving;
    }

    /** Why Complete is refused, in Vietnamese; empty where nothing is missing. */
    public List<String> missing(Duty duty) {
        List<Slot> asked = slots.slots(duty);
        List<Submission> there = current(duty);
        Set<String> declined = new HashSet<>(submissions.declined(duty.id()));
        List<String> missing = new ArrayList<>();
        for (Slot slot : asked) {
            List<Submission> ofSlot =
                    there.stream().filter(f -> f.slot().equals(slot.code())).toList();
            if (slot.required() && ofSlot.isEmpty() && !declined.contains(slot.code())) {
                missing.add(DocumentWords.of(slot.mayDecline() ? "missingOrDecline" : "missing", slot.title()));
            }
            if (slot.demand().signedOriginal()) {
                ofSlot.stream()
                        .filter(f -> !f.citation().confirmed() || f.citation().issued() == null)
                        .forEach(f -> missing.add(DocumentWords.of("uncited", f.name(), slot.title())));
            }
        }
        if (!asked.isEmpty()) {
            receiving
                    .open(duty.id())
                    .forEach(u ->
                            missing.add(DocumentWords.of("uploading", u.upload().name())));
        }
        return missing;
    }

    /** @throws DutyRefused naming everything that is missing */
    public void require(Duty duty) {
        List<String> missing = missing(duty);
        if (!missing.isEmpty()) {
            throw new DutyRefused("Chưa nộp được: " + String.join(" ", missing));
        }
    }

    /** Required slots for which nothing that stands was received in time and nothing was declined; what is on its way was received. */
    List<Slot> silent(Duty duty) {
        Set<String> answered = new HashSet<>(submissions.declined(duty.id()));
        files.ofDuty(duty.id()).stream().filter(Submission::counts).forEach(f -> answered.add(f.slot()));
        onTheirWay(duty).forEach(upload -> answered.add(upload.slot()));
        return slots.slots(duty).stream()
                .filter(slot -> slot.required() && !answered.contains(slot.code()))
                .toList();
    }

    /** Received in time to the last byte, and not yet ended: a crash in between, a store that was away. */
    List<Upload> onTheirWay(Duty duty) {
        return receiving.open(duty.id()).stream()
                .map(Receiving.Progress::upload)
                .filter(upload -> Boolean.TRUE.equals(upload.inTime()))
                .toList();
    }

    /** Whether every line of the duty was answered by "không bổ sung". */
    public boolean allDeclined(Duty duty) {
        List<Slot> asked = slots.slots(duty);
        List<String> declined = submissions.declined(duty.id());
        return !asked.isEmpty()
                && asked.stream().allMatch(slot -> declined.contains(slot.code()))
                && onTheirWay(duty).isEmpty();
    }

    private List<Submission> current(Duty duty) {
        return files.ofDuty(duty.id()).stream().filter(Submission::current).toList();
    }
}
