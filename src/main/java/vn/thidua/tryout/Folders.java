package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders made and unmade. */
final class Folders {

    private Folders() {}

    /** The folder, new, empty and its owner's alone; what an interrupted start left there is gone. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        OwnerOnly.createFolder(folder);
        return folder;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
