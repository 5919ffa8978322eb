package vn.thidua.cycle.complaints;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.YearEngine;
import vn.thidua.cycle.YearNotices;
import vn.thidua.cycle.complaints.Complaint.SeatRuling;
import vn.thidua.cycle.complaints.Complaint.State;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.Seats;
import vn.thidua.duty.TooEarly;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.result.Corrections;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.sheet.Conflicts;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.year.YearStore;

/**
 * Complaints about frozen figures: filed by a unit's officer or head between the freeze and the year's close, ruled on by leader and
 * deputy within a time, else by the standing agency. One that is upheld makes a new frozen result beside the old (rules.md, "Scores").
 */
@Service
public class Complaints {
    private final ComplaintRepository complaints;
    private final ComplaintCheck check;
    private final ComplaintTimes times;
    private final ComplaintNotices notices;
    private final YearNotices yearNotices;
    private final Corrections corrections;
    private final Conflicts conflicts;
    private final YearStore years;
    private final YearEngine engine;
    private final Journal journal;
    private final TimeSource time;

    Complaints(
            ComplaintRepository complaints,
            ComplaintCheck check,
            ComplaintTimes times,
            ComplaintNotices notices,
            YearNotices yearNotices,
            Corrections corrections,
            Conflicts conflicts,
            YearStore years,
            YearEngine engine,
            Journal journal,
            TimeSource time) {
        this.complaints = complaints;
        this.check = check;
        this.times = times;
        this.notices = notices;
        this.yearNotices = yearNotices;
        this.corrections = corrections;
        this.conflicts = conflicts;
        this.years = years;
        this.engine = engine;
        this.journal = journal;
        this.time = time;
    }

    /** Of a year, the first one filed first. Whoever shows them sees to it that the reader is of the cluster. */
    public List<Complaint> ofYear(String yearId) {
        return complaints.ofYear(yearId);
    }

    public Complaint get(ComplaintKey key) {
        return complaints.get(key.id());
    }

    /**
     * Files a complaint: those who rule get their tasks.
     *
     * @throws DutyRefused with what is wrong: before the freeze, after the close, a figure that does not fit or stands already
     * @throws NoSeat where the person is neither officer nor head of a member unit
     */
    @Transactional
    public ComplaintKey file(NewComplaint filed) {
        String yearId = filed.yearId();
        Instant now = time.now();
        String unit = ComplaintSeats.unitOf(years.plan(yearId), filed.by(), now)
                .orElseThrow(() -> new NoSeat(ComplaintWords.of("refused.noOfficer", filed.by())));
        Result frozen = check.frozen(yearId, now);
        Figure asked = check.other(yearId, filed.concerns(), filed.line(), filed.figure());
        if (filed.grounds().isBlank()) {
            throw new DutyRefused(ComplaintWords.of("refused.noGrounds"));
        }
        long id = complaints
                .insert(filed, unit, asked, frozen.number(), now, times.due(yearId, now))
                .orElseThrow(() -> new DutyRefused(ComplaintWords.of("refused.twice", filed.line())));
        Complaint complaint = complaints.get(id);
        record(
                JournalEvent.COMPLAINED,
                complaint,
                filed.by(),
                Map.of(
                        "figure",
                        Sheets.words(asked),
                        "reason",
                        filed.grounds(),
                        "deadline",
                        complaint.dueAt().toString()));
        notices.filed(complaint);
        engine.askAboutComplaint(yearId, complaint.key().toString());
        return complaint.key();
    }

