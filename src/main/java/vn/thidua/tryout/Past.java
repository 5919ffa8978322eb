package vn.thidua.tryout;

import java.io.IOException;
import java.nio.file.Path;

/** Makes what lies behind a new try-out, in an empty database that is real once this has returned. */
@FunctionalInterface
public interface Past {

    /** @throws StartRefused if it could not be made to the end */
    void make(Credentials database, Path dataFolder) throws IOException, InterruptedException;
}
