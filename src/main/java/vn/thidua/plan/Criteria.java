package vn.thidua.plan;

import java.math.BigDecimal;
import java.util.List;

/** The criteria table of the plan, used where neither this nor last year's table has been issued (rules.md, "Scores"). */
public record Criteria(
        String reference, List<Group> groups, List<Bonus> bonuses, List<Penalty> penalties, List<Band> bands) {

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
    public record Bonus(String code, String name, BigDecimal max) {}

    /** Points taken off each time. */
    public record Penalty(String code, String name, BigDecimal points) {}

    /** A rating from so many points on. */
    public record Band(String name, BigDecimal from) {}
}
