package vn.thidua;

import java.io.IOException;
import java.util.List;
import vn.thidua.tryout.ChildProcess;

/**
 * A rehearsal lives for half a minute, half of which the JVM would spend on compiling for hours of service: it runs in a JVM
 * of its own that compiles once and lightly. Without it a year takes twice the processor time (docs/decisions/0030).
 */
final class ShortRun {
    private static final String COMMAND = "rehearse";

    private ShortRun() {}

    /** Whether this JVM should hand the call on to one made for it. */
    static boolean isFor(String... args) {
        return args.length > 0 && args[0].equals(COMMAND) && !ChildProcess.isOne();
    }

    /** @return the exit code of the other JVM, whose lines went where ours go */
    static int of(String... args) {
        try (ChildProcess child = ChildProcess.startInOurPlace(List.of(args))) {
            return child.awaitEnd();
        } catch (IOException e) {
            System.err.println(Calls.SENTENCES.get("noSecondJvm", String.valueOf(e.getMessage())));
            return ExitCode.NOT_JUDGED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.NOT_JUDGED;
        }
    }
}
