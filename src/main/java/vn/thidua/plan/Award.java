package vn.thidua.plan;

import org.jspecify.annotations.Nullable;

/**
 * A form of award the cluster votes on.
 *
 * @param percent of all members that have to be in favour; {@code null}: a simple majority of all members
 * @param quotaPercent of the members that may be proposed at most, rounded down; {@code null}: no quota
 */
public record Award(
        String code,
        String name,
        @Nullable Integer percent,
        @Nullable Integer quotaPercent) {

    /** Votes needed among {@code members}, all of them counted, in integers only (rules.md, "Votes"). */
    public int votesNeeded(int members) {
        return percent == null ? members / 2 + 1 : (percent * members + 99) / 100;
    }

    /** How many may be proposed; all where there is no quota. */
    public int quota(int members) {
        return quotaPercent == null ? members : quotaPercent * members / 100;
    }
}
