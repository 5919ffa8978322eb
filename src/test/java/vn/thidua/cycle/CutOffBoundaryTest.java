package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.TooEarly;
import vn.thidua.duty.TooLate;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.year.YearStore;

/**
 * The hour of a cut-off: supplements are received before 13:00 of 25/11/2024. One year, told in the order of its hour.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutOffBoundaryTest {
    private static final String NOON = "2024-11-25T12:30";
    private static final String LAST_MICROSECOND = "2024-11-25T12:59:59.999999";
    private static final String ONE_O_CLOCK = "2024-11-25T13:00";

    @Autowired
    ApplicationContext context;

    @Autowired
    DutyService service;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    PlatformTransactionManager transactions;

    YearFixture year;

    @BeforeAll
    void theMeetingHasMarkedALineOfEveryUnit() {
        year = new YearFixture(context).start("moc-gio", "2024-11-22T13:50");
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T17:00");
        year.run(NOON);
    }

    @AfterAll
    void end() {
        year.end();
    }

    private DutyKey supplement(String unit) {
        return year.key(DutyType.SUPPLEMENT, unit);
    }

    private void deliver(String unit) {
        service.deliver(supplement(unit), officer(unit), false, Map.of());
    }

    @Test
    @Order(1)
    @DisplayName("S0-07 S0-13: after the meeting every unit with a marked line may send a supplement before 13:00")
    void supplementsAreOpen() {
        assertThat(year.duties(DutyType.SUPPLEMENT))
                .hasSize(5)
                .allSatisfy(d -> assertThat(d.deadlineAt()).isEqualTo(instant(ONE_O_CLOCK)));
    }

    @Test
    @Order(2)
    @DisplayName("A node's clock an hour ahead: the cut-off is sent back to its hour and keeps its retries")
    void aNodeAnHourAhead() {
        Job job = year.timer("event_cutOffSUPPLEMENT");
        ClockUtil.setCurrentTime(Date.from(instant(NOON).plus(Duration.ofHours(1))));
        assertThat(year.management()
                        .createJobQuery()
                        .jobId(job.getId())
                        .executable()
                        .count())
                .as("the node believes it due")
                .isEqualTo(1);

        for (int i = 0; i < 4; i++) {
            asJobExecutor(job);
        }

        Job after = year.timer("event_cutOffSUPPLEMENT");
        assertThat(after.getRetries()).isEqualTo(job.getRetries());
        assertThat(after.getDuedate().toInstant()).isEqualTo(instant(ONE_O_CLOCK));
        assertThat(year.duties(DutyType.SUPPLEMENT))
                .allSatisfy(d -> assertThat(d.state()).isEqualTo(Duty.State.OPEN));
        assertThat(year.stages(supplement("AGG"))).containsExactly("submit");
        year.at(NOON);
    }

    /** As the job executor runs a job, its way of dealing with failures included. */
    private void asJobExecutor(Job job) {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) year.engine().getProcessEngineConfiguration();
        try {
            ExecuteJobHelper.executeJob(job.getId(), engine.getCommandExecutorTxRequired());
        } catch (RuntimeException expected) {
            assertThat(expected).isInstanceOf(TooEarly.class);
        }
    }

    @Test
    @Order(3)
    @DisplayName(
            "Nobody brings a date forward by executing its timer by hand: neither who may not, nor an administrator")
    void timersExecutedByHand() {
        for (String event : List.of("event_close", "event_conference", "event_opensPostConference")) {
            Job job = year.timer(event);
            year.as(
                    officer("AGG"),
                    () -> assertThatThrownBy(() -> year.management().executeJob(job.getId()))
                            .isInstanceOf(AuthorizationException.class));
            assertUntouched(job, event);

            assertThatThrownBy(() -> year.management().executeJob(job.getId())).isInstanceOf(TooEarly.class);
            assertUntouched(job, event);

            year.management().setJobDuedate(job.getId(), Date.from(instant(NOON)));
            assertThatThrownBy(() -> year.management().executeJob(job.getId())).isInstanceOf(TooEarly.class);
            assertUntouched(job, event);
        }
        assertThat(year.bean(YearStore.class).get(year.yearId()).running()).isTrue();
    }

    private void assertUntouched(Job before, String event) {
        Job after = year.timer(event);
        assertThat(after.getDuedate()).isEqualTo(before.getDuedate());
        assertThat(after.getRetries()).isEqualTo(before.getRetries());
    }

    @Test
    @Order(3)
    void theCutOffItselfRefusesToBeEarly() {
        year.at(LAST_MICROSECOND);
        assertThatThrownBy(() -> cutOffs.act(year.yearId(), DutyType.SUPPLEMENT))
                .isInstanceOf(TooEarly.class);
        year.at(NOON);
    }

    @Test
    @Order(4)
    @DisplayName("S0-13: 12:59:59.999999 is in, through the form")
    void theLastMicrosecondIsIn() {
        year.at(LAST_MICROSECOND);
        year.complete(supplement("AGG"), "submit", officer("AGG"));

        assertThat(year.duty(supplement("AGG")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.receipts(supplement("AGG"))).singleElement().satisfies(r -> {
            assertThat(r.inTime()).isTrue();
            assertThat(r.receivedAt()).isEqualTo(instant(LAST_MICROSECOND));
        });
        assertThat(year.stages(supplement("AGG"))).containsExactlyInAnyOrder("review", "withdraw");
    }

    @Test
    @Order(5)
    @DisplayName("Two units that complete in the same millisecond both succeed")
    void sameMillisecond() throws Exception {
        year.at("2024-11-25T12:59:59.998");
        List<DutyKey> keys = List.of(supplement("KGG"), supplement("VLG"));
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<?>> done = keys.stream()
                .<Future<?>>map(key -> {
                    String task = year.task(key, "submit").getId();
                    Map<String, Object> answers = year.answers(key, "submit");
                    return two.submit(() -> {
                        go.await();
                        year.submit(task, officer(key.party()), answers);
                        return null;
                    });
                })
                .toList();
        go.countDown();
        for (Future<?> one : done) {
            one.get(30, TimeUnit.SECONDS);
        }
        two.shutdown();
        year.settle();

        assertThat(keys).allSatisfy(key -> {
            assertThat(year.duty(key).state()).isEqualTo(Duty.State.DELIVERED);
            assertThat(year.receipts(key)).hasSize(1);
            assertThat(year.passed(key)).contains("subProcess_waiting");
        });
    }

    @Test
    @Order(6)
    @DisplayName(
            "A cut-off that fails on its way leaves nothing half done: no outcome, no journal, no mail, no ended task")
    void failureInTheMiddle() {
        year.at(ONE_O_CLOCK);
        int journal = year.journal(JournalEvent.LAPSED).size();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                    cutOffs.act(year.yearId(), DutyType.SUPPLEMENT);
                    assertThat(year.duty(supplement("CTO")).outcome()).isEqualTo(Outcome.NO_EVIDENCE);
                    throw new IllegalStateException("the database goes away");
                }))
                .hasMessage("the database goes away");

        assertThat(year.duty(supplement("CTO")).state()).isEqualTo(Duty.State.OPEN);
        assertThat(year.duty(supplement("CTO")).outcome()).isNull();
        assertThat(year.journal(JournalEvent.LAPSED)).hasSize(journal);
        assertThat(year.mails("lapse", "chuyenvien@cto.example")).noneMatch(subject -> subject.contains("Bổ sung"));
        assertThat(year.stages(supplement("CTO"))).containsExactly("submit");
        assertThat(year.stages(supplement("AGG"))).contains("review");
        year.at(LAST_MICROSECOND);
    }

    @Test
    @Order(8)
    @DisplayName("Whoever comes while the cut-off is at work waits for it, and is refused by the database's clock")
    void receiptAfterCutOff() throws Exception {
        CountDownLatch acted = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        year.at(ONE_O_CLOCK);
        Future<?> cut = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            cutOffs.act(year.yearId(), DutyType.SUPPLEMENT);
            acted.countDown();
            await(end);
            tx.setRollbackOnly();
        }));
        assertThat(acted.await(20, TimeUnit.SECONDS)).isTrue();
        Future<?> receipt = two.submit(() -> deliver("CTO"));
        Thread.sleep(200);
        assertThat(receipt.isDone()).as("the receipt waits").isFalse();
        end.countDown();
        cut.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> receipt.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(TooLate.class);
        two.shutdown();
        assertThat(year.receipts(supplement("CTO"))).isEmpty();
    }

    @Test
    @Order(9)
    @DisplayName("A receipt that is being stored when the cut-off comes counts: the cut-off waits for it")
    void receiptBeforeCutOff() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        year.at(LAST_MICROSECOND);
        Future<?> receipt = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            deliver("BTE");
            stored.countDown();
            await(commit);
        }));
        assertThat(stored.await(10, TimeUnit.SECONDS)).isTrue();
        year.at(ONE_O_CLOCK);
        Future<?> cut = two.submit(() -> cutOffs.act(year.yearId(), DutyType.SUPPLEMENT));
        Thread.sleep(200);
        assertThat(cut.isDone()).as("the cut-off waits").isFalse();
        commit.countDown();
        receipt.get(10, TimeUnit.SECONDS);
        cut.get(10, TimeUnit.SECONDS);
        two.shutdown();

        assertThat(year.duty(supplement("BTE")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.duty(supplement("BTE")).outcome()).isNull();
        assertThat(year.duty(supplement("CTO")).outcome()).isEqualTo(Outcome.NO_EVIDENCE);
    }

    @Test
    @Order(7)
    @DisplayName("A node's clock an hour behind lets nobody in: the timer sleeps, the database refuses")
    void aNodeAnHourBehind() {
        year.at(ONE_O_CLOCK);
        ClockUtil.setCurrentTime(Date.from(instant(ONE_O_CLOCK).minus(Duration.ofHours(1))));
        Job job = year.timer("event_cutOffSUPPLEMENT");
        assertThat(year.management()
                        .createJobQuery()
                        .jobId(job.getId())
                        .executable()
                        .count())
                .isZero();
        assertThatThrownBy(() -> deliver("CTO")).isInstanceOf(TooLate.class);
        assertThat(year.receipts(supplement("CTO"))).isEmpty();
    }

    @Test
    @Order(10)
    @DisplayName("S0-16 S0-25: 13:00:00.000000 is out, with a message that says why, whether the timer has run or not")
    void oneOClockIsOut() {
        year.at(ONE_O_CLOCK);
        assertThatThrownBy(() -> deliver("CTO")).isInstanceOf(TooLate.class).hasMessageContaining("13:00");
        assertThat(year.receipts(supplement("CTO"))).isEmpty();
        assertThat(year.journal(JournalEvent.REFUSED, DutyCode.SUPPLEMENT, "CTO"))
                .hasSize(3);
    }

    @Test
    @Order(11)
    @DisplayName("Restart in the second of the cut-off: run again, it loses and doubles nothing")
    void cutOffTwice() {
        Job job = year.timer("event_cutOffSUPPLEMENT");
        asJobExecutor(job);
        cutOffs.act(year.yearId(), DutyType.SUPPLEMENT);
        year.settle();

        assertThat(year.journal(JournalEvent.LAPSED, DutyCode.SUPPLEMENT, "CTO"))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("outcome", "NO_EVIDENCE"));
        assertThat(year.journal(JournalEvent.LAPSED).stream()
                        .filter(e -> "supplement".equals(e.duty()))
                        .toList())
                .hasSize(1);
        assertThat(year.mails("lapse", "chuyenvien@cto.example").stream()
                        .filter(subject -> subject.contains("Bổ sung"))
                        .toList())
                .hasSize(1);
        assertThat(year.tasks(supplement("CTO"))).isEmpty();
        assertThat(year.passed(supplement("CTO"))).contains("event_lapsed").doesNotContain("event_closed");
        assertThat(year.stages(supplement("AGG"))).containsExactly("findings");
    }

    @Test
    @Order(12)
    @DisplayName("After the deadline findings are recorded and nothing is returned or withdrawn")
    void afterTheDeadline() {
        assertThatThrownBy(() -> service.giveBack(supplement("AGG"), "vlg.chuyenvien", "thiếu"))
                .isInstanceOf(TooLate.class);
        assertThatThrownBy(() -> service.withdraw(supplement("AGG"), officer("AGG"), "nhầm"))
                .isInstanceOf(TooLate.class);
        year.complete(
                supplement("AGG"),
                "findings",
                "vlg.chuyenvien",
                Map.of("result", "findings", "findings", "Thiếu trang 3"));
        assertThat(year.duty(supplement("AGG")).state()).isEqualTo(Duty.State.ACCEPTED);
        assertThat(year.passed(supplement("AGG"))).contains("event_recorded");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
