package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadline kinds (rules.md, "Deadlines"): what is in time to the nanosecond, the last day that counts, and the words. */
class BoundaryTest {
    private final Boundary plans = Boundary.before(LocalDate.of(2024, 2, 6));
    private final Boundary pledge = Boundary.onOrBefore(LocalDate.of(2024, 2, 20));
    private final Boundary supplement = Boundary.beforeInstant(LocalDateTime.of(2024, 11, 25, 13, 0));

    @Test
    void before_a_day_that_day_is_late_S2_03() {
        assertThat(plans.isInTime(at("2024-02-05T23:59:59.999999999+07:00"))).isTrue();
        assertThat(plans.isInTime(at("2024-02-06T00:00:00+07:00"))).isFalse();
        assertThat(plans.lastDay()).isEqualTo(LocalDate.of(2024, 2, 5));
    }

    @Test
    void on_or_before_a_day_that_day_counts_S2_14() {
        assertThat(pledge.isInTime(at("2024-02-20T23:59:59.999999999+07:00"))).isTrue();
        assertThat(pledge.isInTime(at("2024-02-21T00:00:00+07:00"))).isFalse();
        assertThat(pledge.lastDay()).isEqualTo(LocalDate.of(2024, 2, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-25T12:59:59.999+07:00, true",
        "2024-11-25T12:59:59.999999+07:00, true",
        "2024-11-25T13:00:00.000+07:00, false",
        "2024-11-25T05:59:59.999Z, true",
        "2024-11-25T06:00:00Z, false",
        "2024-11-25T13:00:00.000001+07:00, false",
    })
    void before_an_instant_it_is_late_at_that_instant_S0_13(String received, boolean inTime) {
        assertThat(supplement.isInTime(at(received))).isEqualTo(inTime);
    }

    @Test
    void the_last_day_of_an_instant_is_its_day_and_of_midnight_the_day_before() {
        assertThat(supplement.lastDay()).isEqualTo(LocalDate.of(2024, 11, 25));
        assertThat(Boundary.beforeInstant(LocalDateTime.of(2024, 11, 16, 0, 0)).lastDay())
                .isEqualTo(LocalDate.of(2024, 11, 15));
    }

    @Test
    void limits_do_not_depend_on_the_zone_of_the_machine() {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(plans.limit()).isEqualTo(Instant.parse("2024-02-05T17:00:00Z"));
            assertThat(pledge.limit()).isEqualTo(Instant.parse("2024-02-20T17:00:00Z"));
            assertThat(supplement.limit()).isEqualTo(Instant.parse("2024-11-25T06:00:00Z"));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void says_itself_in_words_with_the_computed_weekday() {
        assertThat(Boundary.before(LocalDate.of(2024, 11, 27)).inWords())
                .isEqualTo("trước 00:00 ngày 27/11/2024 (thứ Tư)");
        assertThat(pledge.inWords()).isEqualTo("chậm nhất hết ngày 20/02/2024 (thứ Ba)");
        assertThat(supplement.inWords()).isEqualTo("trước 13:00 ngày 25/11/2024 (thứ Hai)");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-25, thứ Hai",
        "2024-11-26, thứ Ba",
        "2024-11-27, thứ Tư",
        "2024-11-28, thứ Năm",
        "2024-11-29, thứ Sáu",
        "2024-11-30, thứ Bảy",
        "2024-12-01, Chủ nhật",
    })
    void knows_every_weekday(LocalDate date, String weekday) {
        assertThat(Boundary.before(date).inWords()).endsWith("(" + weekday + ")");
    }

    @Test
    void a_kind_without_its_time_or_with_one_too_many_cannot_be_made() {
        LocalDate day = LocalDate.of(2024, 11, 25);
        assertThatThrownBy(() -> new Boundary(Boundary.Kind.BEFORE_INSTANT, day, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Boundary(Boundary.Kind.BEFORE, day, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Boundary(Boundary.Kind.ON_OR_BEFORE, day, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String offset) {
        return OffsetDateTime.parse(offset).toInstant();
    }
}
