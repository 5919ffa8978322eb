package vn.thidua.cycle;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;

/** What a dossier is made of: the electronic file, the province's confirmation, the paper and its entry (S0-18, S0-20, S0-24); and what can go to the ministry. */
@Component
public class DossierParts {
    private final DutyRepository duties;
    private final DutyRoster roster;
    private final Nominations nominations;

    DossierParts(DutyRepository duties, DutyRoster roster, Nominations nominations) {
        this.duties = duties;
        this.roster = roster;
        this.nominations = nominations;
    }

    /** Empty while the nomination has not brought it about, or where the nominee needs none. */
    Optional<Duty> part(Nomination n, DutyType type) {
        return roster.about(n.yearId(), type, n.id()).stream().findFirst().flatMap(duties::find);
    }

    /** An answer by the province that refuses is an answer, but no confirmation (S0-24). */
    boolean confirmed(Duty confirmation) {
        return duties.current(confirmation)
                .filter(r -> !Answers.text(r.answers(), "result").equals("refused"))
                .isPresent();
    }

    /** Whether the entry that was made says that paper arrived in time: the arrival counts, not the entry. */
    boolean paperInTime(Duty entry, Duty dossier) {
        return duties.current(entry)
                .map(Receipt::answers)
                .filter(answers -> Answers.text(answers, "result").equals("received"))
                .flatMap(answers -> Answers.instant(answers, "arrivedAt"))
                .filter(arrival -> arrival.isBefore(dossier.deadlineAt()))
                .isPresent();
    }

    /** Whether the unit reported, in whatever it handed in and did not take back, that paper was handed over in time. */
    boolean handOverReported(Duty dossier) {
        return duties.receipts(dossier).stream()
                .filter(receipt -> !"WITHDRAWN".equals(receipt.settled()))
                .flatMap(receipt -> Answers.instant(receipt.answers(), "paperAt").stream())
                .anyMatch(when -> when.isBefore(dossier.deadlineAt()));
    }

    /** Whether anything can still be sent to the ministry: what is complete, lacks only paper, or is still being mended. */
    public boolean anyLeft(String yearId) {
        return nominations.all(yearId).stream()
                .flatMap(n -> part(n, DutyType.DOSSIER).stream())
                .anyMatch(d -> d.state() != Duty.State.CLOSED);
    }

    /** File, confirmation and paper are there in time, and the vote has not turned it down. */
    public boolean complete(Nomination n) {
        return n.state() != Nomination.State.WITHDRAWN
                && part(n, DutyType.DOSSIER)
                        .filter(d -> d.state() == Duty.State.DELIVERED || d.state() == Duty.State.ACCEPTED)
                        .isPresent();
    }

    /** Dossiers that the ministry's dossier is made of; paper whose entry is overdue keeps its dossier in (the unit is not punished for it). */
    public List<Nomination> forMinistry(String yearId) {
        return nominations.all(yearId).stream()
                .filter(n -> complete(n)
                        || part(n, DutyType.DOSSIER)
                                .filter(d -> d.state() == Duty.State.PENDING_PAPER)
                                .isPresent())
                .toList();
    }
}
