package vn.thidua.evidence;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import vn.thidua.calendar.Vietnam;

/** The Vietnamese sentences of this feature ({@code evidence/messages.properties}). */
public final class EvidenceWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("evidence.messages", Locale.ROOT);

    private EvidenceWords() {}

    /** Arguments stand as they are: numbers are not grouped. */
    public static String of(String key, Object... args) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT)
                .format(Stream.of(args).map(String::valueOf).toArray());
    }

    /** "13:00 ngày 25/11/2024 (thứ Hai)"; seconds and their fractions where there are any, since they can decide. */
    public static String moment(Instant instant) {
        LocalTime time = Vietnam.local(instant).toLocalTime();
        return time.getSecond() == 0 && time.getNano() == 0
                ? Vietnam.words(instant)
                : DateTimeFormatter.ISO_LOCAL_TIME.format(time) + " ngày " + Vietnam.day(Vietnam.dateOf(instant));
    }
}
