package vn.thidua.cycle.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.YearEngine;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.SeatHolders;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.ruling.Ruling.Question;
import vn.thidua.evidence.ruling.RulingRepository;
import vn.thidua.evidence.submission.FileJournal;
import vn.thidua.evidence.submission.Judging;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * Rulings on files: asked for where the machine must not decide, given by two seats or three with a reason, final (rules.md, "Ruling").
 * Asking is part of the act that made it necessary; what is unruled at the freeze counts as not accepted.
 */
@Service
public class Rulings {
    private final RulingRepository rulings;
    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DocumentSlots documents;
    private final Judging judging;
    private final YearStore years;
    private final YearEngine engine;
    private final FileJournal journal;
    private final RulingNotices notices;
    private final SeatHolders holders;
    private final TimeSource time;

    Rulings(
            RulingRepository rulings,
            SubmissionRepository files,
            DutyRepository duties,
            DocumentSlots documents,
            Judging judging,
            YearStore years,
            YearEngine engine,
            FileJournal journal,
            RulingNotices notices,
            SeatHolders holders,
            TimeSource time) {
        this.rulings = rulings;
        this.files = files;
        this.duties = duties;
        this.documents = documents;
        this.judging = judging;
        this.years = years;
        this.engine = engine;
        this.journal = journal;
        this.notices = notices;
        this.holders = holders;
        this.time = time;
    }

    /** A verdict has come, or the unit has confirmed what it rests on. */
    @EventListener
    @Transactional
    public void judged(Judging.Judged event) {
        Submission file = files.get(event.submissionId());
        ask(duties.find(file.dutyId()).orElseThrow(), file);
    }

    /** Asks about all files of a duty that need it: it was handed in, or its cut-off has come. */
    @Transactional
    public void ask(Duty duty) {
        if (DocumentSlots.withDocuments(duty)) {
            files.ofDuty(duty.id()).forEach(file -> ask(duty, file));
        }
    }

    /** The file was replaced or withdrawn: nobody needs to rule. */
    @EventListener
    @Transactional
    public void gone(Judging.Gone event) {
        Submission file = files.get(event.submissionId());
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        for (Question question : Question.values()) {
            engine.endRuling(new RulingKey(duty.yearId(), file.id(), question).toString());
        }
    }

    /** A question that has its answer ends by that answer; it is not broken off. */
    private void ask(Duty duty, Submission file) {
        Optional<Question> question = question(duty, file);
        for (Question one : Question.values()) {
            RulingKey key = new RulingKey(duty.yearId(), file.id(), one);
            if (question.filter(one::equals).isPresent()) {
                if (settled(duty, file)) {
                    engine.askForRuling(duty.yearId(), key.toString());
                }
            } else if (outcome(key).isEmpty()) {
                engine.endRuling(key.toString());
            }
        }
    }

    /** What is to be ruled on, if anything; empty once the result is frozen. */
    public Optional<Question> question(Duty duty, Submission file) {
        Verdict verdict = file.verdict();
        boolean over = years.fact(duty.yearId(), "freeze").isPresent()
                || !years.get(duty.yearId()).running();
        if (verdict == null || !verdict.mayBeRuledOn() || !file.current() || file.ruling() != null || over) {
            return Optional.empty();
        }
        if (verdict == Verdict.LATE) {
            return DocumentSlots.evidence(duty.type()) && !file.letIn() ? Optional.of(Question.LATE) : Optional.empty();
        }
        boolean demanded = documents
                .slot(duty, file.slot())
                .map(Slot::demand)
                .filter(demand -> demand.signedOriginal())
                .isPresent();
        return demanded ? Optional.of(Question.FILE) : Optional.empty();
    }

    /** The unit has said its word about the file: handed in, cited, or out of time. */
    private boolean settled(Duty duty, Submission file) {
        return duty.received() || file.citation().confirmed() || !time.now().isBefore(duty.effectiveDeadline());
    }

    /**
     * One seat rules.
     *
     * @throws DutyRefused where {@code by} does not hold the seat, it has ruled, or there is nothing to rule on any more
     */
    @Transactional
    public void rule(RulingKey key, Ruling.Seat seat, String by, boolean accepted, String reason) {
        Submission file = files.lock(key.submissionId());
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        requireSeat(duty, seat, by);
        if (question(duty, file).filter(key.question()::equals).isEmpty()) {
            throw new DutyRefused(
                    "Tệp này không còn cần quyết định (đã được thay, rút, hoặc điểm đã chốt). Tải lại danh sách việc.");
        }
        if (!rulings.insert(file.id(), key.question(), seat, by, accepted, reason)) {
            throw new DutyRefused("Ghế này đã có quyết định về tệp; quyết định không thay đổi được.");
        }
        journal.record(
                JournalEvent.RULED,
                duty,
                file,
                by,
                Map.of("question", key.question().name(), "seat", seat.name(), "accepted", accepted, "reason", reason));
        outcome(key).ifPresent(result -> apply(key, duty, file, result));
    }

    /** What has been ruled: where leader and deputy agree, or the standing agency has ruled; empty until then. */
    public Optional<Boolean> outcome(RulingKey key) {
        List<Ruling> given = rulings.of(key.submissionId()).stream()
                .filter(r -> r.question() == key.question())
                .toList();
        Optional<Boolean> agency = given.stream()
                .filter(r -> r.seat() == Ruling.Seat.STANDING_AGENCY)
                .map(Ruling::accepted)
                .findFirst();
        boolean both =
                given.size() == 2 && given.get(0).accepted() == given.get(1).accepted();
        return agency.isPresent() || !both ? agency : Optional.of(given.get(0).accepted());
    }

    private void apply(RulingKey key, Duty duty, Submission file, boolean accepted) {
        if (key.question() == Question.LATE && accepted) {
            files.letIn(file.id());
            judging.judge(file.id());
        } else {
            files.ruled(file.id(), accepted ? Submission.Ruled.ACCEPTED : Submission.Ruled.REFUSED);
        }
        notices.ruled(duty, files.get(file.id()), key.question(), accepted);
    }

    private void requireSeat(Duty duty, Ruling.Seat seat, String by) {
        Plan plan = years.plan(duty.yearId());
        Seats.Seat held = RulingSeats.of(plan, duty.key().party(), seat);
        if (holders.of(plan, duty.key().party(), held).stream().noneMatch(p -> p.id().equals(by))) {
            throw new DutyRefused("Tài khoản «" + by + "» không giữ ghế quyết định về tệp này.");
        }
    }
}
