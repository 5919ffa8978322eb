package vn.thidua.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyNotices;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.plan.Outcome;

/**
 * Award dossiers: they exist once a nomination does, are complete with file, confirmation and paper, and otherwise lapse
 * (S0-18 to S0-25; rules.md, "Paper").
 */
@Service("dossiersOfYear")
public class Dossiers {
    private static final List<DutyType> PARTS = List.of(DutyType.DOSSIER, DutyType.CONFIRMATION);

    private final Nominations nominations;
    private final DutyRepository duties;
    private final DutyRoster roster;
    private final Lapses lapses;
    private final YearEngine engine;
    private final DutyNotices notices;

    Dossiers(
            Nominations nominations,
            DutyRepository duties,
            DutyRoster roster,
            Lapses lapses,
            YearEngine engine,
            DutyNotices notices) {
        this.nominations = nominations;
        this.duties = duties;
        this.roster = roster;
        this.lapses = lapses;
        this.engine = engine;
        this.notices = notices;
    }

    /** A unit nominated: each nominee gets a dossier. */
    @Transactional
    public void nominated(DutyKey nomination, Receipt receipt) {
        nominations
                .add(nomination.yearId(), nomination.party(), receipt.answers())
                .forEach(n -> engine.nominated(n.yearId(), n.id()));
    }

    /** A nomination form was taken back or returned: what hangs on it ends without an outcome. */
    @Transactional
    public void undone(DutyKey nomination) {
        nominations.open(nomination.yearId()).stream()
                .filter(n -> n.unit().equals(nomination.party()))
                .forEach(n -> {
                    nominations.state(n, Nomination.State.WITHDRAWN, null);
                    close(n);
                    duty(n, DutyType.PAPER_ENTRY).ifPresent(this::end);
                });
    }

    /** A dossier came in: a reported hand-over of its paper is told to those who have to enter it. */
    @Transactional
    public void handedIn(DutyKey dossier, Receipt receipt) {
        Nomination n = nominations.get(dossier.yearId(), dossier.subject());
        Answers.instant(receipt.answers(), "paperAt")
                .ifPresent(when -> duty(n, DutyType.PAPER_ENTRY)
                        .ifPresent(entry -> notices.handOver(
                                entry,
                                Vietnam.words(when),
                                Answers.text(receipt.answers(), "paperTo"),
                                Answers.text(receipt.answers(), "paperProof"))));
    }

    /** The vote did not carry, or was not held: the dossier closes without a lapse. Paper that was handed over is still entered. */
    @Transactional
    public void close(Nomination nomination) {
        PARTS.forEach(type -> duty(nomination, type).ifPresent(this::end));
    }

    /** At the dossiers' deadline: what is missing lapses, what lacks only paper waits for its entry. */
    @Transactional
    public void cutOff(String yearId) {
        for (Nomination n : nominations.all(yearId)) {
            Duty dossier = duty(n, DutyType.DOSSIER).orElse(null);
            if (dossier == null
                    || dossier.state() == Duty.State.CLOSED
                    || dossier.mendUntil() != null && !dossier.received()) {
                continue;
            }
            Optional<Duty> confirmation = duty(n, DutyType.CONFIRMATION);
            boolean unconfirmed = confirmation.isPresent() && !confirmed(confirmation.get());
            if (unconfirmed && !confirmation.get().received()) {
                duties.lapse(confirmation.get().key(), Outcome.OVERDUE, true).ifPresent(d -> lapses.tell(d, Map.of()));
                engine.endHandIn(confirmation.get().key());
            }
            if (!dossier.received()) {
                lapse(n, "NO_FILE");
            } else if (unconfirmed) {
                lapse(n, "NO_CONFIRMATION");
            } else if (!entered(n)) {
                duties.state(dossier.key(), Duty.State.PENDING_PAPER);
            } else if (!paperInTime(n, dossier)) {
                lapse(n, "NO_PAPER");
            }
        }
    }

