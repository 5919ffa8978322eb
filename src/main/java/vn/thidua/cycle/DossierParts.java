package vn.thidua.cycle;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;

/** What a dossier is made of: the electronic file, the province's confirmation, the paper and its entry (S0-18, S0-20, S0-24). */
@Component
class DossierParts {
    private final DutyRepository duties;
    private final DutyRoster roster;

    DossierParts(DutyRepository duties, DutyRoster roster) {
        this.duties = duties;
        this.roster = roster;
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
}
