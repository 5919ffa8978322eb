package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days and hours of 2024, with Tết and the swap of 29/4 with Saturday 04/5. */
class WorkingCalendarTest {
    private final WorkingCalendar calendar =
            new WorkingCalendar(LocalTime.of(7, 30), LocalTime.of(17, 0), holidays(), Set.of(LocalDate.of(2024, 5, 4)));

    @ParameterizedTest
    @CsvSource({
        "2024-02-07, true", "2024-02-08, false", "2024-02-12, false", "2024-02-14, false", "2024-02-15, true",
        "2024-04-29, false", "2024-05-01, false", "2024-05-02, true", "2024-05-04, true", "2024-05-05, false",
        "2024-11-16, false", "2024-11-17, false", "2024-11-18, true",
    })
    void knows_working_days(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-07, 1, 2024-02-15", // over Tết
        "2024-02-15, -1, 2024-02-07",
        "2024-05-03, 1, 2024-05-04", // the swap day is worked
        "2024-05-06, -1, 2024-05-04",
        "2024-04-26, 1, 2024-05-02",
        "2024-02-05, -7, 2024-01-25", // first reminder of the unit plans
        "2024-11-15, 5, 2024-11-22",
        "2024-11-16, 1, 2024-11-18",
        "2024-11-16, 0, 2024-11-15", // "its own morning" of a day off is the last working day before
        "2024-11-18, 0, 2024-11-18",
    })
    void counts_working_days(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-15, 2024-11-22, 5",
        "2024-02-07, 2024-02-15, 1",
        "2024-11-22, 2024-11-15, -5",
        "2024-11-15, 2024-11-15, 0"
    })
    void counts_working_days_between(LocalDate from, LocalDate to, long days) {
        assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-16T00:00, 2024-11-15T17:00", // Saturday 00:00: Friday 17:00
        "2024-11-30T00:00, 2024-11-29T17:00",
        "2024-11-18T00:00, 2024-11-15T17:00",
        "2024-11-25T13:00, 2024-11-25T13:00",
        "2024-11-25T18:00, 2024-11-25T17:00",
        "2024-11-25T07:30, 2024-11-22T17:00",
        "2024-02-12T12:00, 2024-02-07T17:00",
        "2024-05-05T12:00, 2024-05-04T17:00",
    })
    void names_the_last_working_instant_before(LocalDateTime boundary, LocalDateTime expected) {
        assertThat(calendar.lastWorkingInstantBefore(Vietnam.at(boundary))).isEqualTo(Vietnam.at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-22T16:30, 60, 2024-11-25T08:00",
        "2024-11-22T09:00, 60, 2024-11-22T10:00",
        "2024-11-22T16:00, 60, 2024-11-22T17:00",
        "2024-11-23T10:00, 60, 2024-11-25T08:30",
        "2024-11-22T06:00, 60, 2024-11-22T08:30",
        "2024-02-07T17:00, 60, 2024-02-15T08:30",
        "2024-11-18T07:30, 1140, 2024-11-19T17:00", // two whole days of nine and a half hours
    })
    void adds_working_hours(LocalDateTime from, int minutes, LocalDateTime expected) {
        assertThat(calendar.plusWorkingHours(Vietnam.at(from), Duration.ofMinutes(minutes)))
                .isEqualTo(Vietnam.at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-27T00:00, 2024-11-27T12:00",
        "2024-11-25T13:00, 2024-11-26T12:00",
        "2024-11-16T00:00, 2024-11-18T12:00"
    })
    void paper_may_be_entered_until_noon_of_the_next_working_day(LocalDateTime limit, LocalDateTime noon) {
        assertThat(calendar.noonNextWorkingDay(Vietnam.at(limit))).isEqualTo(Vietnam.at(noon));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-22T07:59:59, 2024-11-22T08:00",
        "2024-11-22T08:00, 2024-11-25T08:00",
        "2024-11-23T07:00, 2024-11-25T08:00",
        "2024-02-07T09:00, 2024-02-15T08:00",
    })
    void the_next_morning_is_strictly_after(LocalDateTime from, LocalDateTime expected) {
        assertThat(calendar.nextMorning(Vietnam.at(from))).isEqualTo(Vietnam.at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-18T14:00, 2024-11-19T13:00, true",
        "2024-11-18T14:00, 2024-11-19T14:00, false",
        "2024-11-15T10:00, 2024-11-16T00:00, true", // returned on Friday, due Saturday 00:00: may be mended until
        // Monday
        "2024-11-14T10:00, 2024-11-16T00:00, false",
    })
    void knows_whether_a_working_day_is_left(LocalDateTime from, LocalDateTime deadline, boolean less) {
        assertThat(calendar.lessThanOneWorkingDayLeft(Vietnam.at(from), Vietnam.at(deadline)))
                .isEqualTo(less);
    }

    @Test
    void the_same_hour_of_the_next_working_day_leaps_over_days_off() {
        assertThat(calendar.sameHourNextWorkingDay(Vietnam.at(LocalDateTime.of(2024, 2, 7, 10, 15))))
                .isEqualTo(Vietnam.at(LocalDateTime.of(2024, 2, 15, 10, 15)));
    }

    @Test
    void working_time_ends_at_the_end_of_the_day() {
        assertThat(calendar.isWorkingTime(Vietnam.at(LocalDateTime.of(2024, 11, 22, 7, 30))))
                .isTrue();
        assertThat(calendar.isWorkingTime(Vietnam.at(LocalDateTime.of(2024, 11, 22, 16, 59, 59))))
                .isTrue();
        assertThat(calendar.isWorkingTime(Vietnam.at(LocalDateTime.of(2024, 11, 22, 17, 0))))
                .isFalse();
        assertThat(calendar.isWorkingTime(Vietnam.at(LocalDateTime.of(2024, 11, 23, 9, 0))))
                .isFalse();
    }

    @Test
    void hours_that_end_before_they_begin_cannot_be_made() {
        assertThatThrownBy(() -> new WorkingCalendar(LocalTime.NOON, LocalTime.NOON, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Instant now = Instant.EPOCH;
        assertThatThrownBy(() -> calendar.plusWorkingHours(now, Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<LocalDate> holidays() {
        Set<LocalDate> days = new HashSet<>();
        LocalDate.of(2024, 2, 8).datesUntil(LocalDate.of(2024, 2, 15)).forEach(days::add);
        LocalDate.of(2024, 4, 29).datesUntil(LocalDate.of(2024, 5, 2)).forEach(days::add);
        return days;
    }
}