    /** At noon of the next working day: without an entry and without a reported hand-over the dossier lapses. */
    @Transactional
    public void paperCutOff(String yearId) {
        for (Nomination n : nominations.all(yearId)) {
            Duty entry = duty(n, DutyType.PAPER_ENTRY).orElse(null);
            if (entry == null || entry.state() != Duty.State.OPEN) {
                continue;
            }
            Duty dossier = duty(n, DutyType.DOSSIER).orElseThrow();
            if (handOverReported(dossier)) {
                // The hand-over stands reported, so the entry is the leader's to make; the standing agency may make it
                // too.
                duties.lapse(entry.key(), Outcome.OVERDUE, false).ifPresent(d -> lapses.tell(d, Map.of()));
                engine.addCandidates(entry.key());
            } else {
                // Its task ends with those of all others, in the act of the cut-off.
                duties.state(entry.key(), Duty.State.CLOSED);
                if (dossier.state() == Duty.State.PENDING_PAPER) {
                    lapse(n, "NO_PAPER");
                }
            }
        }
    }

    /** Paper was entered, or it was recorded that none came in time. */
    @Transactional
    public void paperEntered(DutyKey entry) {
        Nomination n = nominations.get(entry.yearId(), entry.subject());
        Duty dossier = duty(n, DutyType.DOSSIER).orElseThrow();
        if (dossier.state() == Duty.State.PENDING_PAPER) {
            if (paperInTime(n, dossier)) {
                duties.state(dossier.key(), Duty.State.ACCEPTED);
            } else {
                lapse(n, "NO_PAPER");
            }
        }
    }

    /** File, confirmation and paper are there in time, and the vote has not turned it down. */
    public boolean complete(Nomination n) {
        return n.state() != Nomination.State.WITHDRAWN
                && duty(n, DutyType.DOSSIER)
                        .filter(d -> d.state() == Duty.State.DELIVERED || d.state() == Duty.State.ACCEPTED)
                        .isPresent();
    }

    /** Dossiers that the ministry's dossier is made of; paper whose entry is overdue keeps its dossier in (the unit is not punished for it). */
    public List<Nomination> forMinistry(String yearId) {
        return nominations.all(yearId).stream()
                .filter(n -> complete(n)
                        || duty(n, DutyType.DOSSIER)
                                .filter(d -> d.state() == Duty.State.PENDING_PAPER)
                                .isPresent())
                .toList();
    }

    private void lapse(Nomination n, String why) {
        DutyKey key = duty(n, DutyType.DOSSIER).orElseThrow().key();
        duties.lapse(key, Outcome.NOT_PROPOSING, true).ifPresent(lapsed -> {
            boolean noneLeft = nominations.all(n.yearId()).stream()
                    .filter(other -> other.unit().equals(n.unit()))
                    .flatMap(other -> duty(other, DutyType.DOSSIER).stream())
                    .allMatch(d -> d.state() == Duty.State.CLOSED);
            Map<String, Object> detail = new HashMap<>(Map.of("why", why, "nominee", n.nominee()));
            detail.put("unitNotProposing", noneLeft);
            lapses.tell(lapsed, detail);
        });
    }

    /** An answer by the province that refuses is an answer, but no confirmation (S0-24). */
    private boolean confirmed(Duty confirmation) {
        return duties.current(confirmation)
                .filter(r -> !Answers.text(r.answers(), "result").equals("refused"))
                .isPresent();
    }

    private boolean entered(Nomination n) {
        return duty(n, DutyType.PAPER_ENTRY).filter(Duty::received).isPresent();
    }

    /** The arrival counts, not the entry. */
    private boolean paperInTime(Nomination n, Duty dossier) {
        return duty(n, DutyType.PAPER_ENTRY).stream()
                .flatMap(d -> duties.current(d).stream())
                .map(Receipt::answers)
                .filter(a -> Answers.text(a, "result").equals("received"))
                .flatMap(a -> Answers.instant(a, "arrivedAt").stream())
                .anyMatch(arrival -> arrival.isBefore(dossier.deadlineAt()));
    }

    private boolean handOverReported(Duty dossier) {
        return duties.receipts(dossier).stream()
                .filter(Receipt::counts)
                .flatMap(r -> Answers.instant(r.answers(), "paperAt").stream())
                .anyMatch(when -> when.isBefore(dossier.deadlineAt()));
    }

    private void end(Duty duty) {
        if (duty.state() != Duty.State.CLOSED) {
            duties.state(duty.key(), Duty.State.CLOSED);
        }
        engine.endHandIn(duty.key());
    }

    private Optional<Duty> duty(Nomination n, DutyType type) {
        Stream<DutyKey> keys = roster.about(n.yearId(), type, n.id()).stream();
        return keys.findFirst().flatMap(duties::find);
    }
}
