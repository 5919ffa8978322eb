package vn.thidua.scoring.ranking;

/** What keeps a unit from awards; its points and its rank stay what they are (rules.md, "Scores"). */
public enum KnockOut {
    UNDER_DISCIPLINE,
    NO_PLEDGE,
    TASKS_FAILED
}
