package vn.thidua.scoring.papers;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Deduction;

/** Formulas of the workbooks, as {@code OfficeSheet} takes them. */
final class Formulas {
    /** Decimals of figures have at most six places; what computing with doubles adds behind them must not decide a rank. */
    private static final int PLACES = 6;

    private Formulas() {}

    /** What a rule takes off for the count in a cell. */
    static String off(String count, BigDecimal points, Deduction.Per per, @Nullable BigDecimal most) {
        String off = per == Deduction.Per.ONCE
                ? "IF(" + count + ">0," + points.toPlainString() + ",0)"
                : points.toPlainString() + "*" + count;
        return most == null ? off : "MIN(" + most.toPlainString() + "," + off + ")";
    }

    /** Nothing where nothing was counted. */
    static String unlessEmpty(String cell, String formula) {
        return "IF(" + cell + "=\"\",\"\"," + formula + ")";
    }

    static String sum(List<String> cells) {
        return "SUM(" + String.join(",", cells) + ")";
    }

    static String exact(String formula) {
        return "ROUND(" + formula + "," + PLACES + ")";
    }
}
