package vn.thidua.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
    private static final int MAX_LENGTH = 500;
    private static final Pattern DATE_TIME = Pattern.compile("(\\S+?)(?:[ T]+)(\\S+)");

    @Nullable
    String text() {
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            if (text.length() > MAX_LENGTH) {
                return wrong("too-long", "«" + path + "» dài hơn " + MAX_LENGTH + " ký tự; viết ngắn lại");
            }
            return text.codePoints().anyMatch(Character::isISOControl)
                    ? wrong(
                            "control-character",
                            "«" + path + "» có ký tự điều khiển hoặc xuống dòng; viết lại trên một dòng")
                    : text;
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
        return days().day(text);
    }

    @Nullable
    LocalDateTime dateTime() {
        String text = text();
        if (text == null) {
            return null;
        }
        Matcher m = DATE_TIME.matcher(text);
        if (!m.matches()) {
            boolean isDay = DayText.looksLikeDay(text);
            LocalDate day = isDay ? days().day(text) : null;
            return day == null && isDay
                    ? null
                    : wrong(
                            "bare-date",
                            "«" + text + "» thiếu giờ; viết ngày và giờ, ví dụ " + (day == null ? "2024-11-22" : day)
                                    + " 14:00");
        }
        LocalDate day = days().day(m.group(1));
        LocalTime time = days().clock(m.group(2));
        return day == null || time == null ? null : day.atTime(time);
    }

    @Nullable
    LocalTime time() {
        String text = text();
        return text == null ? null : days().clock(text);
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

    /** The key this value belongs to, or whose list it stands in. */
    private String key() {
        return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
    }

    private DayText days() {
        return new DayText(this);
    }

    <T> @Nullable T wrong(String code, String message) {
        problems.form(path, Section.line(node), code, message);
        return null;
    }
}
