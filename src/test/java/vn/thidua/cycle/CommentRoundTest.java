package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.TooLate;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.journal.JournalEvent;
import vn.thidua.rehearsal.engine.SampleRound;
import vn.thidua.scoring.drafting.CriteriaDrafting;
import vn.thidua.scoring.drafting.CriteriaSubject;

/**
 * S1-14: the leader (VLG) lays the draft of the criteria table before KGG, AGG, BTE and CTO; it may be issued (S2-11) once a round was
 * held and every comment has its answer.
 */
@ThiduaTest
class CommentRoundTest {
    private static final String LEADER = officer("VLG");
    private static final String END = "2024-02-02T17:00";
    private static final String SUBJECT = CriteriaSubject.CODE;

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @AfterEach
    void end() {
        year.end();
    }

    private void start(String cluster) {
        year = new YearFixture(context).start(cluster, "2024-01-29T07:30");
        year.run("2024-01-31T09:00");
    }

    private CommentRounds rounds() {
        return context.getBean(CommentRounds.class);
    }

    private CommentReading reading() {
        return context.getBean(CommentReading.class);
    }

    private CommentRound open(String end) {
        CommentRound round = rounds().open(year.yearId(), SUBJECT, instant(end), LEADER);
        year.settle();
        return round;
    }

    private CommentRound now(CommentRound round) {
        return reading().get(round.key());
    }

    private void comment(String unit, String place, String text) {
        rounds().comment(year.yearId(), SUBJECT, place, text, officer(unit));
    }

    private List<Task> tasks(CommentRound round) {
        return year.taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(round.key().toString())
                .list();
    }

    private Task task(CommentRound round, String unit) {
        return tasks(round).stream()
                .filter(task -> year.taskService().getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> link.getGroupId() != null
                                && link.getGroupId().startsWith(year.yearId() + "." + unit + ".")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task of " + unit));
    }

    private void say(CommentRound round, String unit, Map<String, Object> answers) {
        year.submit(task(round, unit).getId(), officer(unit), new HashMap<>(answers));
        year.settle();
    }

    private void none(CommentRound round, String... units) {
        for (String unit : units) {
            say(round, unit, Map.of("answer", "none"));
        }
    }

    private Set<String> passed(CommentRound round) {
        return year
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(round.key().toString())
                .list()
                .stream()
                .flatMap(p -> year
                        .engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(p.getId())
                        .list()
                        .stream())
                .map(a -> a.getActivityId())
                .collect(Collectors.toSet());
    }

    private boolean running(CommentRound round) {
        return year.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(round.key().toString())
                        .count()
                > 0;
    }

    private List<String> missing() {
        return context.getBean(CriteriaDrafting.class).missing(year.yearId());
    }

    @Test
    @DisplayName(
            "Given a round, when all units answer and the leader answers every comment on the page, then it may be issued")
    void answeredByAll() {
        start("gop-y-du");
        assertThat(missing()).singleElement().asString().contains("Chưa lấy ý kiến các đơn vị");

        CommentRound round = open(END);

        assertThat(tasks(round)).hasSize(4).allSatisfy(task -> {
            assertThat(task.getName()).isEqualTo("Góp ý dự thảo bảng tiêu chí chấm điểm");
            assertThat(task.getDueDate().toInstant()).isEqualTo(instant(END));
        });
        assertThat(year.mails("comment-round", "chuyenvien@agg.example"))
                .containsExactly(
                        "Lấy ý kiến về dự thảo bảng tiêu chí chấm điểm, trả lời trước 17:00 ngày 02/02/2024 (thứ Sáu)");
        assertThat(year.mails("comment-round", "chuyenvien@vlg.example"))
                .as("the leader does not ask itself")
                .isEmpty();
        assertThat(String.valueOf(
                        year.taskService().getVariable(task(round, "AGG").getId(), "background")))
                .contains("/nam/" + year.yearId() + "/tieu-chi");

        comment("AGG", "1.2", "Đề nghị giảm điểm tối đa còn 2.");
        comment("AGG", "", "Cần hướng dẫn minh chứng.");
        assertThatThrownBy(() -> none(round, "AGG"))
                .as("it has said something")
                .hasRootCauseInstanceOf(DutyRefused.class);
        say(round, "AGG", Map.of("answer", "given"));
        assertThatThrownBy(() -> say(round, "BTE", Map.of("answer", "given")))
                .as("it has said nothing")
                .hasRootCauseInstanceOf(DutyRefused.class);
        say(round, "BTE", Map.of("answer", "given", "text", "Thống nhất, bổ sung điểm thưởng sáng kiến."));
        none(round, "CTO");
        assertThat(missing())
                .hasSize(4)
                .anySatisfy(m -> assertThat(m)
                        .contains("Đang lấy ý kiến", "Sở Nội vụ tỉnh Kiên Giang")
                        .doesNotContain("An Giang"));
        none(round, "KGG");

        assertThat(now(round).closing()).isEqualTo(CommentRound.Closing.ALL_ANSWERED);
        assertThat(year.mails("comment-round-over", "chuyenvien@vlg.example"))
                .containsExactly(
                        "Kết thúc lấy ý kiến về dự thảo bảng tiêu chí chấm điểm: 3 ý kiến, 3 ý kiến chờ trả lời");
        assertThat(tasks(round))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.getName()).isEqualTo("Trả lời ý kiến về dự thảo bảng tiêu chí chấm điểm"));
        assertThatThrownBy(() -> comment("AGG", "1.1", "muộn")).isInstanceOf(TooLate.class);

