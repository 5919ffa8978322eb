package vn.thidua.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A criteria table (rules.md, "Scores"): of a plan, where it is used as long as neither this nor last year's table has been issued;
 * and of each version that is issued.
 *
 * @param reference the paper that it belongs to
 * @param rankBy which total ranks
 */
public record Criteria(
        String reference,
        List<Group> groups,
        List<Bonus> bonuses,
        List<Penalty> penalties,
        List<Band> bands,
        RankBy rankBy) {

    public Criteria {
        groups = List.copyOf(groups);
        bonuses = List.copyOf(bonuses);
        penalties = List.copyOf(penalties);
        bands = List.copyOf(bands);
    }

    /** The sum of the groups' maxima, without bonus. */
    public BigDecimal total() {
        return groups.stream().map(Group::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Points added to the total: a flag, a certificate. */
    public record Bonus(String code, String name, BigDecimal max, BigDecimal step) {}

    /** Points taken off the total, by a rule. */
    public record Penalty(
            String code,
            String name,
            Deduction deduct,
            @Nullable KnownInput known) {}

    /** A rating from so many points on. */
    public record Band(String name, BigDecimal from) {}
}
