package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.rehearsal.RehearsedYears.of;
import static vn.thidua.rehearsal.RehearsedYears.tasks;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.PlanReading;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.YearStore;

/** Whole years in virtual time: what happens when everybody delivers, and what follows from each silence. */
@ThiduaTest
class RehearsedYearTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    DutyRepository duties;

    @Autowired
    YearStore store;

    private RehearsedYears years;

    @BeforeEach
    void years() {
        years = new RehearsedYears(context);
    }

    @Test
    @DisplayName(
            "S0-09, S0-13, S0-17, S0-18, S0-20, S0-26, S3-22: a year in which everybody delivers has no lapse and sends all in time")
    void everybodyDelivers() throws IOException {
        List<JournalEntry> year = years.run(RehearsedYears.smallPlan("moi-nguoi-nop"), Script.USUAL);

        assertThat(tasks(year, JournalEvent.LAPSED)).isEmpty();
        assertThat(tasks(year, JournalEvent.OVERDUE)).isEmpty();
        assertThat(of(year, JournalEvent.DELIVERED_LATE)).isEmpty();
        assertThat(sent(year, "ministry").at()).isBefore(Vietnam.at(LocalDateTime.parse("2024-11-30T00:00")));
        assertThat(sent(year, "post-conference").at()).isBefore(Vietnam.at(LocalDateTime.parse("2024-12-10T00:00")));
        assertThat(of(year, JournalEvent.VOTED))
                .hasSize(5)
                .allMatch(e -> EventWords.detail(e, "carried").equals("true"));
        assertThat(RehearsedYears.remindedInVain(year)).isEmpty();
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    @Test
    @DisplayName(
            "S0-16, S0-25: silence on a supplement and on a dossier lapses these two, and tells these two units and nobody else")
    void twoUnitsAreSilent() throws IOException {
        PlanReading plan = RehearsedYears.smallPlan("hai-don-vi-im-lang");
        List<JournalEntry> year = years.run(plan, RehearsedYears.script(plan, """
                steps:
                  - { unit: AGG, duty: supplement, silent: true }
                  - { unit: BTE, duty: dossier, silent: true }
                """));

        assertThat(of(year, JournalEvent.LAPSED))
                .extracting(e -> RehearsedYears.task(e) + " " + EventWords.detail(e, "outcome"))
                .containsExactlyInAnyOrder("SUPPLEMENT AGG NO_EVIDENCE", "DOSSIER BTE BTE-1 NOT_PROPOSING");
        assertThat(of(year, JournalEvent.LAPSED).get(0).detail().get("lines"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(tasks(year, JournalEvent.OVERDUE)).isEmpty();
        assertThat(RehearsedYears.recipients(year, "lapse", "not-proposing"))
                .isNotEmpty()
                .allMatch(to -> to.endsWith("@agg.example") || to.endsWith("@bte.example"))
                .anyMatch(to -> to.endsWith("@agg.example"))
                .anyMatch(to -> to.endsWith("@bte.example"));
        assertThat(RehearsedYears.recipients(year, "not-proposing")).allMatch(to -> to.endsWith("@bte.example"));
        assertThat(RehearsedYears.remindedInVain(year)).isEmpty();
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    @Test
    @DisplayName(
            "S0-19: a silent leader stops nothing; what it owes is overdue, no vote is held, and no unit suffers for it")
    void theLeaderIsSilent() throws IOException {
        PlanReading plan = RehearsedYears.smallPlan("cum-truong-im-lang");
        List<JournalEntry> year =
                years.run(plan, RehearsedYears.script(plan, "steps: [{ role: LEADER, silent: true }]"));

        List<String> owed = of(year, JournalEvent.TASK_OPENED).stream()
                .filter(e -> "VLG".equals(e.unit()) && !RehearsedYears.ofMembers(e))
                .map(RehearsedYears::task)
                .toList();
        assertThat(owed).contains("LAUNCH_PLAN VLG", "FREEZE VLG", "CONFERENCE_MINUTES VLG", "POST_CONFERENCE VLG");
        assertThat(tasks(year, JournalEvent.OVERDUE)).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(tasks(year, JournalEvent.LAPSED)).isEmpty();
        assertThat(tasks(year, JournalEvent.DELIVERED)).contains("SELF_SCORE VLG", "NOMINATION VLG");
        assertThat(of(year, JournalEvent.VOTED))
                .hasSize(5)
                .allMatch(e -> EventWords.detail(e, "held").equals("false")
                        && EventWords.detail(e, "reason").equals("NO_FREEZE"));
        assertThat(RehearsedYears.remindedInVain(year)).isEmpty();
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    @Tag("slow")
    @Test
    @DisplayName("S0-16, S0-25: \"không bổ sung\" and \"không đề nghị\" are answers, not lapses")
    void decliningIsAnAnswer() throws IOException {
        PlanReading plan = RehearsedYears.smallPlan("tra-loi-khong");
        List<JournalEntry> year = years.run(plan, RehearsedYears.script(plan, """
                steps:
                  - { unit: AGG, duty: supplement, decline: true }
                  - { unit: BTE, duty: nomination, decline: true }
                """));

        assertThat(tasks(year, JournalEvent.DECLINED)).containsExactlyInAnyOrder("SUPPLEMENT AGG", "NOMINATION BTE");
        assertThat(tasks(year, JournalEvent.LAPSED)).isEmpty();
        assertThat(tasks(year, JournalEvent.OVERDUE)).isEmpty();
        assertThat(tasks(year, JournalEvent.TASK_OPENED)).noneMatch(task -> task.startsWith("DOSSIER BTE"));
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    @Tag("slow")
    @Test
    @DisplayName("S0-09, S0-16, S0-25, S3-06: units and those asked are silent: each duty gets the outcome of its kind")
    void allUnitsAreSilent() throws IOException {
        PlanReading plan = RehearsedYears.smallPlan("don-vi-im-lang");
        List<JournalEntry> year = years.run(plan, RehearsedYears.script(plan, """
                steps:
                  - { duty: unit-plan, silent: true }
                  - { duty: pledge, silent: true }
                  - { duty: self-score, silent: true }
                  - { duty: attendees, silent: true }
                  - { duty: tech-contact, silent: true }
                  - { duty: supplement, silent: true }
                  - { duty: nomination, silent: true }
                  - { duty: consultation, silent: true }
                """));

        assertThat(of(year, JournalEvent.LAPSED))
                .allMatch(e -> EventWords.detail(e, "outcome")
                        .equals(String.valueOf(
                                DutyType.valueOf(EventWords.detail(e, "type")).outcome())));
        Set<String> outcomes = of(year, JournalEvent.LAPSED).stream()
                .map(e -> EventWords.detail(e, "type") + " " + EventWords.detail(e, "outcome"))
                .collect(Collectors.toSet());
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "UNIT_PLAN LATE",
                        "PLEDGE LATE",
                        "SELF_SCORE NO_SELF_SCORE",
                        "ATTENDEES NO_LIST",
                        "TECH_CONTACT NO_LIST",
                        "SUPPLEMENT NO_EVIDENCE",
                        "NOMINATION NOT_PROPOSING",
                        "OPINION NO_OPINION",
                        "AGREEMENT NO_OPINION");
        assertThat(tasks(year, JournalEvent.LAPSED)).doesNotHaveDuplicates().hasSize(7 * 5 + 3);
        assertThat(tasks(year, JournalEvent.OVERDUE)).isEmpty();
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    @Test
    @DisplayName("S1-24: nobody does anything: the calendar goes on to the close, and what others owe is overdue")
    void nobodyDoesAnything() throws IOException {
        PlanReading plan = RehearsedYears.smallPlan("khong-ai-lam");
        List<JournalEntry> year = years.run(plan, RehearsedYears.script(plan, "steps: [{ silent: true }]"));

        assertThat(of(year, JournalEvent.LAPSED))
                .noneMatch(e -> EventWords.detail(e, "outcome").equals("OVERDUE"));
        List<Duty> all = duties.ofYear("khong-ai-lam-2024");
        assertThat(all).isNotEmpty().allMatch(duty -> duty.outcome() == expected(duty));
        assertThat(tasks(year, JournalEvent.OVERDUE)).hasSize((int)
                all.stream().filter(d -> d.outcome() == Outcome.OVERDUE).count());
        assertThat(store.get("khong-ai-lam-2024").status()).isEqualTo(ClusterYear.Status.CLOSED);
        assertThat(RehearsedYears.last(year)).isEqualTo(JournalEvent.CLOSED);
    }

    /** In a session that nobody chairs even items without an outcome of their own stay undone, and are overdue. */
    private static Outcome expected(Duty duty) {
        return duty.type().outcome() == null && duty.type().inSession()
                ? Outcome.OVERDUE
                : duty.type().outcome();
    }

    private static JournalEntry sent(List<JournalEntry> year, String duty) {
        return of(year, JournalEvent.SENT).stream()
                .filter(e -> duty.equals(e.duty()))
                .findFirst()
                .orElseThrow();
    }
}
