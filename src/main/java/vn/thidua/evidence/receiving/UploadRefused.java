package vn.thidua.evidence.receiving;

/** A file, or a part of it, is not taken. The message is Vietnamese and says what to do; nothing is half done. */
public class UploadRefused extends RuntimeException {

    public enum Kind {
        /** The call makes no sense: no such slot, a name that cannot be shown. */
        BAD_CALL,
        /** Larger than a file may be, or the quota is used up. */
        TOO_LARGE,
        /** What is in the file is not taken. */
        CONTENT,
        /** Bytes were sent for another place than the one that is next. */
        OFFSET,
        /** There is no such upload any more. */
        GONE,
        /** The disk or the store does not take it now; trying again later helps. */
        STORAGE
    }

    private final Kind kind;
    private final long offset;

    public UploadRefused(Kind kind, String message) {
        this(kind, message, -1);
    }

    UploadRefused(Kind kind, String message, long offset) {
        super(message);
        this.kind = kind;
        this.offset = offset;
    }

    static UploadRefused offset(long there) {
        return new UploadRefused(Kind.OFFSET, "Phần gửi lên không nối tiếp phần đã có.", there);
    }

    public Kind kind() {
        return kind;
    }

    /** For {@link Kind#OFFSET}: the number of bytes that are there. */
    public long offset() {
        return offset;
    }
}