        List<Comment> comments = reading().comments(round);
        assertThatThrownBy(() -> rounds().answer(year.yearId(), comments.get(0).id(), true, "", officer("AGG")))
                .isInstanceOf(NoSeat.class);
        assertThatThrownBy(() -> rounds().answer(year.yearId(), comments.get(0).id(), false, " ", LEADER))
                .as("not taken up without saying why")
                .isInstanceOf(DutyRefused.class);
        rounds().answer(year.yearId(), comments.get(0).id(), true, "", LEADER);
        rounds().answer(year.yearId(), comments.get(1).id(), false, "Đã có trong quy chế.", LEADER);
        assertThat(missing()).containsExactly("Chưa trả lời ý kiến của Sở Nội vụ tỉnh Bến Tre về toàn bộ dự thảo.");
        assertThatThrownBy(() -> context.getBean(CriteriaDrafting.class).requireIssuable(year.yearId()))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("Bến Tre");

        rounds().answer(year.yearId(), comments.get(2).id(), false, "Đã có ở mục thưởng.", LEADER);
        year.settle();

        assertThat(running(round)).isFalse();
        assertThat(passed(round))
                .contains("event_allAnswered", "event_answered")
                .doesNotContain("event_ends");
        assertThatCode(() -> context.getBean(CriteriaDrafting.class).requireIssuable(year.yearId()))
                .doesNotThrowAnyException();
        assertThat(year.journal(JournalEvent.COMMENTED)).hasSize(7);
        assertThat(year.journal(JournalEvent.COMMENT_ANSWERED)).hasSize(3);
    }

    @Test
    @DisplayName(
            "Given silent units, when the time is over, then they have said nothing and the leader answers what there is at once")
    void silent() {
        start("gop-y-im");
        CommentRound round = open(END);
        comment("CTO", "2", "Nhóm 2 nên 15 điểm.");
        year.clock().set(instant("2024-02-02T16:59:59"));
        year.settle();
        assertThat(now(round).closing()).isNull();

        year.run("2024-02-02T17:00");

        assertThat(now(round).closing()).isEqualTo(CommentRound.Closing.TIME);
        assertThat(reading().silent(round)).containsExactlyInAnyOrder("AGG", "BTE", "CTO", "KGG");
        assertThat(year.journal(JournalEvent.COMMENTS_CLOSED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail().get("silent")).asString().contains("Sở Nội vụ tỉnh An Giang"));
        Task answer = tasks(round).get(0);
        assertThat(answer.getTaskDefinitionKey()).isEqualTo("userTask_answer");
        assertThat(answer.getDueDate().toInstant()).isEqualTo(instant("2024-02-21T00:00"));
        Map<String, Object> explained = Map.of("decision", "explain", "text", "Giữ 10 điểm như các năm trước.");
        assertThatThrownBy(() -> year.submit(answer.getId(), officer("KGG"), new HashMap<>(explained)))
                .isNotNull();
        year.submit(answer.getId(), LEADER, new HashMap<>(explained));
        year.settle();

        assertThat(running(round)).isFalse();
        assertThat(passed(round)).contains("event_ends", "userTask_answer", "event_answered");
        assertThat(missing()).isEmpty();
    }

    @Test
    @DisplayName("Given nobody says anything, when the time is over, then there is nothing to answer")
    void nothingSaid() {
        start("gop-y-khong");
        CommentRound round = open(END);
        year.run("2024-02-02T17:00");

        assertThat(running(round)).isFalse();
        assertThat(passed(round)).doesNotContain("userTask_answer").contains("event_answered");
        assertThat(missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agg.chuyenvien", "kgg.chuyenvien", "vlg.giamdoc", "vlg.vanthu", "vtdkt.thuongtruc", "admin"})
    @DisplayName("Given anybody but the leader's officer, when they open a round, then there is none")
    void nobodyElseOpens(String person) {
        start("gop-y-sai-" + person.replace('.', '-'));
        assertThatThrownBy(() -> rounds().open(year.yearId(), SUBJECT, instant(END), person))
                .isInstanceOf(NoSeat.class);
        assertThat(reading().rounds(year.yearId(), SUBJECT)).isEmpty();
    }

    @Test
    @DisplayName(
            "Given a round's end, when it leaves less than a working day or nothing before the deadline, then it is refused")
    void endInTime() {
        start("gop-y-han");
        for (String wrong : List.of("2024-01-30T17:00", "2024-02-01T08:59", "2024-02-21T00:00", "2024-03-01T17:00")) {
            assertThatThrownBy(() -> open(wrong)).as(wrong).isInstanceOf(DutyRefused.class);
        }
        open("2024-02-01T09:00");
        assertThatThrownBy(() -> open(END)).hasMessageContaining("Đang lấy ý kiến");
    }

    @Test
    @DisplayName("Given less than a working day before the deadline, when a round is opened, then it may end after it")
    void tooLateForTheDeadline() {
        start("gop-y-tre");
        year.run("2024-02-20T16:00");
        assertThat(open("2024-02-22T17:00").closing()).isNull();
    }

    @Test
    @DisplayName(
            "Given a round, when somebody comments who is not asked, or on what is not there, then nothing is recorded")
    void wrongComments() {
        start("gop-y-nham");
        open(END);
        for (String person : List.of(LEADER, "vtdkt.thuongtruc", "agg.kythuat", "ubnd.agg", "admin")) {
            assertThatThrownBy(() -> rounds().comment(year.yearId(), SUBJECT, "1.1", "ý kiến", person))
                    .as(person)
                    .isInstanceOf(NoSeat.class);
        }
        assertThatThrownBy(() -> comment("AGG", "9.9", "ý kiến")).isInstanceOf(DutyRefused.class);
        assertThatThrownBy(() -> comment("AGG", "1.1", "  ")).isInstanceOf(DutyRefused.class);
        assertThatThrownBy(() -> comment("AGG", "1.1", "x".repeat(4001))).isInstanceOf(DutyRefused.class);
        assertThat(reading().comments(year.yearId(), SUBJECT)).isEmpty();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        comment("AGG", "1.1", "ý kiến");
        assertThatThrownBy(() -> jdbc.sql("UPDATE comment SET text = 'khác'").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("Given a task, when somebody submits the engine's own counters, then the others are still asked")
    void counters() {
        start("gop-y-dem");
        CommentRound round = open(END);
        Map<String, Object> forged = Map.of(
                "answer",
                "none",
                "nrOfCompletedInstances",
                99,
                "nrOfInstances",
                1,
                "nrOfActiveInstances",
                0,
                "unit",
                "BTE");
        say(round, "AGG", forged);

        assertThat(tasks(round)).hasSize(3);
        assertThat(reading().silent(round)).containsExactlyInAnyOrder("BTE", "CTO", "KGG");
        none(round, "BTE", "CTO", "KGG");
        assertThat(running(round)).isFalse();
    }

    @Test
    @DisplayName(
            "Given a withdrawn round, when it is asked what is missing, then it does not count, but what was said is answered")
    void withdrawn() {
        start("gop-y-huy");
        CommentRound round = open(END);
        comment("AGG", "1.1", "Nên nêu rõ thời hạn.");
        assertThatThrownBy(() -> rounds().withdraw(year.yearId(), SUBJECT, "", LEADER))
                .isInstanceOf(DutyRefused.class);
        assertThatThrownBy(() -> rounds().withdraw(year.yearId(), SUBJECT, "nhầm", officer("AGG")))
                .isInstanceOf(NoSeat.class);
        rounds().withdraw(year.yearId(), SUBJECT, "Ghi nhầm ngày", LEADER);
        year.settle();

        assertThat(running(round)).isFalse();
        assertThat(passed(round)).contains("event_over", "event_brokenOff");
        assertThat(year.mails("comment-round-withdrawn", "chuyenvien@bte.example"))
                .hasSize(1);
        assertThat(missing()).hasSize(2);
        assertThat(open(END).number()).isEqualTo(2);
    }

    @Test
    @DisplayName("Given a round, when the year is cancelled, then nobody is asked any more")
    void yearOver() {
        start("gop-y-nam");
        CommentRound round = open(END);
        year.end();
        assertThat(now(round).closing()).isEqualTo(CommentRound.Closing.YEAR_OVER);
        assertThat(running(round)).isFalse();
    }

    @Test
    @DisplayName(
            "Given a rehearsal, when the sample round is held, then the table may be issued within the same instant")
    void rehearsed() {
        start("gop-y-mau");
        context.getBean(SampleRound.class).hold(year.yearId());

        assertThat(missing()).isEmpty();
        assertThat(year.now()).isEqualTo(instant("2024-01-31T09:00"));
        year.settle();
        assertThat(year.taskService()
                        .createTaskQuery()
                        .tenantIdIn(year.yearId())
                        .processDefinitionKey("commentRound")
                        .count())
                .isZero();
        context.getBean(SampleRound.class).hold(year.yearId());
        assertThat(reading().rounds(year.yearId(), SUBJECT)).hasSize(1);
    }
}
