package vn.thidua.cycle.requests;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's request to a department outside the cluster, with everything that happened to it.
 *
 * @param unit code of the unit that asks; only its people see it
 * @param lines codes of the criteria table that the figures are for; may be empty
 * @param supplier the department asked, by name
 * @param supplierEmail where mails to the department go; {@code null}: it is asked by other means
 * @param dueAt exclusive: at this instant a request without an answer goes up to the unit's head
 * @param openSince since when the unit's officers have it: asked, or given back by the head
 * @param raisedAt since when it lies, or last lay, with the head
 * @param answer what came back; {@code null} until then
 * @param history what happened, in order; never changed
 */
public record DataRequest(
        long id,
        String yearId,
        String unit,
        List<String> lines,
        String supplier,
        @Nullable String supplierEmail,
        String question,
        Instant dueAt,
        Instant openSince,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant raisedAt,
        @Nullable Answer answer,
        List<Event> history) {

    public DataRequest {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    public enum State {
        /** The officers wait for an answer. */
        ASKED,
        ANSWERED,
        /** It lies with the unit's head. */
        OBSTACLE,
        /** The head found that it cannot be had. */
        SETTLED,
        /** Taken back by an officer, or ended with its year. */
        CANCELLED;

        public boolean open() {
            return this == ASKED || this == OBSTACLE;
        }
    }

    /**
     * What the department answered, as the officer recorded it.
     *
     * @param documentNumber of the paper that it stands in, or empty
     * @param documentDate ISO date of that paper, or empty
     * @param at when it was recorded
     */
    public record Answer(String text, String documentNumber, String documentDate, Instant at) {}

    /** What can happen to a request. */
    public enum Act {
        ASKED,
        REMINDED,
        ANSWERED,
        /** An officer reported an obstacle. */
        OBSTACLE,
        /** Its deadline came without an answer. */
        DUE,
        /** The head gave it more time. */
        EXTENDED,
        /** The head gave it back with an instruction. */
        RETURNED,
        /** The head closed it as not obtainable. */
        CLOSED,
        CANCELLED,
        YEAR_ENDED
    }

    /**
     * One line of the history.
     *
     * @param by id of the person, or {@code Journal.SYSTEM}
     * @param detail what the person wrote, or empty
     * @param dueAt the deadline in force from then on
     */
    public record Event(Instant at, String by, Act act, String detail, Instant dueAt) {}

    public RequestKey key() {
        return new RequestKey(yearId, id);
    }

    /** How people refer to it, in mails too: "YC-12". */
    public String reference() {
        return "YC-" + id;
    }
}
