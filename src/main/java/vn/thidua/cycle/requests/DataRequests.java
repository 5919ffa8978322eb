package vn.thidua.cycle.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.YearEngine;
import vn.thidua.cycle.requests.DataRequest.Act;
import vn.thidua.cycle.requests.DataRequest.State;
import vn.thidua.cycle.requests.RequestSeats.Role;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.TooEarly;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.year.YearStore;

/**
 * A unit's requests for figures to departments outside the cluster: asked and followed by its officers, with a deadline; what is
 * not answered by then, or meets an obstacle, goes up to the unit's head with its history (S1-08). Each act is a line of the
 * history and of the journal; the journal has no texts, since nobody outside the unit reads them.
 */
@Service
public class DataRequests {
    private final RequestRepository requests;
    private final RequestCheck check;
    private final RequestNotices notices;
    private final YearStore years;
    private final YearEngine engine;
    private final Journal journal;
    private final TimeSource time;

    DataRequests(
            RequestRepository requests,
            RequestCheck check,
            RequestNotices notices,
            YearStore years,
            YearEngine engine,
            Journal journal,
            TimeSource time) {
        this.requests = requests;
        this.check = check;
        this.notices = notices;
        this.years = years;
        this.engine = engine;
        this.journal = journal;
        this.time = time;
    }

    /** A unit's requests with their histories, the first one asked first. Whoever shows them sees to it that the reader is of the unit. */
    public List<DataRequest> ofUnit(String yearId, String unit) {
        return requests.ofUnit(yearId, unit);
    }

    public DataRequest get(RequestKey key) {
        return requests.get(key.id());
    }

    /**
     * Asks: the department gets a mail where it has an address, the unit's officers a task.
     *
     * @throws DutyRefused naming the field that is wrong; or where {@code by} is no officer of a unit of a running year
     */
    @Transactional
    public RequestKey ask(NewRequest asked) {
        if (!years.get(asked.yearId()).running()) {
            throw new DutyRefused(RequestWords.of("refused.yearOver"));
        }
        String unit = RequestSeats.unitOf(years.plan(asked.yearId()), asked.by(), time.now())
                .orElseThrow(() -> new NoSeat(RequestWords.of("refused.noOfficer", asked.by())));
        long id = requests.insert(check.complete(asked), unit, time.now());
        requests.event(id, asked.by(), Act.ASKED, "");
        DataRequest request = requests.get(id);
        record(JournalEvent.DATA_ASKED, request, asked.by(), Map.of("lines", request.lines()));
        notices.asked(request);
        engine.followDataRequest(asked.yearId(), request.key().toString());
        return request.key();
    }

    /** The department has answered; an answer that comes after the deadline counts as long as the officers have the request. */
    @Transactional
    public void answer(
            RequestKey key, String by, String text, String documentNumber, @Nullable LocalDate documentDate) {
        DataRequest request = take(key, State.ASKED, Role.OFFICER, by);
        requests.answered(request.id(), text, documentNumber, documentDate);
        requests.event(request.id(), by, Act.ANSWERED, text);
        record(
                JournalEvent.DATA_ANSWERED,
                request,
                by,
                Map.of("inTime", time.now().isBefore(request.dueAt())));
    }

    /** An officer reports an obstacle: the request lies with the head from now on. */
    @Transactional
    public void obstacle(RequestKey key, String by, String text) {
        DataRequest request = take(key, State.ASKED, Role.OFFICER, by);
        requests.raised(request.id());
        requests.event(request.id(), by, Act.OBSTACLE, text);
        record(JournalEvent.DATA_OBSTACLE, request, by, Map.of("act", Act.OBSTACLE.name()));
    }

    @Transactional
    public void cancel(RequestKey key, String by, String reason) {
        DataRequest request = take(key, State.ASKED, Role.OFFICER, by);
        end(request, State.CANCELLED, by, Act.CANCELLED, reason);
    }

