package vn.thidua.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file, apart from any deadline.
 *
 * @param size in bytes
 * @param type by content, never by name
 * @param encrypted needs a password, or is protected by one
 * @param pages null if they could not be counted
 * @param examined false if the examination did not come to its end: nothing follows from what is missing here
 * @param dangers in Vietnamese: why nobody may rely on what this file shows
 * @param signatures in the order in which they were made
 * @param copy signs of a certified copy
 * @param copySigns in Vietnamese: where they were seen
 * @param proposed how the document is cited, as its text has it; for the unit to confirm
 * @param remarks in Vietnamese: no failure, but worth knowing
 * @param notExamined in Vietnamese: what these facts say nothing about
 */
public record FileFacts(
        String sha256,
        long size,
        FileType type,
        boolean encrypted,
        @Nullable Integer pages,
        boolean examined,
        List<String> dangers,
        List<SignatureFacts> signatures,
        Copy copy,
        List<String> copySigns,
        Citation proposed,
        List<String> remarks,
        List<String> notExamined) {

    public enum Copy {
        NO_SIGN,
        SUSPECTED,
        CERTAIN
    }

    /** What is known of a file that could not be examined: nothing follows from what is missing. */
    public static FileFacts unexamined(String sha256, long size, FileType type, String why) {
        return new FileFacts(
                sha256,
                size,
                type,
                false,
                null,
                false,
                List.of(),
                List.of(),
                Copy.NO_SIGN,
                List.of(),
                Citation.NONE,
                List.of(),
                List.of(why));
    }

    public FileFacts {
        dangers = List.copyOf(dangers);
        signatures = List.copyOf(signatures);
        copySigns = List.copyOf(copySigns);
        remarks = List.copyOf(remarks);
        notExamined = List.copyOf(notExamined);
    }
}
