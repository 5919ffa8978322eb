package vn.thidua.duty;

/** The database's clock had reached the deadline when the answer was to be stored (rules.md, "Deadlines"; S0-16). */
public class TooLate extends DutyRefused {
    public TooLate(String message) {
        super(message);
    }
}
