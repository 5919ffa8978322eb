package vn.thidua.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thidua.calendar.Vietnam;

/** Reads validated form answers back from a receipt. A key that was left empty reads as empty, 0 or false. */
public final class Answers {
    private Answers() {}

    public static String text(Map<String, Object> answers, String key) {
        Object value = answers.get(key);
        return value == null ? "" : value.toString();
    }

    public static int number(Map<String, Object> answers, String key) {
        String text = text(answers, key);
        return text.isEmpty() ? 0 : new BigDecimal(text).intValueExact();
    }

    public static boolean flag(Map<String, Object> answers, String key) {
        return Boolean.parseBoolean(text(answers, key));
    }

    /** A date and time as the forms submit it, with or without an offset; without one it is Vietnam's. */
    public static Optional<Instant> instant(Map<String, Object> answers, String key) {
        String text = text(answers, key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return Optional.of(
                parsed instanceof OffsetDateTime offset ? offset.toInstant() : Vietnam.at(LocalDateTime.from(parsed)));
    }

    public static List<String> list(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
