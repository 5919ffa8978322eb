package vn.thidua.evidence.check;

/** Searching in bytes without making text of them. */
final class Bytes {
    private Bytes() {}

    static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length && matches(bytes, 0, beginning);
    }

    static boolean contains(byte[] bytes, byte[] piece) {
        return indexOf(bytes, bytes.length, piece) >= 0;
    }

    /** @return where {@code piece} begins within the first {@code length} bytes, -1 if it does not */
    static int indexOf(byte[] bytes, int length, byte[] piece) {
        for (int i = 0; i <= length - piece.length; i++) {
            if (bytes[i] == piece[0] && matches(bytes, i, piece)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] piece) {
        for (int i = 0; i < piece.length; i++) {
            if (bytes[at + i] != piece[i]) {
                return false;
            }
        }
        return true;
    }
}
