package vn.thidua.cycle;

import org.jspecify.annotations.Nullable;

/**
 * What a unit proposes for an award.
 *
 * @param id {@code <unit>-<number>}, unique within the cluster year
 */
public record Nomination(
        String id,
        String yearId,
        String unit,
        boolean collective,
        String nominee,
        String award,
        State state,
        @Nullable String reason) {
    public enum State {
        PROPOSED,
        CARRIED,
        NOT_CARRIED,
        /** No vote was held: no freeze, no classification, or not conducted. */
        NOT_HELD,
        WITHDRAWN
    }
}
