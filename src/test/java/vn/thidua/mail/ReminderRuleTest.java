package vn.thidua.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;
import vn.thidua.calendar.WorkingCalendar;

class ReminderRuleTest {

    /** 2024 with Tết 08-14/02 and the swap of Monday 29/04 with Saturday 04/05. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            LocalTime.of(7, 30),
            LocalTime.of(17, 0),
            Set.of(
                    LocalDate.of(2024, 2, 8),
                    LocalDate.of(2024, 2, 9),
                    LocalDate.of(2024, 2, 12),
                    LocalDate.of(2024, 2, 13),
                    LocalDate.of(2024, 2, 14),
                    LocalDate.of(2024, 4, 29),
                    LocalDate.of(2024, 4, 30),
                    LocalDate.of(2024, 5, 1)),
            Set.of(LocalDate.of(2024, 5, 4)));

    private static final ReminderRule RULE = new ReminderRule(CALENDAR, List.of(7, 3, 1, 0), LocalTime.of(8, 0));

    private static final Instant LONG_AGO = at("2024-01-01T00:00");

    @Test
    void countsBackInWorkingDaysFromTheLastDayThatCounts() {
        // Dossiers before 27/11/2024: the last day that counts is Tuesday 26/11.
        assertThat(RULE.mornings(Boundary.before(day("2024-11-27")), LONG_AGO))
                .containsExactly(day("2024-11-15"), day("2024-11-21"), day("2024-11-25"), day("2024-11-26"));
        // Evidence before 13:00 25/11: that Monday still counts.
        assertThat(RULE.mornings(Boundary.beforeInstant(LocalDateTime.parse("2024-11-25T13:00")), LONG_AGO))
                .containsExactly(day("2024-11-14"), day("2024-11-20"), day("2024-11-22"), day("2024-11-25"));
    }

    @Test
    void skipsTetAndWorksOnSwapDays() {
        // S2-14: by 20/02/2024, after Tết.
        assertThat(RULE.mornings(Boundary.onOrBefore(day("2024-02-20")), LONG_AGO))
                .containsExactly(day("2024-02-02"), day("2024-02-15"), day("2024-02-19"), day("2024-02-20"));
        assertThat(RULE.mornings(Boundary.onOrBefore(day("2024-05-06")), LONG_AGO))
                .contains(day("2024-05-04"), day("2024-05-06"));
    }

    @Test
    void aLastDayOffIsRemindedOfOnceOnTheWorkingMorningBefore() {
        assertThat(RULE.mornings(Boundary.onOrBefore(day("2024-11-17")), LONG_AGO))
                .containsExactly(day("2024-11-07"), day("2024-11-13"), day("2024-11-15"));
    }

    @Test
    void neverWhenItIsTooLate() {
        assertThat(RULE.mornings(Boundary.beforeInstant(LocalDateTime.parse("2024-11-25T07:30")), LONG_AGO))
                .containsExactly(day("2024-11-14"), day("2024-11-20"), day("2024-11-22"));
        assertThat(RULE.mornings(Boundary.beforeInstant(LocalDateTime.parse("2024-11-25T08:00")), LONG_AGO))
                .doesNotContain(day("2024-11-25"));
        assertThat(RULE.mornings(Boundary.beforeInstant(LocalDateTime.parse("2024-11-25T00:00")), LONG_AGO))
                .as("Monday 00:00: the last day that counts is a Sunday")
                .containsExactly(day("2024-11-14"), day("2024-11-20"), day("2024-11-22"));
    }

    @Test
    void neverBeforeOpening() {
        Boundary deadline = Boundary.before(day("2024-11-27"));

        assertThat(RULE.mornings(deadline, at("2024-11-21T08:00")))
                .containsExactly(day("2024-11-21"), day("2024-11-25"), day("2024-11-26"));
        assertThat(RULE.mornings(deadline, at("2024-11-21T08:00:00.000001")))
                .containsExactly(day("2024-11-25"), day("2024-11-26"));
        assertThat(RULE.mornings(deadline, at("2024-11-26T09:00"))).isEmpty();
        assertThat(RULE.due(day("2024-11-25"), deadline, LONG_AGO)).isTrue();
        assertThat(RULE.due(day("2024-11-22"), deadline, LONG_AGO)).isFalse();
        assertThat(ReminderRule.due(CALENDAR, List.of(7, 3, 1, 0), day("2024-11-26"), LONG_AGO, at("2024-11-25T08:00")))
                .isTrue();
        assertThat(ReminderRule.due(CALENDAR, List.of(7, 3, 1, 0), day("2024-11-26"), LONG_AGO, at("2024-11-22T08:00")))
                .isFalse();
    }

    @Test
    void knowsTheNextOne() {
        Boundary deadline = Boundary.before(day("2024-11-27"));

        assertThat(RULE.next(at("2024-11-15T07:59:59"), deadline, LONG_AGO)).contains(at("2024-11-15T08:00"));
        assertThat(RULE.next(at("2024-11-15T08:00"), deadline, LONG_AGO)).contains(at("2024-11-21T08:00"));
        assertThat(RULE.next(at("2024-11-26T08:00"), deadline, LONG_AGO)).isEmpty();
    }

    @Test
    void theHeadIsToldOfAMissingConfirmationFromThreeWorkingDaysBefore() {
        assertThat(RULE.within(3).mornings(Boundary.before(day("2024-11-27")), LONG_AGO))
                .containsExactly(day("2024-11-21"), day("2024-11-25"), day("2024-11-26"));
        assertThatThrownBy(() -> new ReminderRule(CALENDAR, List.of(-1), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Instant at(String local) {
        return Vietnam.at(LocalDateTime.parse(local));
    }
}
