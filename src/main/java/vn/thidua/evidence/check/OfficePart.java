package vn.thidua.evidence.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one part of a Word or Excel file shows while it goes by, in pieces: programs, macros, archives, definitions of entities. */
final class OfficePart {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final List<byte[]> OTHER_ARCHIVES = List.of(
            latin("7z\u00bc\u00af\u0027\u001c"), latin("Rar!\u001a\u0007"), latin("\u001f\u008b"), latin("MSCF"));
    /** Pictures that Office itself packs. */
    private static final List<String> PACKED_PICTURES = List.of(".emz", ".wmz", ".gz");

    private static final List<byte[]> ENTITIES = both("<!DOCTYPE", "<!ENTITY");
    private static final List<byte[]> MACROS = both("macroEnabled", "ms-office.vbaProject", "ms-excel.macrosheet");
    private static final List<byte[]> CONTROLS = both("ms-office.activeX");
    /** How Windows names the stream in which any file at all can lie, inside an object. */
    private static final List<byte[]> PACKAGES = List.of("Ole10Native".getBytes(StandardCharsets.UTF_16LE));

    private static final int OVERLAP = 64;

    private final String name;
    private final boolean markup;
    private final Set<String> found = new LinkedHashSet<>();
    private byte[] before = new byte[0];
    private boolean begun;
    private boolean archive;

    /** @param name in small letters */
    OfficePart(String name) {
        this.name = name;
        this.markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml") || name.contains("/macrosheets/")) {
            found.add("macros");
        }
        if (name.contains("/activex/")) {
            found.add("controls");
        }
        if (Programs.isName(name)) {
            found.add("program");
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> both(String... texts) {
        return Arrays.stream(texts)
                .flatMap(t -> java.util.stream.Stream.of(latin(t), t.getBytes(StandardCharsets.UTF_16LE)))
                .toList();
    }

    void look(byte[] piece, int count) {
        if (!begun) {
            begun = true;
            begin(Arrays.copyOf(piece, count));
        }
        byte[] window = Arrays.copyOf(before, before.length + count);
        System.arraycopy(piece, 0, window, before.length, count);
        if (markup) {
            search(window, ENTITIES, "entities");
        }
        if (name.equals("[content_types].xml")) {
            search(window, MACROS, "macros");
            search(window, CONTROLS, "controls");
        }
        if (name.contains("/embeddings/")) {
            search(window, PACKAGES, "program");
        }
        before = Arrays.copyOfRange(window, Math.max(0, window.length - OVERLAP), window.length);
    }

    private void begin(byte[] start) {
        archive = Bytes.startsWith(start, ZIP);
        boolean packedPicture = PACKED_PICTURES.stream().anyMatch(name::endsWith);
        if (!packedPicture && OTHER_ARCHIVES.stream().anyMatch(a -> Bytes.startsWith(start, a))) {
            found.add("archiveInside");
        }
        if (Programs.isContent(Arrays.copyOf(start, Math.min(start.length, Programs.NEEDED)))) {
            found.add("program");
        }
    }

    private void search(byte[] window, List<byte[]> pieces, String key) {
        if (pieces.stream().anyMatch(p -> Bytes.contains(window, p))) {
            found.add(key);
        }
    }

    boolean isArchive() {
        return archive;
    }

    /** Keys of refusals. */
    Set<String> found() {
        return found;
    }
}
