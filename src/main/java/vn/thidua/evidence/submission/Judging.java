package vn.thidua.evidence.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.DutyDocuments;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.Judgement;
import vn.thidua.evidence.Slot;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** Gives a file its verdict anew, whenever something that it depends on has become known: facts, citation, a ruling on lateness. */
@Service
public class Judging {

    /** A file was judged, for the first time or anew, with the same verdict or another; told in the transaction of it. */
    public record Judged(long submissionId) {}

    /** A file does not stand any more: replaced or withdrawn. */
    public record Gone(long submissionId) {}

    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DutyDocuments documents;
    private final FileJournal journal;
    private final ApplicationEventPublisher events;

    Judging(
            SubmissionRepository files,
            DutyRepository duties,
            DutyDocuments documents,
            FileJournal journal,
            ApplicationEventPublisher events) {
        this.files = files;
        this.duties = duties;
        this.documents = documents;
        this.journal = journal;
        this.events = events;
    }

    /** Nothing happens while the file has not been examined. */
    @Transactional
    public void judge(long id) {
        Submission file = files.lock(id);
        FileFacts facts = file.facts();
        if (facts == null || file.ruling() != null) {
            return;
        }
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        Slot slot = documents.slot(duty, file.slot()).orElse(null);
        Judgement judgement = Judge.judge(facts, circumstances(file, slot));
        files.judged(id, judgement);
        if (judgement.verdict() != file.verdict()) {
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("verdict", judgement.verdict().name());
            more.put("reasons", judgement.reasons());
            journal.record(JournalEvent.CHECKED, duty, file, Journal.SYSTEM, more);
        }
        events.publishEvent(new Judged(id));
    }

    void gone(long id) {
        events.publishEvent(new Gone(id));
    }

    /** What is only read from the text decides nothing: machines misread (docs/evidence.md). */
    private static Circumstances circumstances(Submission file, @Nullable Slot slot) {
        Instant cutoff = slot == null ? null : slot.cutoff();
        return new Circumstances(
                file.citation().confirmed() ? file.citation().issued() : null,
                cutoff,
                file.receivedAt(),
                file.letIn() ? null : file.measuredAgainst(),
                issuer(file),
                slot == null ? new Circumstances.Demand(false, false) : slot.demand());
    }

    private static @Nullable String issuer(Submission file) {
        return file.citation().confirmed() ? file.citation().issuer() : null;
    }
}
