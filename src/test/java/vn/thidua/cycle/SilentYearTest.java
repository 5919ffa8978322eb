package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.only;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.YearStore;

/**
 * A year in which nobody does anything but hold the scoring meeting: the calendar waits for no one, every silence has its
 * outcome, and the year is closed at its instant.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentYearTest {
    @Autowired
    ApplicationContext context;

    YearFixture year;

    /** Instants at which something ends, in order; what lies between is skipped, mornings included. */
    private static final List<String> INSTANTS = List.of(
            "2024-01-29T08:00",
            "2024-02-06T00:00",
            "2024-02-21T00:00",
            "2024-10-01T08:00",
            "2024-11-01T08:00",
            "2024-11-16T00:00",
            "2024-11-18T08:00",
            "2024-11-20T09:00",
            "2024-11-21T15:00",
            "2024-11-21T17:00",
            "2024-11-22T09:30",
            "2024-11-22T14:00",
            "2024-11-22T17:00",
            "2024-11-25T13:00",
            "2024-11-25T17:00",
            "2024-11-26T08:00",
            "2024-11-26T17:00",
            "2024-11-27T00:00",
            "2024-11-27T12:00",
            "2024-11-30T00:00",
            "2024-12-10T00:00",
            "2024-12-31T17:00");

    @BeforeAll
    void nobodyActs() {
        year = new YearFixture(context).start("im-lang", "2024-01-15T08:00");
        for (String instant : INSTANTS) {
            year.at(instant);
            year.run(instant.equals("2024-11-22T14:00") ? only(DutyCode.SCORING_MEETING) : YearFixture.SILENT, instant);
        }
    }

    private Set<Outcome> outcomes(DutyType type) {
        List<Duty> duties = year.duties(type);
        assertThat(duties).as(type.name()).isNotEmpty();
        return duties.stream().map(Duty::outcome).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("S0-09 S0-16 S0-25 S2-03: every silence has its own outcome, by the table of rules.md")
    void outcomesOfSilence() {
        Map.of(
                        DutyType.UNIT_PLAN, Outcome.LATE,
                        DutyType.PLEDGE, Outcome.LATE,
                        DutyType.SELF_SCORE, Outcome.NO_SELF_SCORE,
                        DutyType.ATTENDEES, Outcome.NO_LIST,
                        DutyType.TECH_CONTACT, Outcome.NO_LIST,
                        DutyType.SUPPLEMENT, Outcome.NO_EVIDENCE,
                        DutyType.NOMINATION, Outcome.NOT_PROPOSING,
                        DutyType.OPINION, Outcome.NO_OPINION,
                        DutyType.AGREEMENT, Outcome.NO_OPINION)
                .forEach((type, outcome) ->
                        assertThat(outcomes(type)).as(type.name()).containsExactly(outcome));
        for (DutyType type : List.of(
                DutyType.LAUNCH_PLAN,
                DutyType.REGULATION,
                DutyType.CRITERIA,
                DutyType.CLASSIFICATION,
                DutyType.APPRAISAL,
                DutyType.INVITATION,
                DutyType.LINE_TEST,
                DutyType.FREEZE,
                DutyType.CONFERENCE_REPORT,
                DutyType.CONFERENCE_INVITATION,
                DutyType.CONFERENCE_MINUTES,
                DutyType.POST_CONFERENCE)) {
            assertThat(outcomes(type)).as(type.name()).containsExactly(Outcome.OVERDUE);
        }
    }

    @Test
    @DisplayName("What is overdue is no lapse, and no unit is punished for leader, deputy, standing agency or province")
    void overdueIsNoLapse() {
        assertThat(year.journal(JournalEvent.LAPSED))
                .isNotEmpty()
                .noneMatch(e -> "OVERDUE".equals(e.detail().get("outcome")));
        assertThat(year.journal(JournalEvent.LAPSED).stream()
                        .map(JournalEntry::duty)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "unit-plan",
                        "pledge",
                        "self-score",
                        "attendees",
                        "tech-contact",
                        "supplement",
                        "nomination",
                        "consultation");
    }

    @Test
    @DisplayName("S0-16: one event per unit, its marked lines in the detail")
    void markedLines() {
        assertThat(year.journal(JournalEvent.LAPSED, DutyCode.SUPPLEMENT, "AGG"))
                .singleElement()
                .satisfies(e -> assertThat((List<?>) e.detail().get("lines")).isNotEmpty());
    }

    @Test
    @DisplayName(
            "Appraisal opens at the latest at the self-score deadline, with an empty sheet; nobody appraises the own unit")
    void appraisal() {
        assertThat(year.duties(DutyType.APPRAISAL))
                .hasSize(8)
                .allSatisfy(
                        d -> assertThat(d.key().party()).isNotEqualTo(d.key().subject()));
    }

    @Test
    @DisplayName("S2-11: no criteria issued, so the plan's table is in force, with a warning")
    void criteria() {
        assertThat(year.bean(YearStore.class).fact(year.yearId(), "criteria").orElseThrow())
                .containsEntry("source", "PLAN");
    }

    @Test
    @DisplayName("No dossier, nothing for the ministry")
    void ministry() {
        assertThat(year.duties(DutyType.DOSSIER)).isEmpty();
        assertThat(year.duties(DutyType.MINISTRY)).isEmpty();
    }

    @Test
    @DisplayName("The year's close ends all tasks; what is overdue stands in the closing record")
    void closed() {
        assertThat(year.bean(YearStore.class).get(year.yearId()).status()).isEqualTo(ClusterYear.Status.CLOSED);
        assertThat(year.taskService()
                        .createTaskQuery()
                        .tenantIdIn(year.yearId())
                        .count())
                .isZero();
        assertThat(year.management().createJobQuery().tenantIdIn(year.yearId()).count())
                .isZero();
        assertThat(year.bean(YearStore.class)
                        .fact(year.yearId(), "closing-record")
                        .orElseThrow()
                        .get("overdue"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSizeGreaterThan(20);
    }
}
