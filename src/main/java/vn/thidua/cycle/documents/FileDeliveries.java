package vn.thidua.cycle.documents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.DeliveryEffects;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.cycle.FileCutOffs;
import vn.thidua.cycle.YearEngine;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;

/**
 * At a cut-off: a duty whose required files were all received in time is delivered, Complete pressed or not (rules.md, "Deadlines").
 * The scores of a self-score stand in its form, so files alone do not deliver it.
 */
@Component
class FileDeliveries implements FileCutOffs {
    private final DutyRepository duties;
    private final DutyRoster roster;
    private final DutyService service;
    private final Completeness completeness;
    private final SubmissionRepository files;
    private final Submissions submissions;
    private final DeliveryEffects effects;
    private final Rulings rulings;
    private final UnacceptedFiles unaccepted;
    private final YearEngine engine;
    private final TimeSource time;

    FileDeliveries(
            DutyRepository duties,
            DutyRoster roster,
            DutyService service,
            Completeness completeness,
            SubmissionRepository files,
            Submissions submissions,
            @Lazy DeliveryEffects effects,
            Rulings rulings,
            UnacceptedFiles unaccepted,
            YearEngine engine,
            TimeSource time) {
        this.duties = duties;
        this.roster = roster;
        this.service = service;
        this.completeness = completeness;
        this.files = files;
        this.submissions = submissions;
        this.effects = effects;
        this.rulings = rulings;
        this.unaccepted = unaccepted;
        this.engine = engine;
        this.time = time;
    }

    @Override
    public void deliver(String yearId, DutyType type) {
        if (!DocumentSlots.asks(type) || type == DutyType.SELF_SCORE) {
            return;
        }
        for (Duty open : duties.lockOpen(yearId, type)) {
            rulings.ask(open);
            boolean over = !time.now().isBefore(open.effectiveDeadline());
            if (over && DocumentSlots.withDocuments(open) && complete(open)) {
                String by = lastHand(open);
                service.deliverByFiles(open, by, completeness.allDeclined(open));
                effects.delivered(open.key());
            }
        }
    }

    @Override
    public List<String> silentLines(Duty duty) {
        if (!DocumentSlots.withDocuments(duty)) {
            return roster.markedLines(duty.yearId(), duty.key().party());
        }
        return completeness.silent(duty).stream().map(Slot::code).toList();
    }

    @Override
    public List<NotAccepted> frozen(String yearId) {
        engine.endRulings(yearId);
        return duties.ofType(yearId, DutyType.SUPPLEMENT).stream()
                .filter(DocumentSlots::withDocuments)
                .flatMap(duty -> unaccepted.of(duty).stream())
                .toList();
    }

    private boolean complete(Duty duty) {
        if (!completeness.silent(duty).isEmpty()) {
            return false;
        }
        return duty.type() == DutyType.SUPPLEMENT || anySince(duty, undone(duty));
    }

    /** What was returned or withdrawn, and nothing done about it since, is not delivered again by the same files. */
    private boolean anySince(Duty duty, Instant undone) {
        return Stream.concat(
                        files.ofDuty(duty.id()).stream()
                                .filter(Submission::counts)
                                .map(Submission::receivedAt),
                        completeness.onTheirWay(duty).stream()
                                .map(Upload::receivedAt)
                                .filter(Objects::nonNull))
                .anyMatch(received -> received.isAfter(undone));
    }

    private Instant undone(Duty duty) {
        return duties.receipts(duty).stream()
                .filter(receipt -> !receipt.counts())
                .map(Receipt::settledAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private String lastHand(Duty duty) {
        return Stream.concat(
                        files.ofDuty(duty.id()).stream()
                                .filter(Submission::counts)
                                .map(Submission::by),
                        completeness.onTheirWay(duty).stream().map(Upload::by))
                .reduce((first, last) -> last)
                .orElseGet(() -> Objects.requireNonNull(submissions.lastDecliner(duty.id())));
    }
}
