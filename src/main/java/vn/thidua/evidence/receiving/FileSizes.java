package vn.thidua.evidence.receiving;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Sizes as Vietnamese readers write them: "1,5 MB". */
public final class FileSizes {
    private static final int UNIT = 1024;

    private FileSizes() {}

    /** @param bytes the size; a MB has 1024 × 1024 of them */
    public static String words(long bytes) {
        if (bytes < UNIT) {
            return toTheByte(bytes);
        }
        double size = (double) bytes / UNIT;
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = 0;
        while (size >= UNIT && unit < units.length - 1) {
            size /= UNIT;
            unit++;
        }
        return format("0.#").format(size) + " " + units[unit];
    }

    /** To the byte, and rounded where that is easier to read: "1,5 MB (1.572.864 byte)". */
    public static String exact(long bytes) {
        return bytes < UNIT ? toTheByte(bytes) : words(bytes) + " (" + toTheByte(bytes) + ")";
    }

    /** So that it differs from a limit that it is beyond, by however little. */
    public static String beside(long limit, long bytes) {
        return words(bytes).equals(words(limit)) ? toTheByte(bytes) : words(bytes);
    }

    private static String toTheByte(long bytes) {
        return format("#,##0").format(bytes) + " byte";
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN")));
    }
}
