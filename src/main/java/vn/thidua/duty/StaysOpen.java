package vn.thidua.duty;

/** How long something missed can still be handed in, marked late (rules.md, "Outcomes of silence"). */
public enum StaysOpen {
    NO,
    UNTIL_SELF_SCORE,
    UNTIL_CLOSE
}
