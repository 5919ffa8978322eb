package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.only;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.TooLate;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Starting, moving, correcting, repeating and cancelling, through the processes that staff uses: one year, told in order. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SteeringTest {
    private static final String LEADER = "vlg.chuyenvien";
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final String CLUSTER = "dieu-hanh";
    /** One person whom no other test's cluster knows. */
    private static final String CLERK = "dieu-hanh.vanthu";

    private static final String[] OWN = {"id: agg.vanthu", "id: " + CLERK};

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void theInvitationIsDue() {
        year = new YearFixture(context).start(CLUSTER, "2024-11-18T07:00", OWN);
        year.run("2024-11-20T10:00");
    }

    @AfterAll
    void end() {
        year.end();
    }

    // ---- the steering processes, as staff uses them

    private String begin(String process, String person, Map<String, Object> variables) {
        String[] id = new String[1];
        year.as(
                person,
                () -> id[0] = year.engine()
                        .getFormService()
                        .submitStartForm(
                                year.engine()
                                        .getRepositoryService()
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey(process)
                                        .latestVersion()
                                        .singleResult()
                                        .getId(),
                                variables)
                        .getId());
        return id[0];
    }

    private Task task(String process) {
        return year.taskService().createTaskQuery().processInstanceId(process).singleResult();
    }

    private void answer(String process, String person, Map<String, Object> answers) {
        year.submit(task(process).getId(), person, answers);
    }

    private boolean over(String process) {
        return year.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count()
                == 0;
    }

    private Map<String, Object> move(DutyCode code, String kind, String date, String time) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "year",
                year.yearId(),
                "milestone",
                code.code(),
                "newKind",
                kind,
                "newDate",
                date,
                "reason",
                "Bão số 9"));
        if (!time.isEmpty()) {
            answers.put("newTime", time);
        }
        return answers;
    }

    private static Map<String, Object> file(String plan) {
        return Map.of(
                "planFile",
                Variables.fileValue("ke-hoach.yaml")
                        .file(plan.getBytes(StandardCharsets.UTF_8))
                        .mimeType("application/yaml")
                        .create());
    }

    @Test
    @Order(1)
    @DisplayName(
            "S0-09: a deadline moved by leader and standing agency takes timer, due dates, duties, journal and mails along")
    void moved() {
        DutyKey list = year.key(DutyType.ATTENDEES, "AGG");
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.ATTENDEES, "BEFORE_INSTANT", "2024-11-21", "16:30"));
        assertThat(year.duty(list).deadlineAt()).as("not before the agreement").isEqualTo(instant("2024-11-21T15:00"));
        assertThat(task(process).getDueDate().toInstant())
                .as("the earlier of the old and the new instant")
                .isEqualTo(instant("2024-11-21T15:00"));
        assertThat(task(process).getName()).endsWith(DutyCode.ATTENDEES.title());
        assertThat(task(process).getDescription())
                .contains("trước 15:00 ngày 21/11/2024 (thứ Năm)", "chuyenvien@vlg.example");
        answer(process, AGENCY, Map.of("decision", "agree"));

        assertThat(over(process)).isTrue();
        assertThat(year.duty(list).deadlineAt()).isEqualTo(instant("2024-11-21T16:30"));
        assertThat(year.task(list, "submit").getDueDate().toInstant()).isEqualTo(instant("2024-11-21T16:30"));
        assertThat(year.task(list, "submit").getDescription()).contains("trước 16:30 ngày 21/11/2024 (thứ Năm)");
        assertThat(String.valueOf(
                        year.taskService().getVariable(year.task(list, "submit").getId(), "boundaryText")))
                .as("the open form too")
                .contains("trước 16:30 ngày 21/11/2024 (thứ Năm)");
        assertThat(year.timer("event_cutOffATTENDEES").getDuedate().toInstant()).isEqualTo(instant("2024-11-21T16:30"));
        assertThat(year.journal(JournalEvent.DEADLINE_MOVED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("askedBy", LEADER)
                        .containsEntry("agreedBy", AGENCY)
                        .containsEntry("reason", "Bão số 9"));
        assertThat(year.mails("deadline-moved", "chuyenvien@agg.example")).hasSize(1);
        assertThat(year.mails("deadline-moved", "chuyenvien@vlg.example")).hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName(
            "A move to the past goes back to the proposer with the reason, who can drop it; a refusal moves nothing")
    void notMoved() {
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.TECH_CONTACT, "BEFORE_INSTANT", "2024-11-19", "15:00"));
        assertThat(task(process).getTaskDefinitionKey()).isEqualTo("userTask_propose");
        assertThat(String.valueOf(year.taskService().getVariable(task(process).getId(), "background")))
                .contains("Chưa dời được");
        assertThat(task(process).getDueDate().toInstant())
                .as("a working day")
                .isEqualTo(year.now().plus(Duration.ofDays(1)));
        assertThat(String.valueOf(year.taskService().getVariable(task(process).getId(), "reason")))
                .as("what was written is there to be mended")
                .contains("Bão số 9");
        answer(process, LEADER, Map.of("abandon", true));
        assertThat(over(process)).isTrue();

        String second = begin("deadlineMove", LEADER, Map.of());
        answer(second, LEADER, move(DutyCode.TECH_CONTACT, "BEFORE_INSTANT", "2024-11-21", "17:00"));
        answer(second, AGENCY, Map.of("decision", "refuse", "reason", "Không cần thiết"));
        assertThat(over(second)).isTrue();
        assertThat(year.duty(year.key(DutyType.TECH_CONTACT, "AGG")).deadlineAt())
                .isEqualTo(instant("2024-11-21T15:00"));
    }

    @Test
    @Order(3)
    @DisplayName("Only the leader asks and only the standing agency agrees")
    void whoMay() {
        assertThatThrownBy(() -> {
                    String process = begin("deadlineMove", "agg.chuyenvien", Map.of());
                    answer(
                            process,
                            "agg.chuyenvien",
                            move(DutyCode.TECH_CONTACT, "BEFORE_INSTANT", "2024-11-21", "17:00"));
                })
                .isNotNull();
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.TECH_CONTACT, "BEFORE_INSTANT", "2024-11-21", "17:00"));
        assertThatThrownBy(() -> answer(process, LEADER, Map.of("decision", "agree")))
                .isNotNull();

        year.at("2024-11-21T15:00");
        assertThatThrownBy(() -> answer(process, AGENCY, Map.of("decision", "agree")))
                .hasRootCauseInstanceOf(TooLate.class)
                .rootCause()
                .hasMessageContaining("không có hiệu lực");
        assertThat(task(process)).as("the task is as it was").isNotNull();
        answer(process, AGENCY, Map.of("decision", "refuse", "reason", "Quá muộn"));
        year.settle();
        assertThat(year.duty(year.key(DutyType.TECH_CONTACT, "AGG")).outcome()).isEqualTo(Outcome.NO_LIST);
        assertThat(year.duty(year.key(DutyType.ATTENDEES, "AGG")).outcome())
                .as("moved")
                .isNull();
    }

    @Test
    @Order(4)
    @DisplayName("S0-05: a postponed meeting opens at its new instant and not before; what opens after it moves too")
    void postponed() {
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.SCORING_MEETING, "AT", "2024-11-22", "15:00"));
        answer(process, AGENCY, Map.of("decision", "agree"));
        assertThat(year.journal(JournalEvent.MEETING_MOVED)).hasSize(1);
        assertThat(year.mails("meeting-moved", "chuyenvien@agg.example")).hasSize(1);

        year.run("2024-11-22T14:30");
        assertThat(year.duties(DutyType.MEETING_RESULT)).isEmpty();
        year.run("2024-11-22T15:00");
        assertThat(year.duties(DutyType.MEETING_RESULT)).hasSize(5);
    }

    @Test
    @Order(5)
    @DisplayName("A meeting that nobody closes ends at its planned end: minutes are overdue, nominations open then")
    void plannedEnd() {
        year.run("2024-11-22T17:59");
        assertThat(year.duties(DutyType.NOMINATION)).isEmpty();
        year.run("2024-11-22T18:00");
        assertThat(year.duties(DutyType.MEETING_MINUTES))
                .singleElement()
                .satisfies(d -> assertThat(d.outcome()).isEqualTo(Outcome.OVERDUE));
        assertThat(year.duties(DutyType.NOMINATION)).hasSize(5);
        assertThat(year.journal(JournalEvent.LAPSED).stream()
                        .filter(e -> "scoring-meeting".equals(e.duty()))
                        .toList())
                .as("no unit is punished for it")
                .isEmpty();
    }

    @Test
    @Order(6)
    @DisplayName("S0-07: a meeting is repeated before the freeze; its results are new duties beside the old")
    void repeated() {
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.SCORING_MEETING, "AT", "2024-11-25", "08:00"));
        answer(process, AGENCY, Map.of("decision", "agree"));
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-25T08:00");
        assertThat(year.duties(DutyType.MEETING_RESULT)).hasSize(10);
        assertThat(year.duties(DutyType.MEETING_RESULT).stream()
                        .filter(d -> d.key().subject().endsWith("~2"))
                        .toList())
                .hasSize(5)
                .allMatch(Duty::received);
    }

    @Test
    @Order(7)
    @DisplayName("Dates that would fall out of order are listed and moved along, together, by as many days")
    void dependents() {
        Milestones milestones = year.bean(Milestones.class);
        Instant freeze = milestones.get(year.yearId(), DutyCode.FREEZE).limit();
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.SUPPLEMENT, "BEFORE_INSTANT", "2024-11-26", "13:00"));
        assertThat(task(process).getTaskDefinitionKey()).isEqualTo("userTask_agree");
        assertThat(String.valueOf(year.taskService().getVariable(task(process).getId(), "background")))
                .containsIgnoringCase(DutyCode.FREEZE.title());
        answer(process, AGENCY, Map.of("decision", "agree"));

        assertThat(milestones.get(year.yearId(), DutyCode.SUPPLEMENT).limit()).isEqualTo(instant("2024-11-26T13:00"));
        assertThat(milestones.get(year.yearId(), DutyCode.FREEZE).limit()).isEqualTo(freeze.plus(Duration.ofDays(1)));
        assertThat(year.journal(JournalEvent.DEADLINE_MOVED))
                .anySatisfy(e -> assertThat(e.duty()).isEqualTo("freeze"));
    }

    @Test
    @Order(8)
    @DisplayName(
            "S3-21: a conference is repeated, within its latest date; late minutes of the first do not end the second")
    void conferenceRepeated() {
        year.run("2024-11-27T17:00");
        assertThat(year.duties(DutyType.AGENDA_ITEM)).isNotEmpty();
        String process = begin("deadlineMove", LEADER, Map.of());
        answer(process, LEADER, move(DutyCode.CONFERENCE, "AT", "2024-11-28", "08:00"));
        answer(process, AGENCY, Map.of("decision", "agree"));
        year.run(only(DutyCode.CONFERENCE), "2024-11-28T08:00");
        assertThat(year.duties(DutyType.AGENDA_ITEM).stream()
                        .filter(d -> d.key().subject().endsWith("~2"))
                        .toList())
                .hasSize(9)
                .allMatch(Duty::received);
        assertThat(year.duties(DutyType.NEXT_LEADERS)).hasSize(2);
        assertThat(year.bean(Milestones.class)
                        .get(year.yearId(), DutyCode.CONFERENCE)
                        .endedAt())
                .isEqualTo(instant("2024-11-28T08:00"));
    }

    @Test
    @Order(9)
    @DisplayName(
            "S0-27 S1-11: people and contacts are corrected by the plan uploaded anew; the difference is shown and confirmed")
    void amended() {
        String corrected = plan("email: vanthu@agg.example", "email: thidua@agg.example");
        String dropped = begin("yearAmend", AGENCY, file(corrected));
        answer(dropped, AGENCY, Map.of("decision", "cancel"));
        assertThat(over(dropped)).isTrue();
        assertThat(email()).isEqualTo("vanthu@agg.example");

        String applied = begin("yearAmend", AGENCY, file(corrected));
        answer(applied, AGENCY, Map.of("decision", "apply"));
        assertThat(over(applied)).isTrue();
        assertThat(email()).isEqualTo("thidua@agg.example");

        assertThatThrownBy(() -> begin(
                        "yearAmend",
                        AGENCY,
                        file(plan("deadline: { before: 2024-12-10 }", "deadline: { before: 2024-12-11 }"))))
                .hasRootCauseInstanceOf(DutyRefused.class);
    }

    private static String plan(String... replacements) {
        return YearFixture.plan(
                CLUSTER, Stream.of(OWN, replacements).flatMap(Stream::of).toArray(String[]::new));
    }

    private String email() {
        return year.bean(YearStore.class)
                .plan(year.yearId())
                .person(CLERK)
                .orElseThrow()
                .email();
    }

    @Test
    @Order(9)
    @DisplayName("nobody takes over an account of another cluster by naming it with an address of their own")
    void accountsOfOthers() {
        String stolen = YearFixture.plan("ke-gian", "email: vanthu@agg.example", "email: ke-gian@xa.example")
                .replace("id: agg.vanthu", "id: " + CLERK);
        String before = account(CLERK);

        String shown = begin("yearStart", AGENCY, file(stolen));
        assertThat(String.valueOf(year.taskService().getVariable(task(shown).getId(), "background")))
                .contains("Tài khoản «" + CLERK + "» đã có")
                .contains("không khởi động được");
        assertThatThrownBy(() -> answer(shown, AGENCY, Map.of("decision", "start")))
                .hasRootCauseInstanceOf(DutyRefused.class);
        answer(shown, AGENCY, Map.of("decision", "cancel"));

        String admin = plan("id: agg.giamdoc,", "id: admin,");
        assertThatThrownBy(() -> begin("yearAmend", AGENCY, file(admin))).hasRootCauseInstanceOf(DutyRefused.class);
        assertThat(account(CLERK)).isEqualTo(before);
    }

    private String account(String id) {
        return year.engine()
                .getIdentityService()
                .createUserQuery()
                .userId(id)
                .singleResult()
                .getEmail();
    }

    @Test
    @Order(10)
    @DisplayName(
            "S0-01 S0-31 S1-09 S1-16 S2-01: a year is started from an uploaded plan after its check is shown; one with errors is not")
    void started() {
        String other = "dieu-hanh-khac";
        String withNewcomer = YearFixture.plan(other, "id: agg.vanthu", "id: agg.nguoi-moi");
        String declined = begin("yearStart", AGENCY, file(withNewcomer));
        Object shown = year.taskService().getVariable(task(declined).getId(), "background");
        assertThat(String.valueOf(shown)).contains("7020/BNV-VP").contains("Có thể khởi động");
        assertThat(task(declined).getDueDate()).isNotNull();
        assertThat(task(declined).getDescription()).contains("Liên hệ: ");
        answer(declined, AGENCY, Map.of("decision", "cancel"));
        assertThat(over(declined)).isTrue();
        assertThat(year.bean(YearStore.class).find(other + "-2024")).isEmpty();

        String broken = begin(
                "yearStart",
                AGENCY,
                file(YearFixture.plan(other, "deadline: { before: 2024-02-06 }", "deadline: { before: 2023-02-06 }")));
        assertThatThrownBy(() -> answer(broken, AGENCY, Map.of("decision", "start")))
                .hasRootCauseInstanceOf(DutyRefused.class);
        answer(broken, AGENCY, Map.of("decision", "cancel"));

        String begun = begin("yearStart", AGENCY, file(withNewcomer));
        answer(begun, AGENCY, Map.of("decision", "start"));
        assertThat(over(begun)).isTrue();
        assertThat(year.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .memberOfGroup(other + "-2024.AGG.RECORDS_CLERK")
                        .singleResult()
                        .getId())
                .isEqualTo("agg.nguoi-moi");
        assertThat(year.bean(JdbcClient.class)
                        .sql("SELECT recipient FROM mail_outbox WHERE year_id = ? AND template = 'password-link'")
                        .param(other + "-2024")
                        .query(String.class)
                        .list())
                .containsExactly("vanthu@agg.example");
        assertThat(year.bean(YearStore.class).get(other + "-2024").running()).isTrue();
        assertThat(year.bean(YearStore.class).get(year.yearId()).running())
                .as("the other year is untouched")
                .isTrue();
        assertThatThrownBy(() -> begin("yearStart", "agg.chuyenvien", file(YearFixture.plan("cua-toi"))))
                .isNotNull();
        year.bean(ClusterYears.class).cancel(other + "-2024", "admin", "hết phép thử");
    }

    @Test
    @Order(11)
    @DisplayName("A year started by mistake is cancelled with a reason: every task ends, everything stays readable")
    void cancelled() {
        String dropped = begin("yearCancel", AGENCY, Map.of());
        answer(dropped, AGENCY, Map.of("abandon", true));
        assertThat(over(dropped)).isTrue();
        assertThat(year.bean(YearStore.class).get(year.yearId()).running()).isTrue();

        String process = begin("yearCancel", AGENCY, Map.of());
        answer(
                process,
                AGENCY,
                Map.of("year", year.yearId(), "reason", "Khởi động nhầm kế hoạch cũ", "understood", true));
        assertThat(over(process)).isTrue();
        assertThat(year.bean(YearStore.class).get(year.yearId()).status()).isEqualTo(ClusterYear.Status.CANCELLED);
        assertThat(year.taskService()
                        .createTaskQuery()
                        .tenantIdIn(year.yearId())
                        .count())
                .isZero();
        assertThat(year.management().createJobQuery().tenantIdIn(year.yearId()).count())
                .isZero();
        assertThat(year.journal(JournalEvent.CANCELLED)).hasSize(1);
        assertThat(year.duties(DutyType.MEETING_RESULT)).isNotEmpty();
        assertThat(List.of(
                        year.mails("year-cancelled", "chuyenvien@bte.example").size()))
                .containsExactly(1);
    }
}
