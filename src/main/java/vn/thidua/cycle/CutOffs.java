package vn.thidua.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.StaysOpen;
import vn.thidua.duty.TooEarly;
import vn.thidua.journal.Journal;
import vn.thidua.journal.seal.Checkpoints;

/**
 * A cut-off is one act: one transaction gives every open duty of a milestone its outcome and ends the tasks of those that do
 * not stay open. The database's clock decides; a timer that is early is sent back (deadlines.md).
 */
@Service
public class CutOffs {
    private final DutyRepository duties;
    private final DutyDeadlines deadlines;
    private final DossierCutOffs dossiers;
    private final Meetings meetings;
    private final Lapses lapses;
    private final FileCutOffs files;
    private final ContestedNotices contested;
    private final YearEngine engine;
    private final Checkpoints checkpoints;
    private final TimeSource time;

    CutOffs(
            DutyRepository duties,
            DutyDeadlines deadlines,
            DossierCutOffs dossiers,
            Meetings meetings,
            Lapses lapses,
            FileCutOffs files,
            ContestedNotices contested,
            YearEngine engine,
            Checkpoints checkpoints,
            TimeSource time) {
        this.duties = duties;
        this.deadlines = deadlines;
        this.dossiers = dossiers;
        this.meetings = meetings;
        this.lapses = lapses;
        this.files = files;
        this.contested = contested;
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.time = time;
    }

    /**
     * Closes what is left at a deadline, and asks for a checkpoint of the journal that covers it.
     *
     * @throws TooEarly where the database's clock has not reached the deadline now in force
     */
    @Transactional
    public void act(String yearId, DutyType type) {
        requireReached(deadlines.deadline(yearId, type));
        files.deliver(yearId, type);
        switch (type) {
            case DOSSIER, CONFIRMATION -> dossiers.cutOff(yearId);
            case PAPER_ENTRY -> dossiers.paperCutOff(yearId);
            default -> lapse(yearId, type);
        }
        duties.ofType(yearId, type).stream()
                .filter(CutOffs::taskEnds)
                .map(Duty::key)
                .forEach(engine::endHandIn);
        if (type == DutyType.MEETING_MINUTES || type == DutyType.CONFERENCE_MINUTES) {
            meetings.end(yearId, type.code(), Journal.SYSTEM);
        } else if (type == DutyType.APPRAISAL) {
            contested.appraisalsOver(yearId);
        }
        checkpoints.ask(yearId, type.code().code());
    }

    /** One unit's time for mending a returned paper is over; the others' deadline was before. */
    @Transactional
    public void mend(DutyKey key) {
        requireReached(duties.get(key).effectiveDeadline());
        files.deliver(key.yearId(), key.type());
        Duty duty = duties.get(key);
        if (key.type() == DutyType.DOSSIER) {
            dossiers.settle(key);
        } else if (duty.state() == Duty.State.OPEN) {
            boolean close = key.type().staysOpen() == StaysOpen.NO;
            duties.lapse(key, key.type().outcome(), close).ifPresent(d -> lapses.tell(d, Map.of("mending", true)));
        }
    }

    /**
     * What a cut-off took for received has turned out not to be there.
     *
     * @param slot what stays empty; of a supplement, the criterion's line
     */
    @Transactional
    public void emptyAfterAll(Duty duty, String slot) {
        if (duty.type() == DutyType.DOSSIER) {
            dossiers.noFile(duty.key());
            return;
        }
        boolean close = duty.type().staysOpen() == StaysOpen.NO;
        Duty missed = duties.lapse(duty.key(), duty.type().outcome(), close).orElse(duty);
        lapses.tell(missed, duty.type() == DutyType.SUPPLEMENT ? Map.of("lines", List.of(slot)) : Map.of());
    }

    /** Plans and pledges stay open, marked late, until the self-score deadline; here they are closed. */
    @Transactional
    public void closeLate(String yearId, DutyType type) {
        duties.closeOpen(yearId, type);
    }

    private void lapse(String yearId, DutyType type) {
        boolean close = type.staysOpen() == StaysOpen.NO;
        List<Duty> missed = duties.lapse(yearId, type, type.outcome(), close);
        for (Duty duty : missed) {
            Map<String, Object> detail =
                    type == DutyType.SUPPLEMENT ? Map.of("lines", files.silentLines(duty)) : Map.of();
            lapses.tell(duty, detail);
        }
    }

    /** What was received and what is over ends; what stays open, marked, and what is being mended goes on. */
    private static boolean taskEnds(Duty duty) {
        return duty.state() != Duty.State.OPEN;
    }

    private void requireReached(Instant deadline) {
        if (time.now().isBefore(deadline)) {
            throw new TooEarly(deadline);
        }
    }
}
