package vn.thidua.plan;

/** The text cannot be judged: too big, no UTF-8, no YAML, no plan at all. The message is Vietnamese and says what to do. */
public class PlanUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    public PlanUnreadable(String message, int line) {
        super(message);
        this.line = line;
    }

    /** From 1; 0 where no line can be named. */
    public int line() {
        return line;
    }
}
