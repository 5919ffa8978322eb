package vn.thidua.cycle.reading;

import java.util.List;
import vn.thidua.cycle.AnswerLines;
import vn.thidua.duty.DutyKey;

/**
 * One duty with everything that was received for it and what the journal says of it.
 *
 * @param outcome what silence led to, or empty
 * @param files whether it asks for files
 * @param consequence what follows from missing it
 */
public record DutyView(
        YearView.Head year,
        long id,
        DutyKey key,
        String title,
        String party,
        String deadline,
        String state,
        String outcome,
        String consequence,
        String contact,
        boolean files,
        List<ReceiptView> receipts,
        List<JournalLine> journal) {

    /**
     * @param timeliness in time or late, and against which deadline
     * @param settled whether it counts, was accepted, returned or withdrawn, and when
     * @param reason why it was returned or withdrawn, what was remarked; or empty
     */
    public record ReceiptView(
            String number,
            String receivedAt,
            String by,
            boolean late,
            String timeliness,
            String settled,
            String reason,
            List<AnswerLines.Line> answers) {}

    public record JournalLine(String at, String what, String by, String detail) {}
}
