package vn.thidua;

import java.io.PrintStream;
import java.nio.file.Path;
import vn.thidua.plan.Finding;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;

/** A plan read and checked for a command, its findings printed: errors first, each with its line. */
final class PlanJudgement {

    private PlanJudgement() {}

    /** @throws vn.thidua.plan.PlanUnreadable if there is nothing to judge */
    static PlanReading of(Path plan, PrintStream out) {
        PlanReading reading = PlanReader.read(plan);
        reading.errors().forEach(f -> print("error", plan, f, out));
        reading.warnings().forEach(f -> print("warning", plan, f, out));
        int errors = reading.errors().size();
        int warnings = reading.warnings().size();
        out.println(Calls.SENTENCES.get(summary(errors, warnings), plan, errors, warnings));
        return reading;
    }

    private static String summary(int errors, int warnings) {
        if (errors > 0) {
            return "hasErrors";
        }
        return warnings > 0 ? "hasWarnings" : "clean";
    }

    private static void print(String kind, Path plan, Finding finding, PrintStream out) {
        String place = finding.path().isEmpty() ? "" : finding.path() + ": ";
        String where = finding.line() > 0 ? plan + ":" + finding.line() : plan.toString();
        out.println(Calls.SENTENCES.get(kind, where, place + finding.message()));
    }
}
