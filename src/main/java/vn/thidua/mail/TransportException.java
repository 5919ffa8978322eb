package vn.thidua.mail;

/** A mail did not go out, and whose turn it is. */
public class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What happens next. */
    public enum Kind {
        /** 5xx: never by itself; a clerk decides. */
        REFUSED,
        /** 4xx: this mail later. */
        LATER,
        /** The server cannot be reached or does not let us in: this mail later, and no other in this round. */
        UNREACHABLE
    }

    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
