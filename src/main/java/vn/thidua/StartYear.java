package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** Starts a cluster year, or corrects people and contacts of one that runs. */
@FunctionalInterface
interface StartYear {

    /**
     * @param planYaml a plan without errors; its findings are already printed
     * @param settings Spring properties that point at the database
     */
    record Call(String planYaml, Map<String, Object> settings) {}

    /** Whoever called is asked. */
    @FunctionalInterface
    interface Confirmation {
        /** @return whether the answer was yes; always so with {@code --yes} */
        boolean given(String question);
    }

    /** @return an {@link ExitCode} */
    int run(Call call, Confirmation confirmation, PrintStream out) throws IOException;
}
