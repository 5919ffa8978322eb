package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Makes the past of a try-out in virtual time. The database is empty and given by {@code SPRING_DATASOURCE_*} in the
 * environment; the last step is {@code RealClockGuard.RESTORE}. An exception, or a kill, makes the next start begin afresh.
 */
@FunctionalInterface
interface MakePast {

    /**
     * @param dataFolder for {@code TryoutPasswords.read(dataFolder)} and {@code dataFolder/mail}
     * @param progress shown to whoever started the server
     */
    void run(Path dataFolder, PrintStream progress) throws IOException;
}