    /**
     * One seat rules, once.
     *
     * @param typed the figure that stands if it is upheld; not looked at otherwise
     * @throws NoSeat where {@code by} does not hold the seat, or it is their own unit's case
     * @throws TooLate where leader or deputy rule at the deadline or after it
     * @throws DutyRefused where it is decided, not this seat's turn, or the figure cannot stand
     */
    @Transactional
    public void rule(ComplaintKey key, Seat seat, String by, boolean upheld, TypedFigure typed, String reason) {
        Complaint complaint = complaints.lock(key.id());
        Seats.Seat held = requireSeat(complaint, seat, by);
        requireTurn(complaint, seat);
        Figure figure = upheld ? check.other(key.yearId(), complaint.concerns(), complaint.line(), typed) : Figure.NONE;
        if (reason.isBlank()) {
            throw new DutyRefused(ComplaintWords.of("refused.noReason"));
        }
        Instant at = complaints.insert(complaint, seat, upheld, figure, reason, by, held.party());
        if (seat != Seat.STANDING_AGENCY) {
            check.inTime(complaint, at);
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("seat", seat.name());
        detail.put("accepted", upheld);
        detail.put("figure", Sheets.words(figure));
        detail.put("reason", reason);
        detail.put("party", held.party());
        record(JournalEvent.RULED, complaint, by, detail);
        Complaint now = complaints.get(complaint.id());
        now.decided().ifPresent(decision -> settle(now, decision));
    }

    private void settle(Complaint complaint, SeatRuling decision) {
        if (!decision.upheld()) {
            complaints.settle(complaint.id(), State.REJECTED, null);
            notices.ruled(complaints.get(complaint.id()));
            return;
        }
        String reasons = complaint.rulings().stream()
                .filter(ruling -> ruling.agrees(decision))
                .map(SeatRuling::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        Result made = corrections.correct(
                complaint.yearId(),
                List.of(new Corrections.Correction(complaint.concerns(), complaint.line(), decision.figure())),
                ComplaintWords.of("reason", complaint.reference(), reasons),
                decision.by(),
                decision.party());
        complaints.settle(complaint.id(), State.UPHELD, made.number());
        notices.ruled(complaints.get(complaint.id()));
        yearNotices.corrected(made);
    }

    private Seats.Seat requireSeat(Complaint complaint, Seat seat, String by) {
        Plan plan = years.plan(complaint.yearId());
        Instant now = time.now();
        Seats.Seat held = ComplaintSeats.of(plan, complaint, seat);
        boolean holds = Seats.people(plan, List.of(held), now).stream().anyMatch(p -> p.id().equals(by));
        if (!holds) {
            throw new NoSeat(ComplaintWords.of("refused.seat", by));
        }
        if (ComplaintSeats.ownCase(plan, complaint, by, now)
                || conflicts.people(complaint.yearId(), complaint.concerns()).contains(by)) {
            throw new NoSeat(ComplaintWords.of("refused.ownCase", by));
        }
        return held;
    }

    private void requireTurn(Complaint complaint, Seat seat) {
        if (complaint.state() != State.OPEN || !years.get(complaint.yearId()).running()) {
            throw new DutyRefused(ComplaintWords.of("refused.state." + complaint.state()));
        }
        if (complaint.ruling(seat).isPresent()) {
            throw new DutyRefused(ComplaintWords.of("refused.ruled"));
        }
        boolean alone = ComplaintSeats.agencyAlone(years.plan(complaint.yearId()), complaint);
        if (seat != Seat.STANDING_AGENCY) {
            check.inTime(complaint, time.now());
            if (alone) {
                throw new DutyRefused(ComplaintWords.of("refused.alone"));
            }
            return;
        }
        boolean both = complaint.ruling(Seat.LEADER).isPresent()
                && complaint.ruling(Seat.DEPUTY).isPresent();
        if (!alone && !both && time.now().isBefore(complaint.dueAt())) {
            throw new DutyRefused(ComplaintWords.of("refused.notYet"));
        }
    }

    /** Reminds those who have not ruled, as long as it can still be in time. */
    @Transactional
    public void remind(ComplaintKey key) {
        Complaint complaint = complaints.lock(key.id());
        if (complaint.state() == State.OPEN && time.now().isBefore(complaint.dueAt())) {
            record(JournalEvent.REMINDED, complaint, Journal.SYSTEM, Map.of("to", notices.reminded(complaint)));
        }
    }

    /**
     * The deadline has come: leader and deputy are told, and the standing agency that it is theirs to decide. Once.
     *
     * @throws TooEarly before it, by the database's clock
     */
    @Transactional
    public void overdue(ComplaintKey key) {
        Complaint complaint = complaints.lock(key.id());
        if (time.now().isBefore(complaint.dueAt())) {
            throw new TooEarly(complaint.dueAt());
        }
        overdue(complaint);
    }

    private void overdue(Complaint complaint) {
        if (complaint.state() == State.OPEN && complaints.overdue(complaint.id())) {
            List<String> missing = notices.overdue(complaint);
            record(
                    JournalEvent.OVERDUE,
                    complaint,
                    Journal.SYSTEM,
                    Map.of("deadline", complaint.dueAt().toString(), "missing", missing));
        }
    }

    /** The year is over: what nobody has decided ends with it, tasks and timers too. */
    @Transactional
    public void endOfYear(String yearId) {
        complaints.ofYear(yearId).stream()
                .filter(complaint -> complaint.state() == State.OPEN)
                .forEach(complaint -> {
                    if (!time.now().isBefore(complaint.dueAt())) {
                        overdue(complaint);
                    }
                    complaints.settle(complaint.id(), State.ENDED, null);
                    notices.ended(complaints.get(complaint.id()));
                });
        engine.endComplaints(yearId);
    }

    private void record(JournalEvent event, Complaint complaint, String by, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("complaint", complaint.reference());
        detail.put("concerns", complaint.concerns());
        detail.put("line", complaint.line());
        detail.putAll(more);
        journal.record(complaint.yearId(), event, DutyCode.FREEZE.code(), complaint.unit(), by, detail);
    }
}
