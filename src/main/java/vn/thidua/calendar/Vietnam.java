package vn.thidua.calendar;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/** The one time zone of every deadline (rules.md, "Deadlines") and how instants, days and lists read in Vietnamese. */
public final class Vietnam {
    /** UTC+7 without daylight saving, whatever the server's or the browser's zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public static final Locale LOCALE = new Locale("vi", "VN");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Vietnam() {}

    /** "14:00 ngày 22/11/2024 (thứ Sáu)". The weekday is computed, so it cannot be wrong (S0-05). */
    public static String words(Instant instant) {
        return words(local(instant));
    }

    /** As {@link #words(Instant)}. */
    public static String words(LocalDateTime local) {
        return time(local.toLocalTime()) + " ngày " + day(local.toLocalDate());
    }

    /** "12:59:59 ngày 25/11/2024 (thứ Hai)": when something was received; never rounded up. */
    public static String toTheSecond(Instant instant) {
        LocalDateTime local = local(instant);
        return SECONDS.format(local) + " ngày " + day(local.toLocalDate());
    }

    /** "22/11/2024 (thứ Sáu)". */
    public static String day(LocalDate date) {
        return date(date) + " (" + weekday(date) + ")";
    }

    /** "22/11/2024". */
    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    /** "08:05". */
    public static String time(LocalTime time) {
        return CLOCK.format(time);
    }

    /** "thứ Hai" to "thứ Bảy", "Chủ nhật". */
    public static String weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    public static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    public static LocalDate dateOf(Instant instant) {
        return local(instant).toLocalDate();
    }

    /** The order in which Vietnamese lists are sorted: Đ after D, tones after letters. */
    public static Comparator<String> collator() {
        Collator collator = Collator.getInstance(LOCALE);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator::compare;
    }
}
