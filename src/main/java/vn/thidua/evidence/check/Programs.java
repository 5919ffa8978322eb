package vn.thidua.evidence.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a machine would run if somebody opened it, and what it would open like a disk with programs on it. */
final class Programs {
    /** Bytes from the start that {@link #isContent} looks at. */
    static final int NEEDED = 0x8001 + 5;

    private static final Set<String> ENDINGS = Set.of(
            "exe",
            "dll",
            "com",
            "scr",
            "msi",
            "bat",
            "cmd",
            "ps1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "hta",
            "jar",
            "sh",
            "app",
            "lnk",
            "cpl",
            "pif",
            "apk",
            "deb",
            "rpm",
            "reg",
            "docm",
            "xlsm",
            "pptm",
            "dotm",
            "xltm",
            "xlsb",
            "xll",
            "xlam",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "dmg",
            "url",
            "scf",
            "chm",
            "hlp",
            "inf",
            "ws",
            "wsc",
            "sct",
            "vb",
            "psm1",
            "msp",
            "msix",
            "appx",
            "application");
    private static final List<String> BEGINNINGS = List.of(
            "MZ",
            "\u007fELF",
            "#!",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00ce\u00fa\u00ed\u00fe",
            "L\0\0\0\u0001\u0014\u0002\0",
            "conectix",
            "vhdxfile");
    private static final List<String> ARCHIVES = List.of(
            "PK\u0003\u0004", "PK\u0005\u0006", "7z\u00bc\u00af", "Rar!", "\u001f\u008b", "MSCF", "BZh", "\u00fd7zXZ");
    private static final String OPTICAL_DISK = "CD001";
    private static final int OPTICAL_DISK_AT = 0x8001;

    private Programs() {}

    static boolean isName(String name) {
        // Windows drops dots and blanks at the end of a name.
        String kept = name.replaceFirst("[.\\s]+$", "");
        return ENDINGS.contains(kept.substring(kept.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    static boolean isContent(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return BEGINNINGS.stream().anyMatch(text::startsWith) || text.startsWith(OPTICAL_DISK, OPTICAL_DISK_AT);
    }

    /** Whether it is packed, so that a program may lie in it. */
    static boolean isArchive(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return ARCHIVES.stream().anyMatch(text::startsWith);
    }
}
