package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The try-out's sample year, moved in time so that today falls into self-scoring. */
class PlanShiftTest {
    private final String sample = read();

    /** Every 23rd day from 2024 to 2032, so that all weekdays and parts of a month are met. */
    static Stream<LocalDate> days() {
        return LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2033, 1, 1), java.time.Period.ofDays(23));
    }

    @ParameterizedTest
    @MethodSource("days")
    void today_falls_into_self_scoring_and_the_plan_has_no_errors(LocalDate today) {
        PlanReading moved = PlanReader.read(PlanShift.intoSelfScoring(sample, today));
        assertThat(moved.errors()).isEmpty();
        Plan plan = moved.validPlan();
        Milestone selfScore = plan.milestone(DutyCode.SELF_SCORE);
        LocalDate opens = selfScore.opens().at().toLocalDate();
        assertThat(ChronoUnit.DAYS.between(opens, today)).isBetween(14L, 28L);
        assertThat(today).isBefore(selfScore.deadline().date());
        assertThat(plan.year()).isEqualTo(opens.getYear());
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(2024, 10, 1), opens) % 7)
                .isZero();
        assertThat(plan.milestone(DutyCode.SCORING_MEETING).at().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.FRIDAY);
        assertThat(moved.warnings())
                .extracting(Finding::path)
                .contains("milestones.self-score.deadline", "milestones.ministry.deadline", "bases[4].dates");
        assertThat(moved.warnings())
                .extracting(Finding::code)
                .isSubsetOf(List.of("two-dates", "no-working-day", "no-tet", "expired-basis", "not-yet-in-force"));
    }

    @Test
    void moves_calendar_milestones_and_terms_of_office_and_nothing_else() {
        String moved = PlanShift.by(sample, 364, 2025);
        Plan plan = PlanReader.read(moved).validPlan();
        Plan before = PlanReader.read(sample).validPlan();
        assertThat(plan.yearId()).isEqualTo("tay-nam-bo-2025");
        assertThat(plan.bases()).isEqualTo(before.bases());
        assertThat(plan.division()).isEqualTo(before.division());
        assertThat(plan.calendar().swapDays()).containsExactly(LocalDate.of(2025, 5, 3));
        assertThat(plan.milestone(DutyCode.CLOSE).at()).isEqualTo(LocalDateTime.of(2025, 12, 30, 17, 0));
        assertThat(plan.person("vtdkt.thuongtruc").orElseThrow().to()).isEqualTo(LocalDate.of(2027, 6, 29));
        assertThat(moved.lines().count()).isEqualTo(sample.lines().count());
        assertThat(moved.lines().filter(l -> l.startsWith("#")).toList())
                .isEqualTo(sample.lines().filter(l -> l.startsWith("#")).toList());
        assertThat(moved).contains("deadline: { beforeInstant: 2025-11-24 13:00 }");
    }

    @Test
    void there_and_back_is_the_same_text() {
        assertThat(PlanShift.by(PlanShift.by(sample, 700, 2026), -700, 2024)).isEqualTo(sample);
    }

    @Test
    void keeps_quotes_and_wide_characters_around_a_date() {
        String quoted = sample.replace("on: 2024-01-01", "on: \"2024-01-01\"")
                .replace("name: Quốc khánh", "name: Quốc khánh 🇻🇳");
        assertThat(PlanShift.by(quoted, 7, 2024))
                .contains("on: \"2024-01-08\"")
                .contains("{ name: Quốc khánh 🇻🇳, from: 2024-09-07, to: 2024-09-10 }");
    }

    @Test
    void moves_by_whole_weeks_only_and_no_plan_with_errors() {
        assertThatThrownBy(() -> PlanShift.by(sample, 8, 2024)).isInstanceOf(IllegalArgumentException.class);
        String broken = sample.replace("role: LEADER", "role: MEMBER");
        assertThatThrownBy(() -> PlanShift.intoSelfScoring(broken, LocalDate.of(2025, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String read() {
        try {
            return Files.readString(SamplePlanTest.SAMPLE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
