package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;

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
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.duty.TooLate;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;

/**
 * Handing in, taking back, returning and mending, on the units' plans: received before 00:00 of Tuesday 06/02/2024. One year,
 * told in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandInTest {
    private static final String AGENCY = "vtdkt.thuongtruc";

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void theLaunchIsOver() {
        year = new YearFixture(context).start("nop-rut", "2024-01-29T07:30");
        year.run("2024-01-29T08:00");
    }

    @AfterAll
    void end() {
        year.end();
    }

    private DutyKey plan(String unit) {
        return year.key(DutyType.UNIT_PLAN, unit);
    }

    @Test
    @Order(1)
    @DisplayName(
            "S2-02 S1-24: every unit gets its task, with due date, description, contact and form; the launch plan is overdue")
    void tasks() {
        assertThat(year.duties(DutyType.UNIT_PLAN)).hasSize(5);
        Task task = year.task(plan("AGG"), "submit");
        assertThat(task.getDueDate().toInstant()).isEqualTo(instant("2024-02-06T00:00"));
        assertThat(task.getDescription()).contains("06/02/2024");
        assertThat(task.getTenantId()).isEqualTo(year.yearId());
        assertThat(task.getFormKey()).startsWith("camunda-forms:deployment:").endsWith("unit-plan.form");
        assertThat(year.engine().getFormService().getDeployedTaskForm(task.getId()))
                .isNotEmpty();
        assertThat(year.duties(DutyType.LAUNCH_PLAN)).singleElement().satisfies(d -> {
            assertThat(d.outcome()).isEqualTo(Outcome.OVERDUE);
            assertThat(d.state()).isEqualTo(Duty.State.OPEN);
        });
    }

    @Test
    @Order(2)
    @DisplayName(
            "A form with missing, oversized or forged values gets a Vietnamese message and leaves the task as it was")
    void forgedForms() {
        year.at("2024-01-31T09:00");
        String task = year.task(plan("AGG"), "submit").getId();
        Map<String, Object> good = year.answers(plan("AGG"), "submit");
        refused(task, Map.of(), "");
        refused(task, with(good, "summary", "x".repeat(4001)), "4000");
        refused(task, with(good, "docNumber", List.of("12/KH-SNV")), "");
        refused(task, with(good, "docDate", "hôm qua"), "");
        refused(task, with(good, "participants", -1), "");
        assertThat(year.stages(plan("AGG"))).containsExactly("submit");
        assertThat(year.receipts(plan("AGG"))).isEmpty();
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.OPEN);
    }

    private void refused(String task, Map<String, Object> answers, String words) {
        assertThatThrownBy(() -> year.submit(task, officer("AGG"), answers))
                .hasRootCauseInstanceOf(DutyRefused.class)
                .rootCause()
                .hasMessageContaining(words)
                .hasMessageMatching("(?s).*[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũ].*");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String name, Object value) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(name, value);
        return all;
    }

    @Test
    @Order(3)
    @DisplayName(
            "Nobody completes a unit's task but the unit: not another unit, not the leader, not the administrator, not nobody")
    void nobodyElse() {
        String task = year.task(plan("AGG"), "submit").getId();
        Map<String, Object> good = year.answers(plan("AGG"), "submit");
        for (String stranger : List.of(officer("BTE"), officer("VLG"), "admin", "agg.vanthu", AGENCY)) {
            assertThatThrownBy(() -> year.submit(task, stranger, good))
                    .as(stranger)
                    .isNotNull();
        }
        assertThatThrownBy(() -> year.engine().getFormService().submitTaskForm(task, good))
                .hasRootCauseInstanceOf(DutyRefused.class);
        assertThat(year.receipts(plan("AGG"))).isEmpty();
    }

    @Test
    @Order(4)
    @DisplayName("Variables nobody asked for are ignored, whatever they are called")
    void unknownVariables() {
        Map<String, Object> forged = new HashMap<>(year.answers(plan("AGG"), "submit"));
        forged.putAll(Map.of(
                "unit",
                "BTE",
                "duty",
                "x/UNIT_PLAN/BTE",
                "clusterYear",
                "khac-2024",
                "starter",
                "admin",
                "nomination",
                "VLG-1"));
        year.submit(year.task(plan("AGG"), "submit").getId(), officer("AGG"), forged);
        year.settle();
        Receipt receipt = year.receipts(plan("AGG")).get(0);
        assertThat(receipt.answers()).doesNotContainKeys("unit", "duty", "clusterYear", "starter", "nomination");
        assertThat(year.receipts(plan("BTE"))).isEmpty();
        String process = year.tasks(plan("AGG")).get(0).getProcessInstanceId();
        assertThat(year.runtime().getVariables(process)).doesNotContainKeys("unit", "duty", "clusterYear", "starter");
        assertThat(year.stages(plan("AGG"))).containsExactlyInAnyOrder("review", "withdraw");
    }

    @Test
    @Order(5)
    @DisplayName("S1-18: the standing agency returns a plan with a reason; with time left the unit hands in anew")
    void returned() {
        year.at("2024-02-01T09:00");
        year.complete(plan("AGG"), "review", AGENCY, Map.of("decision", "return", "reason", "Thiếu chỉ tiêu"));
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.OPEN);
        assertThat(year.duty(plan("AGG")).mendUntil()).isNull();
        assertThat(year.mails("returned", "chuyenvien@agg.example")).hasSize(1);
        assertThat(year.journal(JournalEvent.RETURNED, DutyCode.UNIT_PLAN, "AGG"))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("reason", "Thiếu chỉ tiêu"));

        year.complete(plan("AGG"), "submit", officer("AGG"));
        assertThat(year.receipts(plan("AGG")))
                .hasSize(2)
                .extracting(Receipt::settled)
                .containsExactly("RETURNED", null);
    }

    @Test
    @Order(6)
    @DisplayName("Before the deadline a unit withdraws and hands in anew: every receipt stays, the last one counts")
    void withdrawn() {
        year.at("2024-02-02T09:00");
        year.complete(plan("AGG"), "withdraw", officer("AGG"));
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.OPEN);
        year.complete(plan("AGG"), "submit", officer("AGG"));
        year.complete(plan("AGG"), "review", AGENCY);
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.ACCEPTED);
        assertThat(year.receipts(plan("AGG")))
                .extracting(Receipt::settled)
                .containsExactly("RETURNED", "WITHDRAWN", "ACCEPTED");
    }

    @Test
    @Order(7)
    @DisplayName(
            "What is withdrawn and not handed in anew is missing; a return on the last day gives time until the same hour of the next")
    void withdrawnForGoodAndMending() {
        year.at("2024-02-05T15:00");
        for (String unit : List.of("BTE", "CTO", "KGG")) {
            year.complete(plan(unit), "submit", officer(unit));
        }
        year.complete(plan("KGG"), "withdraw", officer("KGG"));
        year.at("2024-02-05T16:30");
        for (String unit : List.of("BTE", "CTO")) {
            year.complete(plan(unit), "review", AGENCY, Map.of("decision", "return", "reason", "Chưa ký"));
            assertThat(year.duty(plan(unit)).mendUntil()).isEqualTo(instant("2024-02-06T16:30"));
            assertThat(year.task(plan(unit), "mend").getDueDate().toInstant()).isEqualTo(instant("2024-02-06T16:30"));
        }
    }

    @Test
    @Order(8)
    @DisplayName("S2-03: at the deadline only who is silent is late; who mends is not")
    void theDeadline() {
        year.run("2024-02-06T00:00");
        assertThat(year.duty(plan("KGG")).outcome()).isEqualTo(Outcome.LATE);
        assertThat(year.duty(plan("VLG")).outcome()).isEqualTo(Outcome.LATE);
        for (String unit : List.of("AGG", "BTE", "CTO")) {
            assertThat(year.duty(plan(unit)).outcome()).as(unit).isNull();
        }
        assertThat(year.stages(plan("KGG"))).as("the task stays open, marked").containsExactly("submit");
        assertThat(year.stages(plan("BTE"))).containsExactly("mend");
        assertThat(year.stages(plan("AGG"))).isEmpty();
    }

    @Test
    @Order(9)
    @DisplayName("Mended before the same hour of the next working day counts as in time; not mended is late")
    void mended() {
        year.at("2024-02-06T16:29:59.999999");
        year.complete(plan("BTE"), "mend", officer("BTE"));
        assertThat(year.receipts(plan("BTE")))
                .last()
                .satisfies(r -> assertThat(r.inTime()).isTrue());
        assertThat(year.duty(plan("BTE")).outcome()).isNull();

        year.run("2024-02-06T16:30");
        assertThat(year.duty(plan("CTO")).outcome()).isEqualTo(Outcome.LATE);
        assertThat(year.passed(plan("CTO"))).contains("gateway_staysOpen").doesNotContain("event_notMended");
        assertThat(year.stages(plan("CTO")))
                .as("what is late stays open, marked")
                .containsExactly("submit");
        assertThat(year.passed(plan("BTE"))).contains("userTask_findings");
        assertThatThrownBy(() -> year.bean(vn.thidua.duty.DutyService.class).giveBack(plan("BTE"), AGENCY, "vẫn thiếu"))
                .isInstanceOf(TooLate.class);
    }

    @Test
    @Order(10)
    @DisplayName("S2-03: a late plan is taken until the self-score deadline, marked late, and findings are recorded")
    void late() {
        year.at("2024-02-07T09:00");
        year.complete(plan("KGG"), "submit", officer("KGG"));
        assertThat(year.journal(JournalEvent.DELIVERED_LATE, DutyCode.UNIT_PLAN, "KGG"))
                .hasSize(1);
        assertThat(year.duty(plan("KGG")).outcome()).isEqualTo(Outcome.LATE);
        year.complete(plan("KGG"), "findings", AGENCY);
        assertThat(year.duty(plan("KGG")).state()).isEqualTo(Duty.State.ACCEPTED);
    }

    @Test
    @Order(11)
    @DisplayName("At the self-score deadline the late plans are closed")
    void closedLate() {
        year.at("2024-11-16T00:00");
        year.settle();
        assertThat(year.duty(plan("VLG")).state()).isEqualTo(Duty.State.CLOSED);
        assertThat(year.tasks(plan("VLG"))).isEmpty();
        assertThat(year.duty(plan("KGG")).state()).isEqualTo(Duty.State.ACCEPTED);
        assertThatThrownBy(() -> year.bean(vn.thidua.duty.DutyService.class)
                        .deliver(plan("VLG"), officer("VLG"), false, Map.of()))
                .isInstanceOf(TooLate.class);
    }
}
