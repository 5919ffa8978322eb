package vn.thidua.evidence.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a machine would run if somebody opened it. */
final class Programs {
    /** Bytes from the start that {@link #isContent} looks at. */
    static final int NEEDED = 8;

    private static final Set<String> ENDINGS = Set.of(
            "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar",
            "sh", "app", "lnk", "cpl", "pif", "apk", "deb", "rpm", "reg", "docm", "xlsm");
    private static final List<String> BEGINNINGS = List.of(
            "MZ",
            "\u007fELF",
            "#!",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00ce\u00fa\u00ed\u00fe");

    private Programs() {}

    static boolean isName(String name) {
        return ENDINGS.contains(
                name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
    }

    static boolean isContent(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}
