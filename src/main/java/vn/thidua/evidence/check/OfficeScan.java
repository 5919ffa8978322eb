package vn.thidua.evidence.check;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.ZipDirectory;
import vn.thidua.evidence.ZipDirectory.Entry;

/**
 * Word and Excel files: archives that must be what they say, unpack to no more than a machine holds, and carry nothing that runs. Each
 * entry is unpacked once, in pieces, and not kept; archives within (tables behind charts) are looked into the same way.
 */
final class OfficeScan {
    private static final int MAX_DEPTH = 2;
    private static final int MAX_RATIO = 200;
    private static final int ENCRYPTED = 1;

    private final Limits limits;
    private final Set<String> refusals = new LinkedHashSet<>();
    private long unpacked;
    private int entries;

    private OfficeScan(Limits limits) {
        this.limits = limits;
    }

    /** @return Vietnamese sentences */
    static List<String> refusals(byte[] file, Limits limits) {
        OfficeScan scan = new OfficeScan(limits);
        scan.archive(file, 0);
        return List.copyOf(scan.refusals);
    }

    private void archive(byte[] file, int depth) {
        Optional<ZipDirectory.Table> table = ZipDirectory.of(file);
        if (table.isEmpty() || !ZipLayout.isPlain(file, table.get())) {
            refuse("brokenArchive");
            return;
        }
        Set<String> names = new HashSet<>();
        for (Entry entry : table.get().entries()) {
            if (!names.add(entry.name().toLowerCase(Locale.ROOT)) || !isPlainName(entry.name())) {
                refuse("brokenArchive");
            }
        }
        if (!names.contains("[content_types].xml")) {
            refuse("archiveInside");
        }
        entries += names.size();
        if (entries > ZipDirectory.MAX_ENTRIES) {
            refuse("tooManyEntries", ZipDirectory.MAX_ENTRIES);
        }
        for (Entry entry : table.get().entries()) {
            if (!refusals.isEmpty()) {
                return;
            }
            entry(file, entry, depth);
        }
    }

    private static boolean isPlainName(String name) {
        return !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && !List.of(name.split("/")).contains("..");
    }

    private void entry(byte[] file, Entry entry, int depth) {
        if ((entry.flags() & ENCRYPTED) != 0) {
            refuse("encryptedOffice");
            return;
        }
        String name = entry.name().toLowerCase(Locale.ROOT);
        OfficePart part = new OfficePart(name);
        boolean embedded = name.contains("/embeddings/");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long limit = Math.min(limits.pictureBytes(), limits.totalBytes() - unpacked);
        long length = Unzip.each(file, entry, limit + 1, (piece, count) -> {
            part.look(piece, count);
            if (embedded && kept.size() <= limits.streamBytes()) {
                kept.write(piece, 0, count);
            }
        });
        unpacked += Math.max(0, length);
        if (length > limit || length > limits.streamBytes() && length / MAX_RATIO > entry.packed()) {
            refuse("officeBomb");
        } else if (length != entry.length()) {
            refuse("brokenArchive");
        }
        part.found().forEach(this::refuse);
        if (part.isArchive()) {
            inside(kept, embedded, depth);
        }
    }

    private void inside(ByteArrayOutputStream archive, boolean embedded, int depth) {
        if (!embedded || depth >= MAX_DEPTH || archive.size() > limits.streamBytes()) {
            refuse("archiveInside");
        } else if (refusals.isEmpty()) {
            archive(archive.toByteArray(), depth + 1);
        }
    }

    private void refuse(String key, Object... args) {
        refusals.add(EvidenceWords.of("refusal." + key, args));
    }
}
