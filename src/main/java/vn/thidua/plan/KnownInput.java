package vn.thidua.plan;

/** What the system knows of a unit by itself; it proposes the figure, and a person accepts it (S2-03). */
public enum KnownInput {
    /** The unit's plan was received before its deadline: the maximum, else 0. */
    PLAN_IN_TIME,
    /** The pledge was received before its deadline: the maximum, else 0. */
    PLEDGE_IN_TIME,
    /** The self-score was received before its deadline: the maximum, else 0. */
    SELF_SCORE_IN_TIME,
    /** How many of the unit's papers came late. */
    REPORTS_LATE,
    /** How many of the unit's papers never came. */
    REPORTS_MISSING,
    /** How many meetings of the cluster the unit was absent from. */
    MEETINGS_MISSED;

    /** It counts how often something happened, instead of saying whether. */
    public boolean counts() {
        return this == REPORTS_LATE || this == REPORTS_MISSING || this == MEETINGS_MISSED;
    }
}
