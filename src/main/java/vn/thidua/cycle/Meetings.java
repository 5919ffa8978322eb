package vn.thidua.cycle;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/**
 * The scoring meeting and the summary conference. They end when the chair closes them, at the planned end at the latest;
 * what opens "after" them opens then (rules.md, "Deadlines").
 */
@Service("meetingsOfYear")
public class Meetings {
    private final Milestones milestones;
    private final YearStore years;
    private final DutyRepository duties;
    private final Votes votes;
    private final Results results;
    private final ScoreRepository scores;
    private final Journal journal;
    private final Lapses lapses;
    private final YearEngine engine;
    private final TimeSource time;

    Meetings(
            Milestones milestones,
            YearStore years,
            DutyRepository duties,
            Votes votes,
            Results results,
            ScoreRepository scores,
            Journal journal,
            Lapses lapses,
            YearEngine engine,
            TimeSource time) {
        this.milestones = milestones;
        this.years = years;
        this.duties = duties;
        this.votes = votes;
        this.results = results;
        this.scores = scores;
        this.journal = journal;
        this.lapses = lapses;
        this.engine = engine;
        this.time = time;
    }

    /**
     * Ends a meeting; a second call changes nothing. Items that the chair left undone are dropped; items left undone because
     * nobody closed the meeting are overdue.
     */
    @Transactional
    public void end(String yearId, DutyCode meeting, String by) {
        if (meeting == DutyCode.SCORING_MEETING) {
            // Before any duty is locked, as whoever agrees or hands in does.
            scores.lock(yearId);
        }
        Instant now = time.now();
        if (!milestones.ended(yearId, meeting, now)) {
            return;
        }
        boolean byClock = by.equals(Journal.SYSTEM);
        journal.record(
                yearId,
                JournalEvent.PHASE_ENDED,
                meeting.code(),
                null,
                by,
                Map.of("phase", meeting.code(), "name", "Phiên " + meeting.title(), "byClock", byClock));
        for (DutyType type : DutyType.under(meeting)) {
            if (!type.inSession() || type == DutyType.MEETING_MINUTES || type == DutyType.CONFERENCE_MINUTES) {
                continue;
            }
            for (Duty duty : duties.ofType(yearId, type)) {
                if (duty.state() == Duty.State.OPEN) {
                    duties.lapse(duty.key(), byClock ? Outcome.OVERDUE : null, true)
                            .filter(d -> byClock)
                            .ifPresent(d -> lapses.tell(d, Map.of("session", meeting.code())));
                }
            }
        }
        if (meeting == DutyCode.CONFERENCE) {
            votes.settle(yearId);
        } else if (meeting == DutyCode.SCORING_MEETING) {
            results.provisional(yearId, by);
            endAppraisals(yearId);
        }
        engine.meetingEnded(yearId, meeting);
        if (!milestones.reopen(yearId, years.plan(yearId), now.minusMillis(1)).isEmpty()) {
            engine.recalculateTimers(yearId);
        }
    }

    /** What was not appraised on a sheet until the meeting's end is settled line by line; nobody waits for the appraisal any more. */
    private void endAppraisals(String yearId) {
        for (Duty duty : duties.ofType(yearId, DutyType.APPRAISAL)) {
            if (duty.state() == Duty.State.OPEN && DocumentForms.withSheet(duty)) {
                duties.state(duty.key(), Duty.State.CLOSED);
                engine.endHandIn(duty.key());
            }
        }
    }
}
