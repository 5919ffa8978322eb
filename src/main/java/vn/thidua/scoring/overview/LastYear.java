package vn.thidua.scoring.overview;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.sheet.Decimals;

/** What units had the year before, where there is a frozen result of it. */
record LastYear(boolean known, String words, Map<String, Overview.Before> units) {

    static LastYear none(int year) {
        return new LastYear(
                false,
                "Hệ thống không có kết quả đã chốt của cụm năm " + year + ", nên chưa so sánh được với năm trước.",
                Map.of());
    }

    /** @param max of last year's table; points of tables with different maxima are no measure of each other */
    static LastYear of(int year, ResultContent content, BigDecimal max, BigDecimal maxNow) {
        Map<String, Overview.Before> units = new HashMap<>();
        content.units().forEach(u -> units.put(u.unit(), new Overview.Before(new BigDecimal(u.total()), u.rank())));
        String words = "So với kết quả đã chốt năm " + year + ", không tính điểm thưởng.";
        if (max.compareTo(maxNow) != 0) {
            words += " Thang điểm khác nhau: năm " + year + " tối đa " + Decimals.shown(max) + ", năm nay tối đa "
                    + Decimals.shown(maxNow) + "; chênh lệch điểm chỉ để tham khảo.";
        }
        return new LastYear(true, words, units);
    }

    Overview.@Nullable Before of(String unit) {
        return units.get(unit);
    }
}
