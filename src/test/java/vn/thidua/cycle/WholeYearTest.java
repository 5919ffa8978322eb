package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.instant;

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
import vn.thidua.cycle.reading.DutyView;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.YearStore;

/** A year in which everybody does their work in time, asked what the source documents demand of it. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeYearTest {
    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void everybodyDoesTheirWork() {
        year = new YearFixture(context).start("ca-nam", "2024-01-08T08:00");
        year.run(YearFixture.USUAL, "2024-12-31T17:00");
    }

    private Map<String, Object> answers(DutyType type, String party, String subject) {
        DutyKey key = year.key(type, party, subject);
        assertThat(year.duty(key).received()).as(key.toString()).isTrue();
        return year.receipts(key).get(year.receipts(key).size() - 1).answers();
    }

    private Map<String, Object> ofLeader(DutyType type) {
        return answers(type, "VLG", "");
    }

    private Set<String> parties(DutyType type) {
        return year.duties(type).stream().map(d -> d.key().party()).collect(Collectors.toSet());
    }

    private List<JournalEntry> all(JournalEvent event, DutyCode code) {
        return year.journal(event).stream()
                .filter(e -> code.code().equals(e.duty()))
                .toList();
    }

    @Test
    @DisplayName("The year reaches its close without a lapse and without anything overdue")
    void closes() {
        assertThat(year.bean(YearStore.class).get(year.yearId()).status()).isEqualTo(ClusterYear.Status.CLOSED);
        assertThat(year.journal(JournalEvent.LAPSED)).isEmpty();
        assertThat(year.journal(JournalEvent.OVERDUE)).isEmpty();
        assertThat(year.journal(JournalEvent.CLOSED)).hasSize(1);
        assertThat(year.runtime()
                        .createProcessInstanceQuery()
                        .tenantIdIn(year.yearId())
                        .count())
                .isZero();
        assertThat(year.management().createJobQuery().tenantIdIn(year.yearId()).count())
                .isZero();
    }

    @Test
    @DisplayName("Closed, every duty is readable with its receipts, answers and journal; of a secret ballot the counts")
    void readable() {
        for (DutyType type : DutyType.values()) {
            List<DutyView> read = year.read(type);
            assertThat(read).as(type.name()).hasSameSizeAs(year.duties(type)).allSatisfy(view -> {
                assertThat(view.receipts()).hasSameSizeAs(year.receipts(view.key()));
                assertThat(view.receipts())
                        .allSatisfy(r -> assertThat(r.answers()).isNotEmpty());
                assertThat(view.journal()).isNotEmpty();
            });
        }
        assertThat(year.read(DutyType.AWARD_VOTE))
                .isNotEmpty()
                .allSatisfy(vote -> assertThat(vote.journal())
                        .anySatisfy(line -> assertThat(line.what() + " " + line.detail())
                                .startsWith("Kiểm phiếu số phiếu đồng ý: ")));
    }

    @Test
    @DisplayName(
            "S0-03 S0-05: the leader issues the invitation, and it goes out before the meeting at 14:00 of Friday 22/11/2024")
    void invitation() {
        assertThat(ofLeader(DutyType.INVITATION)).containsKeys("signMode", "docNumber", "invitedRoles");
        assertThat(parties(DutyType.INVITATION)).containsExactly("VLG");
        assertThat(all(JournalEvent.PHASE_STARTED, DutyCode.SCORING_MEETING))
                .singleElement()
                .satisfies(e -> assertThat(e.at()).isEqualTo(instant("2024-11-22T14:00")));
        assertThat(instant("2024-11-22T14:00")
                        .atZone(vn.thidua.calendar.Vietnam.ZONE)
                        .getDayOfWeek())
                .isEqualTo(java.time.DayOfWeek.FRIDAY);
    }

    @Test
    @DisplayName(
            "S0-06 S0-10: every member names a technical contact, and the line test records every connection point")
    void connectionPoints() {
        assertThat(parties(DutyType.TECH_CONTACT)).isEqualTo(YearFixture.UNITS);
        assertThat(year.duties(DutyType.TECH_CONTACT)).allMatch(Duty::received);
        assertThat(ofLeader(DutyType.LINE_TEST)).isNotEmpty();
    }

    @Test
    @DisplayName(
            "S0-08 S0-30: the meeting's minutes prepare the summary conference; results of every unit are handed to it")
    void meeting() {
        assertThat(ofLeader(DutyType.MEETING_MINUTES)).containsKey("conferencePreparation");
        assertThat(year.duties(DutyType.MEETING_RESULT)).hasSize(5).allMatch(Duty::received);
        assertThat(year.duties(DutyType.MEETING_RESULT))
                .allSatisfy(
                        d -> assertThat(d.key().party()).isNotEqualTo(d.key().subject()));
        assertThat(year.journal(JournalEvent.FROZEN)).hasSize(1);
    }

    @Test
    @DisplayName("S0-17 S0-26: the ministry dossier is sent before 30/11/2024, with proof of receipt")
    void ministry() {
        assertThat(all(JournalEvent.SENT, DutyCode.MINISTRY)).singleElement().satisfies(e -> {
            assertThat(e.at()).isBefore(instant("2024-11-30T00:00"));
            assertThat(e.detail()).containsEntry("late", false);
        });
        assertThat(year.duties(DutyType.MINISTRY_RECEIPT)).isNotEmpty().allMatch(Duty::received);
    }

    @Test
    @DisplayName(
            "S0-18 S0-20 S0-21: a dossier has its file and its paper, each with a receipt of its own, and names the unit's submission")
    void dossiers() {
        assertThat(year.duties(DutyType.DOSSIER)).hasSize(5).allMatch(Duty::received);
        assertThat(year.duties(DutyType.PAPER_ENTRY)).hasSize(5).allMatch(Duty::received);
        for (Duty dossier : year.duties(DutyType.DOSSIER)) {
            assertThat(year.receipts(dossier.key())).hasSize(1);
            assertThat(answers(
                            DutyType.DOSSIER,
                            dossier.key().party(),
                            dossier.key().subject()))
                    .containsKeys("submissionNumber", "submissionDate");
            assertThat(answers(DutyType.PAPER_ENTRY, "VLG", dossier.key().subject()))
                    .containsKeys("arrivedAt", "registerNumber", "itemCount");
        }
    }

    @Test
    @DisplayName(
            "S0-22 S3-12 S3-17: the cluster's minutes are the leader's, never the unit's; with them the conference ends")
    void minutes() {
        assertThat(parties(DutyType.CONFERENCE_MINUTES)).containsExactly("VLG");
        assertThat(ofLeader(DutyType.CONFERENCE_MINUTES)).containsKeys("conclusions", "chairName", "secretaryName");
        assertThat(year.duties(DutyType.DOSSIER))
                .allSatisfy(d -> assertThat(answers(
                                        DutyType.DOSSIER,
                                        d.key().party(),
                                        d.key().subject())
                                .keySet())
                        .noneMatch(k -> k.toLowerCase().contains("minutes")));
        assertThat(all(JournalEvent.TASK_OPENED, DutyCode.POST_CONFERENCE))
                .singleElement()
                .satisfies(e -> assertThat(e.at()).isBefore(instant("2024-11-26T17:00")));
    }

    @Test
    @DisplayName("S0-24: each collective dossier is confirmed by the province of its unit")
    void confirmation() {
        assertThat(year.duties(DutyType.CONFIRMATION)).hasSize(5).allSatisfy(d -> {
            assertThat(d.key().party()).isEqualTo("UBND-" + d.key().subject().substring(0, 3));
            assertThat(d.received()).isTrue();
        });
    }

    @Test
    @DisplayName("S0-27: every task names whom to ask, and its mail too")
    void contacts() {
        assertThat(year.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("SELECT body FROM mail_outbox WHERE year_id = ? AND template = 'task-opened'")
                        .param(year.yearId())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).containsAnyOf("Đỗ Thị Mỹ Thảo", "Châu Thúy Nga", "Lê Ngọc Thủy"));
    }

    @Test
    @DisplayName(
            "S2-10 S2-11 S2-12: regulation and criteria by the leader, a pledge by every member; the criteria in force are the issued ones")
    void regulation() {
        assertThat(ofLeader(DutyType.REGULATION)).isNotEmpty();
        assertThat(ofLeader(DutyType.CRITERIA)).isNotEmpty();
        assertThat(parties(DutyType.PLEDGE)).isEqualTo(YearFixture.UNITS);
        assertThat(year.duties(DutyType.PLEDGE)).allMatch(d -> d.state() == Duty.State.ACCEPTED);
        assertThat(year.bean(YearStore.class).fact(year.yearId(), "criteria").orElseThrow())
                .containsEntry("source", "ISSUED");
    }

    @Test
    @DisplayName("S2-15: only who has not delivered is reminded, on working mornings at 08:00")
    void reminders() {
        List<JournalEntry> reminded = year.journal(JournalEvent.REMINDED);
        assertThat(reminded).isNotEmpty().allSatisfy(e -> {
            assertThat(e.at().atZone(vn.thidua.calendar.Vietnam.ZONE).toLocalTime())
                    .isEqualTo("08:00");
            assertThat(year.journal(JournalEvent.DELIVERED).stream()
                            .filter(d -> d.at().isBefore(e.at())
                                    && d.duty().equals(e.duty())
                                    && d.unit().equals(e.unit())
                                    && java.util.Objects.equals(
                                            d.detail().get("subject"),
                                            e.detail().get("subject"))
                                    && java.util.Objects.equals(
                                            d.detail().get("type"), e.detail().get("type")))
                            .toList())
                    .as("reminded of what was delivered: " + e)
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("S3-01: the year-end rests on pledges, scores and the authority's classification of every unit")
    void yearEnd() {
        assertThat(year.duties(DutyType.CLASSIFICATION)).hasSize(5).allMatch(Duty::received);
        assertThat(year.duties(DutyType.SELF_SCORE)).hasSize(5).allMatch(Duty::received);
        assertThat(year.duties(DutyType.APPRAISAL)).hasSize(8).allMatch(Duty::received);
    }

    @Test
    @DisplayName("S3-02 S3-03 S3-04: the leader prepares report, directions and plan of the conference")
    void report() {
        assertThat(ofLeader(DutyType.CONFERENCE_REPORT)).isNotEmpty();
        assertThat(year.journal(JournalEvent.DELIVERED, DutyCode.CONFERENCE, "VLG"))
                .anySatisfy(e -> assertThat(e.at()).isBefore(instant("2024-11-26T08:00")));
    }

    @Test
    @DisplayName("S3-06 S3-07: provincial leader and Council member are consulted, each for themselves")
    void consultation() {
        assertThat(parties(DutyType.OPINION)).containsExactlyInAnyOrder("LDPT", "HDTDKT");
        assertThat(year.duties(DutyType.OPINION)).allMatch(Duty::received);
        assertThat(year.duties(DutyType.AGREEMENT)).hasSize(1).allMatch(Duty::received);
    }

    @Test
    @DisplayName(
            "S3-09 S3-10 S3-11 S3-13 S3-16: nine items of the agenda, one after the other, next year's launch and pledges among them")
    void agenda() {
        assertThat(year.duties(DutyType.AGENDA_ITEM)).hasSize(9).allMatch(Duty::received);
        List<String> opened = year.journal(JournalEvent.DELIVERED, DutyCode.CONFERENCE, "VLG").stream()
                .map(e -> e.detail().get("subject"))
                .map(String::valueOf)
                .filter(s -> s.matches("[1-9]"))
                .toList();
        assertThat(opened).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(answers(DutyType.AGENDA_ITEM, "VLG", "8")).containsKeys("signedPledges", "nextLaunch");
    }

    @Test
    @DisplayName("S3-14: every nomination is voted on against all members, and what carries stays")
    void votes() {
        assertThat(year.journal(JournalEvent.VOTED))
                .hasSize(5)
                .allSatisfy(e -> assertThat(e.detail())
                        .containsEntry("held", true)
                        .containsEntry("carried", true)
                        .containsEntry("members", 5));
        assertThat(year.journal(JournalEvent.VOTED).toString()).doesNotContain("choice");
    }

    @Test
    @DisplayName("S3-18 S3-19 S3-20: guests by role, participants and others are invited by the leader")
    void guests() {
        assertThat(ofLeader(DutyType.CONFERENCE_INVITATION)).isNotEmpty();
        assertThat(ofLeader(DutyType.CONFERENCE_MINUTES)).containsKey("present");
    }

    @Test
    @DisplayName("S3-22: after the conference one package goes to the standing agency, accepted, before 10/12/2024")
    void postConference() {
        assertThat(all(JournalEvent.SENT, DutyCode.POST_CONFERENCE))
                .singleElement()
                .satisfies(e -> assertThat(e.at()).isBefore(instant("2024-12-10T00:00")));
        assertThat(year.duties(DutyType.POST_CONFERENCE)).allMatch(d -> d.state() == Duty.State.ACCEPTED);
        assertThat(year.duties(DutyType.RECOGNITION)).hasSize(1).allMatch(Duty::received);
    }

    @Test
    @DisplayName("No outcome stands on any duty")
    void noOutcome() {
        assertThat(year.duties(DutyType.UNIT_PLAN)).extracting(Duty::outcome).containsOnly((Outcome) null);
    }
}
