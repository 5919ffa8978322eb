package vn.thidua.journal.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The chain's arithmetic. Entry {@code n} has the hash SHA-256(P, year, n, journal id, at, event, duty, unit, by, detail), where P is
 * the hash of entry {@code n - 1}, or the {@link #genesis}. Every field is preceded by its length in four bytes, big-endian;
 * a field that is not there has the length -1, so that it differs from an empty one and nothing can be moved from one field
 * into the next. Numbers are eight bytes, big-endian; {@code at} is microseconds since 1970; text is UTF-8.
 */
final class Chain {
    private static final String BEGINNING = "thidua journal chain 1";
    private static final int ABSENT = -1;

    private Chain() {}

    /** What a year's first entry follows: it names the year, so that no chain can be passed off as another year's. */
    static byte[] genesis(String yearId) {
        MessageDigest digest = sha256();
        text(digest, BEGINNING);
        text(digest, yearId);
        return digest.digest();
    }

    /** The hash of entry {@code number}, which follows the one with the hash {@code previous}. */
    static byte[] next(byte[] previous, long number, ChainRow row) {
        MessageDigest digest = sha256();
        field(digest, previous);
        text(digest, row.yearId());
        number(digest, number);
        number(digest, row.id());
        number(digest, row.atMicros());
        text(digest, row.event());
        text(digest, row.duty());
        text(digest, row.unit());
        text(digest, row.by());
        text(digest, row.detail());
        return digest.digest();
    }

    private static void text(MessageDigest digest, @Nullable String value) {
        field(digest, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static void number(MessageDigest digest, @Nullable Long value) {
        field(
                digest,
                value == null
                        ? null
                        : ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static void field(MessageDigest digest, byte @Nullable [] value) {
        int length = value == null ? ABSENT : value.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (value != null) {
            digest.update(value);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
