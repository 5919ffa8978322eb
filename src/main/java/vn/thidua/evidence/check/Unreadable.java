package vn.thidua.evidence.check;

/** There is nothing to judge: the file cannot be read as what it claims to be. The message is for people, in Vietnamese. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
