package vn.thidua.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days and hours; whatever is none is reported at {@code value} with what to write instead. */
record DayText(Value value) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VIETNAMESE_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    static boolean looksLikeDay(String text) {
        return DATE.matcher(text).matches();
    }

    @Nullable
    LocalDate day(String text) {
        Matcher iso = DATE.matcher(text);
        Matcher local = VIETNAMESE_DATE.matcher(text);
        if (local.matches()) {
            return value.wrong(
                    "not-a-date",
                    "«" + text + "» không đúng dạng ngày; viết năm-tháng-ngày: " + local.group(3) + "-"
                            + two(local.group(2)) + "-" + two(local.group(1)));
        }
        if (!iso.matches()) {
            return value.wrong("not-a-date", "«" + text + "» không phải ngày; viết năm-tháng-ngày, ví dụ 2024-02-06");
        }
        if (text.length() != 10) {
            String full = iso.group(1) + "-" + two(iso.group(2)) + "-" + two(iso.group(3));
            return value.wrong("not-a-date", "«" + text + "» phải đủ hai chữ số cho tháng và ngày; viết " + full);
        }
        int year = Integer.parseInt(iso.group(1));
        int month = Integer.parseInt(iso.group(2));
        try {
            return LocalDate.of(year, month, Integer.parseInt(iso.group(3)));
        } catch (DateTimeException e) {
            String instead = month >= 1 && month <= 12
                    ? "tháng " + month + "/" + year + " có "
                            + YearMonth.of(year, month).lengthOfMonth() + " ngày; viết một ngày đến "
                            + YearMonth.of(year, month).atEndOfMonth()
                    : "tháng từ 01 đến 12; viết năm-tháng-ngày, ví dụ " + year + "-02-06";
            return value.wrong("impossible-date", "ngày «" + text + "» không có trong lịch: " + instead);
        }
    }

    @Nullable
    LocalTime clock(String text) {
        Matcher m = TIME.matcher(text);
        return m.matches()
                ? LocalTime.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                : value.wrong(
                        "not-a-time", "«" + text + "» không phải giờ; viết giờ:phút từ 00:00 đến 23:59, ví dụ 13:00");
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
