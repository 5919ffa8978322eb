package vn.thidua.evidence.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator's anchors as they are now: read anew when a file of the directory was added, removed or changed. */
public final class AnchorDirectory {
    private final Path directory;
    private @Nullable List<Entry> fingerprint;
    private @Nullable TrustAnchors anchors;

    private record Entry(Path file, long size, FileTime modified) {}

    public AnchorDirectory(Path directory) {
        this.directory = directory;
    }

    /** @throws IOException if the directory cannot be listed */
    public synchronized TrustAnchors current() throws IOException {
        List<Entry> present = fingerprint();
        if (anchors == null || !present.equals(fingerprint)) {
            anchors = TrustAnchors.read(directory);
            fingerprint = present;
        }
        return anchors;
    }

    private List<Entry> fingerprint() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : TrustAnchors.files(directory)) {
            entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
        }
        return entries;
    }
}
