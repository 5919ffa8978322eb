package vn.thidua;

/** What a command tells whoever called it; the README has the same table. */
public final class ExitCode {

    /** As wished. */
    public static final int OK = 0;
    /** The judged thing is not valid. */
    public static final int NOT_VALID = 1;
    /** It could not be judged, or the call was wrong. */
    public static final int NOT_JUDGED = 2;

    private ExitCode() {}
}
