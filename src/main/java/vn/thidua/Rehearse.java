package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.plan.PlanReading;
import vn.thidua.rehearsal.Script;

/** Runs a whole cluster year in virtual time. This JVM is its own: the engine's clock is the whole JVM's. */
@FunctionalInterface
interface Rehearse {

    /**
     * @param plan without errors
     * @param script who delivers what and when
     * @param files how many duties ask for files
     * @param out an empty folder
     * @param settings Spring properties that point at a private, empty database
     */
    record Call(PlanReading plan, Script script, DocumentDemand.Level files, Path out, Map<String, Object> settings) {}

    /**
     * @param progress takes a line now and then
     * @return an {@link ExitCode}
     */
    int run(Call call, PrintStream progress) throws IOException;
}
