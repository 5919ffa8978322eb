package vn.thidua.cycle;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyNotices;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;

/**
 * Award dossiers: they exist once a nomination does and go to the ministry with file, confirmation and paper (S0-18 to S0-25).
 * {@link DossierCutOffs} says what becomes of those that lack something.
 */
@Service("dossiersOfYear")
public class Dossiers {
    private static final List<DutyType> PARTS = List.of(DutyType.DOSSIER, DutyType.CONFIRMATION);

    private final Nominations nominations;
    private final DutyRepository duties;
    private final DossierParts parts;
    private final DossierCutOffs cutOffs;
    private final YearEngine engine;
    private final DutyNotices notices;

    Dossiers(
            Nominations nominations,
            DutyRepository duties,
            DossierParts parts,
            DossierCutOffs cutOffs,
            YearEngine engine,
            DutyNotices notices) {
        this.nominations = nominations;
        this.duties = duties;
        this.parts = parts;
        this.cutOffs = cutOffs;
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
                    parts.part(n, DutyType.PAPER_ENTRY).ifPresent(this::end);
                });
    }

    /** A dossier came in: a reported hand-over of its paper is told to those who have to enter it. */
    @Transactional
    public void handedIn(DutyKey dossier, Receipt receipt) {
        Nomination n = nominations.get(dossier.yearId(), dossier.subject());
        Answers.instant(receipt.answers(), "paperAt")
                .ifPresent(when -> parts.part(n, DutyType.PAPER_ENTRY)
                        .ifPresent(entry -> notices.handOver(
                                entry,
                                Vietnam.words(when),
                                Answers.text(receipt.answers(), "paperTo"),
                                Answers.text(receipt.answers(), "paperProof"))));
        cutOffs.settle(dossier); // mended after the deadline of all, it is judged now
    }

    /** The vote did not carry, or was not held: the dossier closes without a lapse. Paper that was handed over is still entered. */
    @Transactional
    public void close(Nomination nomination) {
        PARTS.forEach(type -> parts.part(nomination, type).ifPresent(this::end));
    }

    private void end(Duty duty) {
        if (duty.state() != Duty.State.CLOSED) {
            duties.state(duty.key(), Duty.State.CLOSED);
        }
        engine.endHandIn(duty.key());
    }
}
