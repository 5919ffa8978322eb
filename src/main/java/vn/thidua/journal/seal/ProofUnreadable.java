package vn.thidua.journal.seal;

/** A file carries no proof that could be read. */
public final class ProofUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** There is none in it. */
        NONE,
        /** There are several, so that it is not clear which one the receipt goes by. */
        SEVERAL,
        /** It is cut off, was changed by hand, or is of another version. */
        DAMAGED,
        /** The file is no text, no PDF that can be opened, or far too long for a receipt. */
        NO_RECEIPT
    }

    ProofUnreadable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
