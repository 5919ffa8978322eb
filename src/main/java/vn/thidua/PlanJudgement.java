package vn.thidua;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A plan read and checked, its findings printed. */
record PlanJudgement(Optional<String> yamlIfValid) {

    static PlanJudgement of(Path plan, PrintStream out) {
        try {
            return new PlanJudgement(Optional.of(Files.readString(plan)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
