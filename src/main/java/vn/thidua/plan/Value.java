package vn.thidua.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One scalar of the text; whatever cannot be read is reported with what to write instead and comes back as {@code null}. */
record Value(Node node, String path, Problems problems) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VIETNAMESE_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DATE_TIME = Pattern.compile("(\\S+?)(?:[ T]+)(\\S+)");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    @Nullable
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        return wrong("not-a-value", "«" + path + "» phải là một giá trị, không phải danh sách hay nhóm khóa");
    }

    @Nullable
    Integer integer() {
        String text = text();
        if (text == null) {
            return null;
        }
        return text.matches("-?\\d{1,9}")
                ? Integer.valueOf(text)
                : wrong("not-a-number", "«" + text + "» không phải số nguyên; viết ví dụ " + Keys.example(key()));
    }

    @Nullable
    BigDecimal decimal() {
        String text = text();
        if (text == null) {
            return null;
        }
        return text.matches("-?\\d{1,6}(\\.\\d{1,4})?")
                ? new BigDecimal(text)
                : wrong("not-a-number", "«" + text + "» không phải số; viết bằng dấu chấm thập phân, ví dụ 0.25");
    }

    @Nullable
    Boolean bool() {
        String text = text();
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> wrong("not-a-boolean", "«" + text + "» không phải có/không; viết true hoặc false");
        };
    }

    @Nullable
    LocalDate date() {
        String text = text();
        if (text == null) {
            return null;
        }
        if (text.contains(":")) {
            return wrong(
                    "not-a-date",
                    "«" + text + "» có cả giờ, ở đây chỉ ghi ngày; viết ví dụ " + text.split("[ T]", 2)[0]);
        }
        return day(text);
    }

    @Nullable
    LocalDateTime dateTime() {
        String text = text();
        if (text == null) {
            return null;
        }
        Matcher m = DATE_TIME.matcher(text);
        if (!m.matches()) {
            LocalDate day = DATE.matcher(text).matches() ? day(text) : null;
            return day == null && DATE.matcher(text).matches()
                    ? null
                    : wrong(
                            "bare-date",
                            "«" + text + "» thiếu giờ; viết ngày và giờ, ví dụ " + (day == null ? "2024-11-22" : day)
                                    + " 14:00");
        }
        LocalDate day = day(m.group(1));
        LocalTime time = clock(m.group(2));
        return day == null || time == null ? null : day.atTime(time);
    }

    @Nullable
    LocalTime time() {
        String text = text();
        return text == null ? null : clock(text);
    }

    <T> @Nullable T choice(List<T> all, Function<T, String> name) {
        String text = text();
        if (text == null) {
            return null;
        }
        for (T one : all) {
            if (name.apply(one).equals(text)) {
                return one;
            }
        }
        return wrong(
                "unknown-value",
                "«" + text + "» không dùng được cho «" + path + "»; "
                        + Nearest.hint(text, all.stream().map(name).toList()));
    }

    @Nullable
    DutyCode duty() {
        return choice(Arrays.asList(DutyCode.values()), DutyCode::code);
    }

    private @Nullable LocalDate day(String text) {
        Matcher iso = DATE.matcher(text);
        Matcher local = VIETNAMESE_DATE.matcher(text);
        if (local.matches()) {
            return wrong(
                    "not-a-date",
                    "«" + text + "» không đúng dạng ngày; viết năm-tháng-ngày: " + local.group(3) + "-"
                            + two(local.group(2)) + "-" + two(local.group(1)));
        }
        if (!iso.matches()) {
            return wrong("not-a-date", "«" + text + "» không phải ngày; viết năm-tháng-ngày, ví dụ 2024-02-06");
        }
        if (text.length() != 10) {
            String full = iso.group(1) + "-" + two(iso.group(2)) + "-" + two(iso.group(3));
            return wrong("not-a-date", "«" + text + "» phải đủ hai chữ số cho tháng và ngày; viết " + full);
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
            return wrong("impossible-date", "ngày «" + text + "» không có trong lịch: " + instead);
        }
    }

    private @Nullable LocalTime clock(String text) {
        Matcher m = TIME.matcher(text);
        return m.matches()
                ? LocalTime.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                : wrong("not-a-time", "«" + text + "» không phải giờ; viết giờ:phút từ 00:00 đến 23:59, ví dụ 13:00");
    }

    /** The key this value belongs to, or whose list it stands in. */
    private String key() {
        return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private <T> @Nullable T wrong(String code, String message) {
        problems.form(path, Section.line(node), code, message);
        return null;
    }
}
