package vn.thidua.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.PlanReader;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;

/** The sample plan's criteria table, and single lines of every kind. */
public final class SampleTable {
    public static final Criteria SAMPLE = sample();

    private SampleTable() {}

    private static Criteria sample() {
        try {
            return PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                    .validPlan()
                    .criteria();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Line> lines() {
        return CriteriaTable.lines(SAMPLE);
    }

    public static Line line(String code) {
        return lines().stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow();
    }

    public static Line criterion(String max, String step, @Nullable String bonus, @Nullable Deduction deduct) {
        return new Line(
                "1.1",
                Line.Kind.CRITERION,
                "1",
                "Tiêu chí",
                new BigDecimal(max),
                new BigDecimal(step),
                bonus == null ? null : new BigDecimal(bonus),
                deduct,
                null,
                false,
                null,
                null);
    }
}
