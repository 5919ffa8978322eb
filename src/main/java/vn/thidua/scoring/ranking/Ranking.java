package vn.thidua.scoring.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria.Band;
import vn.thidua.plan.RankBy;

/**
 * The ranking of a cluster year (rules.md, "Scores"): by agreed total, then by the groups' totals in the table's order, then by fewer
 * penalties; what is equal in all of it shares a rank, and the next rank is left out.
 */
public final class Ranking {
    private Ranking() {}

    /**
     * @param rank from 1
     * @param band null below the lowest
     */
    public record Ranked(
            int rank, AgreedTotals totals, @Nullable String band) {}

    /**
     * @param units each once, with equally many groups
     * @return best first; units of one rank in the order of their codes
     * @throws IllegalArgumentException if a unit comes twice or has other groups than the rest
     */
    public static List<Ranked> rank(RankBy by, List<Band> bands, List<AgreedTotals> units) {
        requireComparable(units);
        Comparator<AgreedTotals> better = better(by);
        List<AgreedTotals> sorted =
                units.stream().sorted(better.thenComparing(AgreedTotals::unit)).toList();
        List<Ranked> ranked = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            AgreedTotals unit = sorted.get(i);
            boolean equal = i > 0 && better.compare(sorted.get(i - 1), unit) == 0;
            int rank = equal ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(new Ranked(rank, unit, band(bands, points(by, unit))));
        }
        return ranked;
    }

    private static BigDecimal points(RankBy by, AgreedTotals totals) {
        return by == RankBy.TOTAL ? totals.total() : totals.totalWithBonus();
    }

    private static Comparator<AgreedTotals> better(RankBy by) {
        return Comparator.<AgreedTotals, BigDecimal>comparing(totals -> points(by, totals))
                .reversed()
                .thenComparing((a, b) -> compareGroups(b.groups(), a.groups()))
                .thenComparing(AgreedTotals::penalty);
    }

    private static int compareGroups(List<BigDecimal> first, List<BigDecimal> second) {
        for (int i = 0; i < first.size(); i++) {
            int compared = first.get(i).compareTo(second.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static @Nullable String band(List<Band> bands, BigDecimal points) {
        return bands.stream()
                .filter(band -> points.compareTo(band.from()) >= 0)
                .max(Comparator.comparing(Band::from))
                .map(Band::name)
                .orElse(null);
    }

    private static void requireComparable(List<AgreedTotals> units) {
        Set<String> seen = new HashSet<>();
        for (AgreedTotals unit : units) {
            if (!seen.add(unit.unit())) {
                throw new IllegalArgumentException(unit.unit() + " comes twice");
            }
            if (unit.groups().size() != units.get(0).groups().size()) {
                throw new IllegalArgumentException(unit.unit() + " has other groups than the rest");
            }
        }
    }
}
