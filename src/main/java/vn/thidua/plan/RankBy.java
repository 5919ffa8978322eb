package vn.thidua.plan;

/** Which of the two totals ranks; part of the criteria table. */
public enum RankBy {
    TOTAL,
    TOTAL_WITH_BONUS
}
