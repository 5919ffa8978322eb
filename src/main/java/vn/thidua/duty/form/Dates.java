package vn.thidua.duty.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times as a form serialises them, without a zone: they are Vietnam's. */
final class Dates {
    private static final DateTimeFormatter DATE = strict("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = strict("HH:mm[:ss]");
    private static final DateTimeFormatter DATE_TIME = strict("uuuu-MM-dd'T'HH:mm[:ss]");
    private static final DateTimeFormatter SHOWN = strict("dd/MM/uuuu");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private Dates() {}

    static @Nullable String read(FormField field, Object raw, FormContext context) throws BadValue {
        if (!(raw instanceof String submitted)) {
            throw new BadValue("notText");
        }
        String text = submitted.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (field.type()) {
                case DATE -> date(field, LocalDate.parse(text, DATE), context).toString();
                case TIME ->
                    LocalTime.parse(text, TIME).truncatedTo(ChronoUnit.MINUTES).toString();
                default ->
                    dateTime(field, LocalDateTime.parse(text, DATE_TIME), context)
                            .toString();
            };
        } catch (DateTimeParseException e) {
            throw new BadValue(field.type() == FieldType.TIME ? "badTime" : "badDate", Texts.excerpt(text));
        }
    }

    private static LocalDate date(FormField field, LocalDate date, FormContext context) throws BadValue {
        if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
            throw new BadValue("badYear", date.format(SHOWN));
        }
        if (field.notAfterToday() && date.isAfter(context.now().toLocalDate())) {
            throw new BadValue("inFuture", date.format(SHOWN));
        }
        return date;
    }

    private static LocalDateTime dateTime(FormField field, LocalDateTime value, FormContext context) throws BadValue {
        date(field, value.toLocalDate(), context);
        LocalDateTime minute = value.truncatedTo(ChronoUnit.MINUTES);
        if (field.notAfterToday() && minute.isAfter(context.now())) {
            throw new BadValue("inFuture", minute.toLocalTime() + " " + minute.format(SHOWN));
        }
        return minute;
    }

    /** A stored date or time in words; anything else as it is. */
    static String shown(FieldType type, String iso) {
        return switch (type) {
            case DATE -> LocalDate.parse(iso).format(SHOWN);
            case DATETIME -> {
                LocalDateTime time = LocalDateTime.parse(iso);
                yield time.toLocalTime() + " ngày " + time.format(SHOWN);
            }
            default -> iso;
        };
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
