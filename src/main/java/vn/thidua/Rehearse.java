package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a whole cluster year in virtual time. This JVM is its own: the engine's clock is the whole JVM's. */
@FunctionalInterface
interface Rehearse {

    /**
     * @param planYaml a plan without errors
     * @param scriptYaml who delivers what and when; null if everybody does as usual
     * @param out an empty folder
     * @param settings Spring properties that point at a private, empty database
     */
    record Call(String planYaml, @Nullable String scriptYaml, Path out, Map<String, Object> settings) {}

    /**
     * @param progress takes a line now and then
     * @return an {@link ExitCode}
     */
    int run(Call call, PrintStream progress) throws IOException;
}
