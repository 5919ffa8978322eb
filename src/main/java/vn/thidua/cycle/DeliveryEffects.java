package vn.thidua.cycle;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** What else follows when something is handed in, or taken back. Runs once per receipt, after it is stored. */
@Service
public class DeliveryEffects {
    private final DutyRepository duties;
    private final Dossiers dossiers;
    private final DossierCutOffs dossierCutOffs;
    private final DossierParts parts;
    private final Meetings meetings;
    private final Scoring scoring;
    private final ContestedNotices contested;
    private final Votes votes;
    private final Consultations consultations;
    private final DutyRoster roster;
    private final YearEngine engine;
    private final Journal journal;
    private final YearNotices notices;

    DeliveryEffects(
            DutyRepository duties,
            Dossiers dossiers,
            DossierCutOffs dossierCutOffs,
            DossierParts parts,
            Meetings meetings,
            Scoring scoring,
            ContestedNotices contested,
            Votes votes,
            Consultations consultations,
            DutyRoster roster,
            YearEngine engine,
            Journal journal,
            YearNotices notices) {
        this.duties = duties;
        this.dossiers = dossiers;
        this.dossierCutOffs = dossierCutOffs;
        this.parts = parts;
        this.meetings = meetings;
        this.scoring = scoring;
        this.contested = contested;
        this.votes = votes;
        this.consultations = consultations;
        this.roster = roster;
        this.engine = engine;
        this.journal = journal;
        this.notices = notices;
    }

    @Transactional
    public void delivered(DutyKey key) {
        Duty duty = duties.get(key);
        Receipt receipt = duties.current(duty).orElse(null);
        if (receipt == null) {
            return;
        }
        switch (key.type()) {
            case SELF_SCORE -> engine.selfScoreIn(key.yearId(), key.party());
            case APPRAISAL -> contested.appraised(key.yearId(), ScoreDuties.unit(key));
            case NOMINATION -> {
                if (!receipt.declined()) {
                    dossiers.nominated(key, receipt);
                }
            }
            case DOSSIER -> dossiers.handedIn(key, receipt);
            case PAPER_ENTRY -> dossierCutOffs.paperEntered(key);
            case OPINION, AGREEMENT -> consultations.answered(key.yearId());
            case CRITERIA -> scoring.issued(key.yearId(), receipt.by());
            case FREEZE -> scoring.seatFrozen(key.yearId(), receipt.by());
            case AWARD_VOTE -> votes.reported(key, receipt);
            case MEETING_MINUTES, CONFERENCE_MINUTES -> {
                // Late minutes of an earlier holding do not end the meeting that is held again.
                if (roster.of(key.yearId(), key.type()).contains(key)) {
                    meetings.end(key.yearId(), key.type().code(), receipt.by());
                }
            }
            case MINISTRY, POST_CONFERENCE -> sent(duty, receipt);
            default -> {}
        }
    }

    /** A receipt was withdrawn or returned: what it had brought about ends. */
    @Transactional
    public void undone(DutyKey key) {
        if (key.type() == DutyType.NOMINATION) {
            dossiers.undone(key);
        }
    }

    private void sent(Duty duty, Receipt receipt) {
        DutyJournal.record(
                journal,
                JournalEvent.SENT,
                duty,
                receipt.by(),
                Map.of("receipt", receipt.number(), "late", !receipt.inTime()));
        if (duty.type() == DutyType.MINISTRY) {
            notices.ministrySent(duty, receipt.by(), !receipt.inTime(), parts.forMinistry(duty.yearId()));
        }
    }
}
