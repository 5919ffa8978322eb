package vn.thidua.cycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.Outcome;

/**
 * What becomes of a dossier whose time is over: without file, confirmation or paper it lapses, with what lacked in the notice;
 * one that lacks only paper waits for its entry (rules.md, "Outcomes of silence", "Paper"; S0-18, S0-20, S0-24, S0-25).
 */
@Service
class DossierCutOffs {
    private final Nominations nominations;
    private final DossierParts parts;
    private final DutyRepository duties;
    private final Lapses lapses;
    private final YearEngine engine;
    private final TimeSource time;

    DossierCutOffs(
            Nominations nominations,
            DossierParts parts,
            DutyRepository duties,
            Lapses lapses,
            YearEngine engine,
            TimeSource time) {
        this.nominations = nominations;
        this.parts = parts;
        this.duties = duties;
        this.lapses = lapses;
        this.engine = engine;
        this.time = time;
    }

    /** At the deadline of files, and at that of confirmations: every dossier by what is due of it now. */
    @Transactional
    public void cutOff(String yearId) {
        nominations.all(yearId).forEach(this::settle);
    }

    /** One dossier, after its time for mending; without a dossier nothing. */
    @Transactional
    public void settle(DutyKey dossier) {
        settle(nominations.get(dossier.yearId(), dossier.subject()));
    }

    /** What was taken for the dossier's file is not one. */
    @Transactional
    public void noFile(DutyKey dossier) {
        Nomination n = nominations.get(dossier.yearId(), dossier.subject());
        parts.part(n, DutyType.DOSSIER)
                .filter(duty -> duty.state() != Duty.State.CLOSED)
                .ifPresent(duty -> lapse(n, duty, "NO_FILE"));
    }

    private void settle(Nomination n) {
        Duty dossier = parts.part(n, DutyType.DOSSIER).orElse(null);
        if (dossier == null || dossier.state() == Duty.State.CLOSED) {
            return;
        }
        Instant now = time.now();
        Optional<Duty> confirmation = parts.part(n, DutyType.CONFIRMATION).filter(c -> !now.isBefore(c.deadlineAt()));
        boolean unconfirmed = confirmation.isPresent() && !parts.confirmed(confirmation.get());
        confirmation.filter(c -> !c.received()).ifPresent(this::overdue);
        if (!dossier.received() && !now.isBefore(dossier.effectiveDeadline())) {
            lapse(n, dossier, "NO_FILE");
        } else if (unconfirmed) {
            lapse(n, dossier, "NO_CONFIRMATION");
        } else if (dossier.received() && !now.isBefore(dossier.deadlineAt())) {
            settlePaper(n, dossier);
        }
    }

    private void settlePaper(Nomination n, Duty dossier) {
        Duty entry = parts.part(n, DutyType.PAPER_ENTRY).orElseThrow();
        if (!entry.received()) {
            duties.state(dossier.key(), Duty.State.PENDING_PAPER);
            if (!time.now().isBefore(entry.deadlineAt())) {
                entryOver(n, entry);
            }
        } else if (!parts.paperInTime(entry, dossier)) {
            lapse(n, dossier, "NO_PAPER");
        }
    }

    /** At noon of the next working day: without an entry and without a reported hand-over the dossier lapses. */
    @Transactional
    public void paperCutOff(String yearId) {
        for (Nomination n : nominations.all(yearId)) {
            parts.part(n, DutyType.PAPER_ENTRY)
                    .filter(entry -> entry.state() == Duty.State.OPEN && entry.outcome() == null)
                    .filter(entry -> !beingMended(n))
                    .ifPresent(entry -> entryOver(n, entry));
        }
    }

    /** A dossier that may still be handed in is judged when it is, or when its time for mending is over. */
    private boolean beingMended(Nomination n) {
        return parts.part(n, DutyType.DOSSIER)
                .filter(d -> d.state() == Duty.State.OPEN && time.now().isBefore(d.effectiveDeadline()))
                .isPresent();
    }

    private void entryOver(Nomination n, Duty entry) {
        Duty dossier = parts.part(n, DutyType.DOSSIER).orElseThrow();
        if (parts.handOverReported(dossier)) {
            // The entry is the leader's to make, so it is overdue; the standing agency may make it too.
            duties.lapse(entry.key(), Outcome.OVERDUE, false).ifPresent(d -> lapses.tell(d, Map.of()));
            engine.addCandidates(entry.key());
            return;
        }
        end(entry);
        if (dossier.state() == Duty.State.PENDING_PAPER) {
            lapse(n, dossier, "NO_PAPER");
        }
    }

    /** Paper was entered, or it was recorded that none came in time. */
    @Transactional
    public void paperEntered(DutyKey entry) {
        Nomination n = nominations.get(entry.yearId(), entry.subject());
        Duty dossier = parts.part(n, DutyType.DOSSIER).orElseThrow();
        if (dossier.state() != Duty.State.PENDING_PAPER) {
            return;
        }
        if (parts.paperInTime(duties.get(entry), dossier)) {
            duties.state(dossier.key(), Duty.State.ACCEPTED);
        } else {
            lapse(n, dossier, "NO_PAPER");
        }
    }

    private void overdue(Duty confirmation) {
        duties.lapse(confirmation.key(), Outcome.OVERDUE, true).ifPresent(d -> lapses.tell(d, Map.of()));
        engine.endHandIn(confirmation.key());
    }

    private void lapse(Nomination n, Duty dossier, String why) {
        if (!parts.handOverReported(dossier)) {
            // No paper is said to have come, and none could help any more: there is nothing left to enter.
            parts.part(n, DutyType.PAPER_ENTRY)
                    .filter(entry -> entry.state() == Duty.State.OPEN)
                    .ifPresent(this::end);
        }
        duties.lapse(dossier.key(), Outcome.NOT_PROPOSING, true).ifPresent(lapsed -> {
            Map<String, Object> detail = new HashMap<>(Map.of("why", why, "nominee", n.nominee()));
            detail.put("unitNotProposing", noneLeft(n));
            lapses.tell(lapsed, detail);
        });
        engine.endHandIn(dossier.key());
    }

    private boolean noneLeft(Nomination n) {
        return nominations.all(n.yearId()).stream()
                .filter(other -> other.unit().equals(n.unit()))
                .flatMap(other -> parts.part(other, DutyType.DOSSIER).stream())
                .allMatch(d -> d.state() == Duty.State.CLOSED);
    }

    private void end(Duty duty) {
        duties.state(duty.key(), Duty.State.CLOSED);
        engine.endHandIn(duty.key());
    }
}
