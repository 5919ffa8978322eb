package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnamTest {

    @Test
    void an_instant_reads_as_hour_day_and_weekday_S0_05() {
        assertThat(Vietnam.words(Instant.parse("2024-11-22T07:00:00Z"))).isEqualTo("14:00 ngày 22/11/2024 (thứ Sáu)");
        assertThat(Vietnam.words(LocalDateTime.of(2024, 12, 1, 8, 5))).isEqualTo("08:05 ngày 01/12/2024 (Chủ nhật)");
        assertThat(Vietnam.date(LocalDate.of(2024, 2, 6))).isEqualTo("06/02/2024");
    }

    @Test
    void local_time_and_instant_are_seven_hours_apart_all_year() {
        assertThat(Vietnam.at(LocalDateTime.of(2024, 7, 1, 0, 0))).isEqualTo(Instant.parse("2024-06-30T17:00:00Z"));
        assertThat(Vietnam.local(Instant.parse("2024-12-31T17:00:00Z"))).isEqualTo(LocalDateTime.of(2025, 1, 1, 0, 0));
    }

    @Test
    void lists_sort_as_vietnamese_does() {
        List<String> sorted = Stream.of(
                        "Đồng Tháp", "An Giang", "Đà Nẵng", "Dương", "Ân", "Ê", "Em", "Ăn", "Ơ", "Ô", "O")
                .sorted(Vietnam.collator())
                .toList();
        assertThat(sorted)
                .containsExactly("An Giang", "Ăn", "Ân", "Dương", "Đà Nẵng", "Đồng Tháp", "Em", "Ê", "O", "Ô", "Ơ");
    }

    @ParameterizedTest
    @CsvSource({
        "1985, 1985-01-21", // a month before China's
        "2007, 2007-02-17", // a day before China's
        "2020, 2020-01-25",
        "2021, 2021-02-12",
        "2022, 2022-02-01",
        "2023, 2023-01-22",
        "2024, 2024-02-10",
        "2025, 2025-01-29",
        "2026, 2026-02-17",
        "2027, 2027-02-06",
        "2028, 2028-01-26",
        "2029, 2029-02-13",
        "2030, 2030-02-02", // a day before China's
        "2031, 2031-01-23",
        "2032, 2032-02-11",
        "2033, 2033-01-31",
        "2034, 2034-02-19",
    })
    void knows_the_first_day_of_tet(int year, LocalDate tet) {
        assertThat(LunarNewYear.of(year)).isEqualTo(tet);
    }
}
