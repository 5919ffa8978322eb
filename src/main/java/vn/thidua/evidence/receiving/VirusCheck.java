package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A look for viruses before a file is kept. */
public interface VirusCheck {

    /** Where none is configured: every file passes, and nothing claims that it was looked at. */
    VirusCheck NONE = file -> Optional.empty();

    /**
     * @param refusal whether the file is refused for good; otherwise it could not be looked at, and waits until it can
     * @param message Vietnamese
     */
    record Problem(boolean refusal, String message) {}

    /** Empty for a clean file only: no answer is not "clean". */
    Optional<Problem> problem(Path file) throws IOException;
}
