package vn.thidua.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading and checking a plan's text.
 *
 * @param plan {@code null} where the text has errors of form (something missing, unknown or unreadable); a plan whose content
 *     is wrong is there, but must not be started: see {@link #hasErrors()}
 * @param findings all of them, reading's and the check's, in order of lines
 * @param yaml the text as read: Unicode NFC, without byte-order mark
 */
public record PlanReading(@Nullable Plan plan, List<Finding> findings, String yaml) {
    public PlanReading {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(f -> !f.isError()).toList();
    }

    /** The plan of a text known to be good.
     * @throws IllegalStateException where it has errors */
    public Plan validPlan() {
        if (plan == null || hasErrors()) {
            throw new IllegalStateException("the plan has errors: " + errors());
        }
        return plan;
    }
}
