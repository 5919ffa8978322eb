package vn.thidua.evidence.receiving;

import java.text.Normalizer;
import java.util.Optional;

/** Names of files are text for people and nothing else: no file of ours is ever named by one. */
final class FileNames {
    private static final int LONGEST = 200;

    private FileNames() {}

    /** Cuts off a path and brings the letters into NFC; empty for a name that cannot be shown as it is. */
    static Optional<String> clean(String given) {
        String last = Normalizer.normalize(given.substring(lastSeparator(given) + 1), Normalizer.Form.NFC);
        String name = last.strip();
        boolean bad = name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.length() > LONGEST
                || last.codePoints().anyMatch(FileNames::invisible);
        return bad ? Optional.empty() : Optional.of(name);
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }

    /** Control characters, and those by which a name is made to look like another. */
    private static boolean invisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }
}
