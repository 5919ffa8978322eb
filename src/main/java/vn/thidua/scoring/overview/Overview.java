package vn.thidua.scoring.overview;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.sheet.Decimals;

/**
 * Units against groups, as far as one person may see them.
 *
 * @param open all units are shown, with ranks; otherwise only what the person sees of single sheets
 * @param phase what the year has come to, in a sentence
 * @param basis what the figures are: a result, or what the sheets say now
 * @param max of the table's total, without bonus
 * @param lastYear which results of last year stand beside, in a sentence, or why there are none
 * @param plot the same as a drawing (SVG); empty where there is nothing to draw
 * @param versions all results that were made, the latest first
 */
public record Overview(
        String year,
        String yearName,
        boolean open,
        String phase,
        String basis,
        List<GroupHead> groups,
        BigDecimal max,
        List<Row> rows,
        boolean compared,
        String lastYear,
        String plot,
        List<Version> versions) {

    public record GroupHead(String code, String name, BigDecimal max) {
        public String maxShown() {
            return Decimals.shown(max);
        }
    }

    /**
     * One bar.
     *
     * @param whose the column that it comes from, where it is not what counts; else empty
     * @param rank null where it is not to be seen yet
     * @param groups points in the table's order
     * @param knockOuts in words, or empty
     */
    public record Row(
            String unit,
            String name,
            String whose,
            @Nullable Integer rank,
            List<BigDecimal> groups,
            BigDecimal penalty,
            BigDecimal bonus,
            String band,
            String knockOuts,
            @Nullable Before before) {

        public BigDecimal sum() {
            return groups.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public BigDecimal total() {
            return sum().subtract(penalty);
        }

        public BigDecimal totalWithBonus() {
            return total().add(bonus);
        }

        /** "+1,5", "−2", "0". */
        public String change() {
            if (before == null) {
                return "";
            }
            BigDecimal change = total().subtract(before.total());
            return switch (change.signum()) {
                case 1 -> "+" + Decimals.shown(change);
                case -1 -> "−" + Decimals.shown(change.negate());
                default -> "0";
            };
        }
    }

    /** What the unit had last year, without bonus. */
    public record Before(BigDecimal total, int rank) {}

    /**
     * A result as it was made.
     *
     * @param made when, by whom
     * @param reason of a ruling, or empty
     */
    public record Version(int number, String kind, String made, String reason, String hash) {}

    /** "9,75". */
    public String shown(BigDecimal value) {
        return Decimals.shown(value);
    }
}
