package vn.thidua.cycle.requests;

import java.time.Instant;
import java.util.List;

/**
 * What an officer asks for.
 *
 * @param by the officer; the unit follows from who asks
 * @param lines codes of the criteria table; may be empty
 * @param supplier empty: the one that the criteria table names for the lines
 * @param supplierEmail empty: no mail goes to the supplier
 * @param knowinglyLate the officer knows that the deadline does not lie before that of self-scoring
 */
public record NewRequest(
        String yearId,
        String by,
        List<String> lines,
        String supplier,
        String supplierEmail,
        String question,
        Instant dueAt,
        boolean knowinglyLate) {
    public NewRequest {
        lines = List.copyOf(lines);
    }

    NewRequest to(String department) {
        return new NewRequest(yearId, by, lines, department, supplierEmail, question, dueAt, knowinglyLate);
    }
}
