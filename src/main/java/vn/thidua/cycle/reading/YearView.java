package vn.thidua.cycle.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster year as one reader may see it.
 *
 * @param duties what the reader may read, by the party that owes it
 * @param closing what stayed overdue, once the year is closed
 */
public record YearView(
        Head head,
        List<Milestone> milestones,
        List<PartyDuties> duties,
        @Nullable List<Overdue> closing) {

    /** @param status how the year stands, in a sentence: cancelled when, by whom and why */
    public record Head(String id, String name, boolean running, String status, String seat) {}

    /** @param opens when it opens, in words, or empty */
    public record Milestone(String title, String opens, String when) {}

    /** @param anchor a name for links within the page */
    public record PartyDuties(String anchor, String party, List<DutyLine> duties) {}

    /** @param outcome what silence led to, or empty */
    public record DutyLine(long id, String title, String deadline, String state, String outcome, int receipts) {}

    public record Overdue(String party, String title) {}
}
