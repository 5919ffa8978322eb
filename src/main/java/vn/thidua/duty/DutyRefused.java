package vn.thidua.duty;

/** What was asked for is not possible; the message is Vietnamese and tells the person who asked what to do. */
public class DutyRefused extends RuntimeException {
    public DutyRefused(String message) {
        super(message);
    }
}
