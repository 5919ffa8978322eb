package vn.thidua.scoring.result;

import java.time.Instant;

/**
 * A result as it was made; never changed. A later one stands beside it.
 *
 * @param content canonical JSON ({@link ResultContent}), of which {@code hash} is the SHA-256 in lower-case hex
 * @param stand the last change of the year's scores that it takes in
 */
public record Result(
        String yearId,
        int number,
        Kind kind,
        String content,
        String hash,
        long stand,
        String reason,
        String by,
        Instant at) {

    public enum Kind {
        PROVISIONAL,
        FROZEN
    }
}
