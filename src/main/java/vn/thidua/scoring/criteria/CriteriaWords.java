package vn.thidua.scoring.criteria;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.KnownInput;
import vn.thidua.plan.RankBy;

/** What a criteria table says, in the words that people read and choose: in the workbook, in differences, on pages. */
public final class CriteriaWords {
    private CriteriaWords() {}

    public static String of(KnownInput known) {
        return switch (known) {
            case PLAN_IN_TIME -> "Nộp kế hoạch đúng hạn";
            case PLEDGE_IN_TIME -> "Nộp giao ước đúng hạn";
            case SELF_SCORE_IN_TIME -> "Nộp tự chấm điểm đúng hạn";
            case REPORTS_LATE -> "Số văn bản nộp muộn";
            case REPORTS_MISSING -> "Số văn bản không nộp";
            case MEETINGS_MISSED -> "Số lần vắng họp";
        };
    }

    public static String of(Deduction.Per per) {
        return switch (per) {
            case OCCURRENCE -> "Mỗi lần";
            case ONCE -> "Một lần";
        };
    }

    public static String of(RankBy rankBy) {
        return switch (rankBy) {
            case TOTAL -> "Tổng điểm không kể điểm thưởng";
            case TOTAL_WITH_BONUS -> "Tổng điểm kể cả điểm thưởng";
        };
    }

    public static String of(boolean yes) {
        return yes ? "Có" : "Không";
    }

    /** "mỗi lần trừ 0,5, nhiều nhất 3". */
    public static String of(Deduction deduction) {
        return (deduction.per() == Deduction.Per.OCCURRENCE ? "mỗi lần trừ " : "trừ một lần ")
                + points(deduction.points())
                + (deduction.most() == null ? "" : ", nhiều nhất " + points(deduction.most()));
    }

    /** With a decimal comma, without trailing zeros: "9,75". */
    public static String points(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped)
                .toPlainString()
                .replace('.', ',');
    }

    /** As {@link #points(BigDecimal)}; "không" where there is nothing. */
    public static String orNone(@Nullable BigDecimal figure) {
        return figure == null ? "không" : points(figure);
    }
}
