package vn.thidua.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file is, told by its content. Only a PDF may stand as an original; the others may accompany one. */
public enum FileType {
    PDF,
    JPEG,
    PNG,
    TIFF,
    WORD,
    EXCEL,
    UNKNOWN;

    /** A reader of PDF looks for the header this far into a file. */
    private static final int HEADER_WITHIN = 1024;

    public static FileType of(byte[] content) {
        String start = new String(content, 0, Math.min(HEADER_WITHIN, content.length), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return TIFF;
        }
        return start.startsWith("PK\u0003\u0004") ? office(content) : UNKNOWN;
    }

    /** By the names in the archive's directory; nothing is unpacked. */
    private static FileType office(byte[] content) {
        Set<String> names = ZipDirectory.of(content).stream()
                .flatMap(t -> t.entries().stream())
                .map(ZipDirectory.Entry::name)
                .collect(Collectors.toSet());
        if (!names.contains("[Content_Types].xml")) {
            return UNKNOWN;
        }
        if (names.contains("word/document.xml")) {
            return WORD;
        }
        return names.contains("xl/workbook.xml") ? EXCEL : UNKNOWN;
    }
}
