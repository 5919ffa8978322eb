package vn.thidua.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many people of a whole cluster at once. */
public final class Sessions {
    private Sessions() {}

    /** The sample plan with all its 13 units, under another code. */
    public static String wholeCluster(String code) {
        try {
            return Files.readString(Path.of("plans/tay-nam-bo-2024.yaml"))
                    .replace("code: tay-nam-bo\n", "code: " + code + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
