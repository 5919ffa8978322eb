package vn.thidua;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import vn.thidua.calendar.Vietnam;

/** Dates and instants as people write them on a command line. A bare date is no instant: rules.md forbids guessing the hour. */
final class Moments {
    private static final DateTimeFormatter VIETNAMESE_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Moments() {}

    /** ISO 8601 with an offset, or local Vietnamese time: {@code 2024-11-25T13:00}, {@code 2024-11-25 13:00:00.000001}. */
    static Optional<Instant> instant(String text) {
        String iso = text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T");
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(Vietnam.at(LocalDateTime.parse(iso)));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    /** {@code 2024-11-10} or {@code 10/11/2024}. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), VIETNAMESE_DAY));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }
}
