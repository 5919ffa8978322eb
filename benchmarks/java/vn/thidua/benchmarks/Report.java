package vn.thidua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of medians, printed and kept in {@code target/benchmarks}. */
public final class Report {
    private final String name;
    private final List<String> rows = new ArrayList<>();

    public Report(String name) {
        this.name = name;
        rows.add(String.format(Locale.ROOT, "%-70s %10s %10s %10s", name + ", milliseconds", "min", "median", "max"));
    }

    /** @param nanos of each round */
    public Report row(String what, long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        rows.add(String.format(
                Locale.ROOT,
                "%-70s %10.2f %10.2f %10.2f",
                what,
                sorted[0] / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length - 1] / 1e6));
        return this;
    }

    public void done() throws IOException {
        String text = String.join("\n", rows) + "\n";
        System.out.println("\n" + text);
        Files.createDirectories(Path.of("target/benchmarks"));
        Files.writeString(Path.of("target/benchmarks", name + ".txt"), text);
    }
}
