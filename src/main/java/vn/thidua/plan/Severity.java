package vn.thidua.plan;

/** A plan with errors cannot be started; one with warnings can. */
public enum Severity {
    ERROR,
    WARNING
}
