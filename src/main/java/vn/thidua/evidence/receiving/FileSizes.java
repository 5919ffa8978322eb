package vn.thidua.evidence.receiving;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Sizes as Vietnamese readers write them: "1,5 MB". */
public final class FileSizes {
    private FileSizes() {}

    /** @param bytes the size; a MB has 1024 × 1024 of them */
    public static String words(long bytes) {
        if (bytes < 1024) {
            return bytes + " byte";
        }
        double size = bytes / 1024.0;
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN"))).format(size)
                + " " + units[unit];
    }
}
