package vn.thidua.duty;

/** Whoever asked holds no seat in what the act belongs to; administrators hold none (rules.md, "Ruling" and "Deadlines"). */
public class NoSeat extends DutyRefused {
    public NoSeat(String message) {
        super(message);
    }
}