    /** Reminds officers and department, where an answer can still come in time. */
    @Transactional
    public void remind(RequestKey key) {
        DataRequest request = requests.lock(key.id());
        if (request.state() == State.ASKED && time.now().isBefore(request.dueAt())) {
            requests.event(request.id(), Journal.SYSTEM, Act.REMINDED, "");
            record(JournalEvent.REMINDED, request, Journal.SYSTEM, Map.of("to", notices.reminded(request)));
        }
    }

    /**
     * Tells the head: an obstacle was reported, or the deadline has come.
     *
     * @throws TooEarly where neither is so by the database's clock
     */
    @Transactional
    public void raise(RequestKey key) {
        DataRequest request = requests.lock(key.id());
        if (request.state() == State.ASKED) {
            if (time.now().isBefore(request.dueAt())) {
                throw new TooEarly(request.dueAt());
            }
            requests.raised(request.id());
            requests.event(request.id(), Journal.SYSTEM, Act.DUE, "");
            record(JournalEvent.DATA_OBSTACLE, request, Journal.SYSTEM, Map.of("act", Act.DUE.name()));
        }
        notices.raised(requests.get(request.id()));
    }

    /**
     * The head decides.
     *
     * @param act EXTENDED, RETURNED or CLOSED
     * @param newDue only, and always, with EXTENDED
     * @throws DutyRefused where the new deadline is past, or a request whose deadline is past is given back without a new one
     */
    @Transactional
    public void instruct(RequestKey key, String by, Act act, String instruction, @Nullable Instant newDue) {
        DataRequest request = take(key, State.OBSTACLE, Role.HEAD, by);
        switch (act) {
            case EXTENDED -> {
                Instant due = Objects.requireNonNull(newDue, "an extension needs a deadline");
                check.due(request.yearId(), RequestWords.of("field.newDue"), due);
                reopen(request, by, act, instruction, due);
                notices.extended(requests.get(request.id()));
            }
            case RETURNED -> {
                if (!time.now().isBefore(request.dueAt())) {
                    throw new DutyRefused(RequestWords.of("refused.returned", Vietnam.words(request.dueAt())));
                }
                reopen(request, by, act, instruction, request.dueAt());
            }
            case CLOSED -> end(request, State.SETTLED, by, act, instruction);
            default -> throw new IllegalArgumentException("the head does not decide " + act);
        }
        notices.instructed(requests.get(request.id()), by);
    }

    /** The year is over: whatever is open ends with it, tasks and timers too. */
    @Transactional
    public void endOfYear(String yearId) {
        requests.open(yearId).forEach(request -> end(request, State.CANCELLED, Journal.SYSTEM, Act.YEAR_ENDED, ""));
        engine.endDataRequests(yearId);
    }

    private void reopen(DataRequest request, String by, Act act, String instruction, Instant due) {
        requests.reopened(request.id(), due);
        requests.event(request.id(), by, act, instruction);
        record(JournalEvent.DATA_INSTRUCTED, requests.get(request.id()), by, Map.of("act", act.name()));
    }

    private void end(DataRequest request, State state, String by, Act act, String detail) {
        requests.ended(request.id(), state);
        requests.event(request.id(), by, act, detail);
        record(JournalEvent.DATA_ENDED, request, by, Map.of("act", act.name()));
        notices.withdrawn(request);
    }

    /** The locked request, if it stands so and {@code by} holds the seat. */
    private DataRequest take(RequestKey key, State state, Role role, String by) {
        DataRequest request = requests.lock(key.id());
        if (!RequestSeats.holds(years.plan(key.yearId()), request.unit(), role, by, time.now())) {
            throw new NoSeat(RequestWords.of("refused.seat", by));
        }
        if (request.state() != state) {
            throw new DutyRefused(RequestWords.of("refused.state", RequestWords.of("state." + request.state())));
        }
        return request;
    }

    private void record(JournalEvent event, DataRequest request, String by, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("request", request.reference());
        detail.put("supplier", request.supplier());
        detail.put("deadline", request.dueAt().toString());
        journal.record(request.yearId(), event, null, request.unit(), by, detail);
    }
}
