package vn.thidua.evidence.check;

import java.time.Duration;

/**
 * How much of a hostile file is put up with. A file beyond a limit in bytes or objects is refused wherever it is checked; a file
 * beyond the time is left to people.
 *
 * @param time for one file
 * @param streamBytes decoded bytes of one stream that is no picture
 * @param pictureBytes decoded bytes of one picture
 * @param totalBytes decoded bytes of all streams together
 * @param objects of one document
 * @param signatures of one document
 * @param textPages whose text is read, half from the front, half from the end
 */
public record Limits(
        Duration time,
        long streamBytes,
        long pictureBytes,
        long totalBytes,
        int objects,
        int signatures,
        int textPages) {
    private static final long MB = 1 << 20;

    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(60), 64 * MB, 512 * MB, 2048 * MB, 500_000, 64, 200);
}
