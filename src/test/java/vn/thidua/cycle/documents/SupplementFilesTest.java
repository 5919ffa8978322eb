package vn.thidua.cycle.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.SILENT;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.plus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
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
import vn.thidua.FileFixture;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.receiving.UploadEnding;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.rehearsal.Script;

/**
 * Supplements line by line, before 13:00 of 25/11/2024, three marked lines of every unit; and a deadline that is moved. One year, told
 * in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupplementFilesTest {
    private static final List<String> LINES = List.of("1.1", "1.2", "1.3");

    @Autowired
    ApplicationContext context;

    YearFixture year;
    FileFixture files;

    @BeforeAll
    void theInvitationIsOut() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        year = new YearFixture(context).start("tep-bo-sung", "2024-11-20T07:30");
        year.run("2024-11-20T10:00");
        files = new FileFixture(context, year);
    }

    @AfterAll
    void end() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year.end();
    }

    private DutyKey supplement(String unit) {
        return year.key(DutyType.SUPPLEMENT, unit);
    }

    private byte[] paper(String unit) {
        return files.signed(unit, "2024-11-10T09:00");
    }

    private void decline(String unit, String... lines) {
        for (String line : lines) {
            files.submissions().decline(files.id(supplement(unit)), line, true, officer(unit));
        }
    }

    private Submission cited(String unit, String line) {
        return files.cite(files.handIn(supplement(unit), line, paper(unit)), "2024-11-10");
    }

    private void answer(String process, String person, Map<String, Object> answers) {
        Task task =
                year.taskService().createTaskQuery().processInstanceId(process).singleResult();
        year.submit(task.getId(), person, answers);
    }

    @Test
    @Order(1)
    @DisplayName(
            "Given a deadline moved later, then a file between the old and the new instant is in time and delivers at the new one")
    void aMovedDeadline() {
        DutyKey list = year.key(DutyType.ATTENDEES, "AGG");
        String[] process = new String[1];
        year.as(
                officer("VLG"),
                () -> process[0] = year.engine()
                        .getRuntimeService()
                        .createProcessInstanceByKey("deadlineMove")
                        .processDefinitionWithoutTenantId()
                        .execute()
                        .getId());
        answer(
                process[0],
                officer("VLG"),
                new HashMap<>(Map.of(
                        "year", year.yearId(),
                        "milestone", DutyCode.ATTENDEES.code(),
                        "newKind", "BEFORE_INSTANT",
                        "newDate", "2024-11-21",
                        "newTime", "16:30",
                        "reason", "Bão số 9")));
        answer(process[0], "vtdkt.thuongtruc", Map.of("decision", "agree"));
        assertThat(year.duty(list).deadlineAt()).isEqualTo(instant("2024-11-21T16:30"));

        year.run("2024-11-21T15:30");
        Submission file = files.handIn(list, "list", files.unsigned("AGG", "2024-11-20T09:00"));
        assertThat(file.inTime()).isTrue();
        assertThat(file.measuredAgainst()).isEqualTo(instant("2024-11-21T16:30"));
        assertThat(year.duty(list).state()).isEqualTo(Duty.State.OPEN);
        year.run("2024-11-21T16:30");
        assertThat(year.duty(list).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.stages(list)).containsExactly("findings");
        assertThat(year.duty(year.key(DutyType.ATTENDEES, "BTE")).outcome()).isEqualTo(Outcome.NO_LIST);
    }

    @Test
    @Order(2)
    @DisplayName(
            "Given three marked lines, when Complete is pressed, then every line needs a cited file or “không bổ sung”")
    void completeIsRefused() {
        Script meeting = plus(
                SILENT,
                new Script.Step(
                        null, false, DutyCode.SCORING_MEETING, false, false, null, Map.of("supplementable", LINES)));
        year.run(meeting, "2024-11-22T17:00");
        assertThat(context.getBean(DutyRoster.class).markedLines(year.yearId(), "VLG"))
                .isEqualTo(LINES);
        year.run("2024-11-25T09:00");
        Submission file = files.handIn(supplement("VLG"), "1.1", paper("VLG"));
        decline("VLG", "1.2");
        assertThatThrownBy(() -> decline("VLG", "1.1")).isInstanceOf(DutyRefused.class);
        refused(
                "Chưa xác nhận ngày ban hành của tệp «Báo cáo số 1.pdf» ở «1.1.",
                "«1.3.",
                "cũng chưa chọn «không bổ sung»");
        decline("VLG", "1.3");
        refused("Chưa xác nhận ngày ban hành");
        files.submissions().cite(file.id(), officer("VLG"), "1/BC", null, null);
        refused("Chưa xác nhận ngày ban hành");
        files.cite(file, "2024-11-10");
        year.complete(supplement("VLG"), "submit", officer("VLG"));
        assertThat(year.duty(supplement("VLG")).state()).isEqualTo(Duty.State.DELIVERED);
    }

    private void refused(String... words) {
        Task task = year.task(supplement("VLG"), "submit");
        assertThatThrownBy(() -> year.submit(task.getId(), officer("VLG"), year.answers(supplement("VLG"), "submit")))
                .rootCause()
                .isInstanceOf(DutyRefused.class)
                .message()
                .contains(words);
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given lines with a file, with “không bổ sung” and with nothing, then one lapse names exactly the silent lines")
    void theCutOff() {
        Submission kept = cited("AGG", "1.1");
        decline("AGG", "1.2");
        decline("BTE", "1.1", "1.2", "1.3");
        decline("KGG", "1.2", "1.3");
        Submission replaced = cited("KGG", "1.1");
        Submission taken =
                files.handIn(supplement("KGG"), "1.1", files.signed("KGG", "2024-11-09T09:00"), replaced.id());
        files.submissions().withdraw(taken.id(), officer("KGG"), "Nhầm");
        decline("CTO", "1.1", "1.2", "1.3");
        year.at("2024-11-25T12:59:59.999999");
        files.receivedAndNotEnded(supplement("CTO"), "1.1", paper("CTO"));

        year.run("2024-11-25T13:00");

        assertThat(lapse("AGG")).containsEntry("outcome", "NO_EVIDENCE").containsEntry("lines", List.of("1.3"));
        assertThat(files.now(kept).current()).as("what was received stays").isTrue();
        assertThat(lapse("KGG"))
                .as("a version replaced by one taken back does not stand")
                .containsEntry("lines", List.of("1.1"));
        assertThat(year.duty(supplement("BTE")).state()).isEqualTo(Duty.State.DECLINED);
        assertThat(year.duty(supplement("BTE")).outcome()).isNull();
        assertThat(year.journal(JournalEvent.DECLINED, DutyCode.SUPPLEMENT, "BTE").stream()
                        .filter(e -> Boolean.TRUE.equals(e.detail().get("byFiles"))))
                .hasSize(1);
        assertThat(year.duty(supplement("CTO")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.duty(supplement("CTO")).outcome()).isNull();
        assertThat(year.receipts(supplement("CTO")))
                .singleElement()
                .satisfies(
                        receipt -> assertThat(receipt.receivedAt()).isEqualTo(instant("2024-11-25T12:59:59.999999")));
        assertThat(year.journal(JournalEvent.LAPSED).stream().filter(e -> "supplement".equals(e.duty())))
                .hasSize(2);
    }

    private Map<String, Object> lapse(String unit) {
        return year.journal(JournalEvent.LAPSED, DutyCode.SUPPLEMENT, unit)
                .get(0)
                .detail();
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given the cut-off is over, when what came in time is ended, then it counts; nothing said in time can be changed")
    void afterTheCutOff() {
        year.at("2024-11-25T13:30");
        context.getBean(UploadEnding.class).endLeftOver();
        assertThat(files.of(supplement("CTO"))).singleElement().satisfies(file -> {
            assertThat(file.inTime()).isTrue();
            assertThat(file.receivedAt()).isEqualTo(instant("2024-11-25T12:59:59.999999"));
        });
        Submission kept = files.of(supplement("AGG")).get(0);
        assertThatThrownBy(() -> files.submissions().withdraw(kept.id(), officer("AGG"), "x"))
                .isInstanceOf(TooLate.class);
        assertThatThrownBy(() -> files.cite(kept, "2024-11-09")).isInstanceOf(TooLate.class);
        assertThatThrownBy(() -> decline("AGG", "1.3")).isInstanceOf(TooLate.class);

        Submission late = files.handIn(supplement("BTE"), "1.1", paper("BTE"));
        assertThat(late.inTime()).isFalse();
        assertThat(files.submissions().declined(files.id(supplement("BTE"))))
                .as("a late file does not take back what was answered in time")
                .containsExactlyInAnyOrder("1.1", "1.2", "1.3");
        Submission another = files.handIn(supplement("AGG"), "1.1", files.signed("AGG", "2024-11-09T09:00"), kept.id());
        assertThat(another.inTime()).isFalse();
        assertThat(files.now(kept).current())
                .as("nor take the place of what came in time")
                .isTrue();
    }
}
