package vn.thidua.cycle.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.YearEngine;
import vn.thidua.cycle.requests.DataRequest.Act;
import vn.thidua.cycle.requests.DataRequest.State;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.TooEarly;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;

/**
 * S1-08: AGG asks departments of its own province for figures, in the weeks before the self-score's deadline of 16/11/2024 00:00. One
 * year, told in order of time.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataRequestTest {
    private static final String OFFICER = officer("AGG");
    private static final String OFFICE = "agg.vanphong";
    private static final String HEAD = "agg.giamdoc";
    private static final String DEPARTMENT = "vanthu@stc.agg.example";
    private static final String DUE = "2024-11-07T10:00";

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void selfScoringIsOpen() {
        year = new YearFixture(context).start("so-lieu", "2024-11-04T09:00");
        year.settle();
    }

    @AfterAll
    void end() {
        year.end();
    }

    // ---- as staff uses it

    private String begin(String person) {
        String[] id = new String[1];
        year.as(
                person,
                () -> id[0] = year.engine()
                        .getFormService()
                        .submitStartForm(
                                year.engine()
                                        .getRepositoryService()
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey("dataRequestStart")
                                        .latestVersion()
                                        .singleResult()
                                        .getId(),
                                Map.of())
                        .getId());
        return id[0];
    }

    private Task asking(String process) {
        return year.taskService().createTaskQuery().processInstanceId(process).singleResult();
    }

    private Map<String, Object> answers(Object... changes) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "year",
                year.yearId(),
                "lines",
                List.of(year.yearId() + "/2.2"),
                "supplierEmail",
                DEPARTMENT,
                "question",
                "Số biên chế được giao và có mặt đến 31/10/2024",
                "due",
                DUE));
        for (int i = 0; i < changes.length; i += 2) {
            answers.put((String) changes[i], changes[i + 1]);
        }
        answers.values().removeIf(value -> value.equals(""));
        return answers;
    }

    private DataRequest ask(Object... changes) {
        String process = begin(OFFICER);
        year.submit(asking(process).getId(), OFFICER, answers(changes));
        List<DataRequest> all = requests().ofUnit(year.yearId(), "AGG");
        return all.get(all.size() - 1);
    }

    private DataRequests requests() {
        return context.getBean(DataRequests.class);
    }

    private DataRequest now(DataRequest request) {
        return requests().get(request.key());
    }

    private List<Task> tasks(DataRequest request) {
        return year.taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(request.key().toString())
                .list();
    }

    private Task task(DataRequest request, String name) {
        assertThat(tasks(request))
                .extracting(Task::getTaskDefinitionKey)
                .as("of %s", now(request))
                .containsExactly("userTask_" + name);
        return tasks(request).get(0);
    }

    private void follow(DataRequest request, String person, Object... answers) {
        year.submit(task(request, "follow").getId(), person, map(answers));
    }

    private void instruct(DataRequest request, String person, Object... answers) {
        year.submit(task(request, "instruct").getId(), person, map(answers));
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private String shown(Task task) {
        return String.valueOf(year.taskService().getVariable(task.getId(), "background"));
    }

    private List<String> candidates(Task task) {
        return year.taskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private Job timer(DataRequest request, String event) {
        return year.management()
                .createJobQuery()
                .processInstanceId(process(request))
                .activityId(event)
                .singleResult();
    }

    private String process(DataRequest request) {
        return year.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(request.key().toString())
                .singleResult()
                .getId();
    }

    private List<String> passed(DataRequest request) {
        return year
                .engine()
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process(request))
                .list()
                .stream()
                .map(a -> a.getActivityId())
                .toList();
    }

    private static List<Act> acts(DataRequest request) {
        return request.history().stream().map(DataRequest.Event::act).toList();
    }

    private List<String> mails(DataRequest request, String template, String address) {
        return year.mails(template, address).stream()
                .filter(subject -> subject.contains(request.reference()))
                .toList();
    }

    private List<JournalEntry> journal(DataRequest request, JournalEvent event) {
        return year.journal(event).stream()
                .filter(e -> request.reference().equals(e.detail().get("request")))
                .toList();
    }

    private static void refused(ThrowingCallable act, String... words) {
        assertThatThrownBy(act)
                .hasRootCauseInstanceOf(DutyRefused.class)
                .rootCause()
                .message()
                .contains(words);
    }

    // ---- asked and answered

    @Test
    @Order(1)
    @DisplayName(
            "Given an officer asks without naming a department, then the criteria table's is asked, the unit's officers follow, and its answer is recorded")
    void askedAndAnswered() {
        String process = begin(OFFICER);
        Task asking = asking(process);
        assertThat(asking.getAssignee()).isEqualTo(OFFICER);
        assertThat(shown(asking)).contains("Sở Tài chính", "Thanh tra tỉnh");
        assertThat(year.taskService().getVariable(asking.getId(), "year").toString())
                .as("the only year there is")
                .contains(year.yearId());

        DataRequest request = ask();
        assertThat(request.state()).isEqualTo(State.ASKED);
        assertThat(request.unit()).isEqualTo("AGG");
        assertThat(request.lines()).containsExactly("2.2");
        assertThat(request.supplier()).isEqualTo("Sở Tài chính");
        assertThat(request.dueAt()).isEqualTo(instant(DUE));
        assertThat(mails(request, "data-requested", DEPARTMENT))
                .singleElement()
                .asString()
                .contains("trả lời trước 10:00 ngày 07/11/2024 (thứ Năm)");

        Task task = task(request, "follow");
        assertThat(task.getName()).isEqualTo("Theo dõi yêu cầu số liệu: Sở Tài chính – tiêu chí 2.2");
        assertThat(task.getDueDate().toInstant()).isEqualTo(instant(DUE));
        assertThat(task.getTenantId()).isEqualTo(year.yearId());
        assertThat(candidates(task))
                .containsExactlyInAnyOrder(year.yearId() + ".AGG.EMULATION_OFFICER", year.yearId() + ".AGG.OFFICE");
        assertThat(shown(task)).contains("Số biên chế được giao", "2.2. Quản lý, sử dụng biên chế", "gửi yêu cầu");

        year.at("2024-11-05T15:00");
        follow(
                request,
                OFFICE,
                "result",
                "answer",
                "answer",
                "Được giao 45, có mặt 43",
                "documentNumber",
                "128/STC-NS",
                "documentDate",
                "2024-11-05");
        DataRequest answered = now(request);
        assertThat(answered.state()).isEqualTo(State.ANSWERED);
        assertThat(answered.answer())
                .isEqualTo(new DataRequest.Answer(
                        "Được giao 45, có mặt 43", "128/STC-NS", "2024-11-05", instant("2024-11-05T15:00")));
        assertThat(acts(answered)).containsExactly(Act.ASKED, Act.ANSWERED);
        assertThat(answered.history().get(1).by()).isEqualTo(OFFICE);
        assertThat(tasks(request)).isEmpty();
        assertThat(passed(request)).contains("event_answered", "event_finished").doesNotContain("event_due");
        assertThat(journal(request, JournalEvent.DATA_ASKED))
                .singleElement()
                .satisfies(e -> assertThat(e.unit()).isEqualTo("AGG"));
        assertThat(journal(request, JournalEvent.DATA_ANSWERED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("inTime", true)
                        .doesNotContainValue("Được giao 45, có mặt 43"));

        year.submit(asking.getId(), OFFICER, Map.of("abandon", true));
        assertThat(requests().ofUnit(year.yearId(), "AGG")).as("dropped").hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName(
            "Given two requests, when one is cancelled with a reason, then its department is told and nothing else ends")
    void cancelled() {
        DataRequest other = ask("supplier", "Thanh tra tỉnh", "lines", List.of(), "supplierEmail", "");
        assertThat(other.supplierEmail()).isNull();
        DataRequest request = ask();
        follow(request, OFFICER, "result", "cancel", "cancelReason", "Đã có số liệu trong báo cáo quý");

        assertThat(now(request).state()).isEqualTo(State.CANCELLED);
        assertThat(now(request).history().get(1).detail()).isEqualTo("Đã có số liệu trong báo cáo quý");
        assertThat(passed(request)).contains("event_cancelled");
        assertThat(mails(request, "data-requested-withdrawn", DEPARTMENT)).hasSize(1);
        assertThat(journal(request, JournalEvent.DATA_ENDED)).hasSize(1);
        assertThat(task(other, "follow").getName()).isEqualTo("Theo dõi yêu cầu số liệu: Thanh tra tỉnh");
        follow(other, OFFICER, "result", "answer", "answer", "Không có đơn thư quá hạn");
    }

    // ---- reminded, due

    @Test
    @Order(3)
    @DisplayName(
            "Given no answer, then one working day before at 08:00 officers and department are reminded once, and nobody else")
    void reminded() {
        DataRequest request = ask();
        assertThat(timer(request, "event_remind").getDuedate().toInstant()).isEqualTo(instant("2024-11-06T08:00"));
        context.getBean(YearEngine.class).recalculateTimers(year.yearId());
        assertThat(timer(request, "event_remind").getDuedate().toInstant())
                .as("a moved date of the year moves no request")
                .isEqualTo(instant("2024-11-06T08:00"));
        year.run("2024-11-06T07:59:59.999999");
        assertThat(mails(request, "data-follow-reminder", "chuyenvien@agg.example"))
                .isEmpty();
        year.run("2024-11-06T08:00");
        for (String officer : List.of("chuyenvien@agg.example", "vanphong@agg.example")) {
            assertThat(mails(request, "data-follow-reminder", officer))
                    .as(officer)
                    .hasSize(1);
        }
        assertThat(mails(request, "data-requested-reminder", DEPARTMENT)).hasSize(1);
        assertThat(mails(request, "data-follow-reminder", "giamdoc@agg.example"))
                .isEmpty();
        assertThat(acts(now(request))).containsExactly(Act.ASKED, Act.REMINDED);
        assertThat(journal(request, JournalEvent.REMINDED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("to", List.of("vanphong@agg.example", "chuyenvien@agg.example", DEPARTMENT)));
        assertThat(task(request, "follow")).as("still to be followed").isNotNull();
        follow(request, OFFICER, "result", "answer", "answer", "45");
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given no answer, then exactly at the deadline, not a microsecond earlier, it goes up to the head with its history")
    void dueWithoutAnswer() {
        year.at("2024-11-06T08:30");
        DataRequest request = ask();
        assertThat(timer(request, "event_remind").getDuedate().toInstant())
                .as("the morning for it has passed")
                .isEqualTo(instant(DUE));
        year.run("2024-11-07T09:59:59.999999");
        assertThat(task(request, "follow")).isNotNull();
        Job timer = timer(request, "event_due");
        assertThatThrownBy(() -> year.management().executeJob(timer.getId()))
                .as("whoever makes the job run")
                .isInstanceOf(TooEarly.class);
        assertThatThrownBy(() -> requests().raise(request.key())).isInstanceOf(TooEarly.class);
        assertThat(now(request).state()).isEqualTo(State.ASKED);

        year.run(DUE);
        assertThat(now(request).state()).isEqualTo(State.OBSTACLE);
        assertThat(acts(now(request))).containsExactly(Act.ASKED, Act.DUE);
        Task task = task(request, "instruct");
        assertThat(task.getName()).isEqualTo("Chỉ đạo xử lý vướng mắc số liệu: Sở Tài chính – tiêu chí 2.2");
        assertThat(candidates(task)).containsExactly(year.yearId() + ".AGG.UNIT_HEAD");
        assertThat(task.getDueDate().toInstant()).as("a working day").isEqualTo(instant("2024-11-08T10:00"));
        assertThat(shown(task)).contains("gửi yêu cầu", "hết thời hạn mà chưa có trả lời", "Đỗ Thúy Nga");
        assertThat(mails(request, "data-raised", "giamdoc@agg.example")).hasSize(1);
        assertThat(passed(request)).contains("event_due").doesNotContain("event_reminded");
        assertThat(journal(request, JournalEvent.DATA_OBSTACLE))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("act", "DUE"));
    }

    // ---- the head

    @Test
    @Order(5)
    @DisplayName(
            "Given the head extends, then officers and department have a new deadline, with a reminder and an end of its own")
    void extended() {
        DataRequest request = requests().ofUnit(year.yearId(), "AGG").stream()
                .filter(r -> r.state() == State.OBSTACLE)
                .findFirst()
                .orElseThrow();
        String task = task(request, "instruct").getId();
        refused(
                () -> year.submit(task, HEAD, map("decision", "return", "instruction", "Làm tiếp")),
                "Ô «Hướng xử lý»",
                "đã qua");
        refused(
                () -> year.submit(
                        task, HEAD, map("decision", "extend", "instruction", "Làm tiếp", "newDue", "2024-11-07T09:00")),
                "Ô «Thời hạn trả lời mới»",
                "đã qua");
        refused(
                () -> year.submit(
                        task, HEAD, map("decision", "extend", "instruction", "Làm tiếp", "newDue", "2025-01-02T09:00")),
                "Ô «Thời hạn trả lời mới»",
                "kết thúc");
        refused(
                () -> year.submit(task, HEAD, map("decision", "extend", "instruction", "Làm tiếp")),
                "Ô «Thời hạn trả lời mới»");
        instruct(
                request,
                HEAD,
                "decision",
                "extend",
                "instruction",
                "Tôi đã trao đổi với Giám đốc Sở",
                "newDue",
                "2024-11-11T15:00");

        DataRequest extended = now(request);
        assertThat(extended.state()).isEqualTo(State.ASKED);
        assertThat(extended.dueAt()).isEqualTo(instant("2024-11-11T15:00"));
        assertThat(extended.history().get(0).dueAt()).as("history stays").isEqualTo(instant(DUE));
        assertThat(task(request, "follow").getDueDate().toInstant()).isEqualTo(instant("2024-11-11T15:00"));
        assertThat(shown(task(request, "follow")))
                .contains("Tôi đã trao đổi với Giám đốc Sở", "trước 15:00 ngày 11/11/2024");
        assertThat(mails(request, "data-requested-extended", DEPARTMENT))
                .singleElement()
                .asString()
                .contains("trước 15:00 ngày 11/11/2024 (thứ Hai)");
        assertThat(mails(request, "data-instructed", "chuyenvien@agg.example")).hasSize(1);
        assertThat(timer(request, "event_remind").getDuedate().toInstant())
                .as("over the weekend")
                .isEqualTo(instant("2024-11-08T08:00"));

        year.run("2024-11-11T15:00");
        assertThat(mails(request, "data-requested-reminder", DEPARTMENT)).hasSize(1);
        assertThat(acts(now(request))).containsExactly(Act.ASKED, Act.DUE, Act.EXTENDED, Act.REMINDED, Act.DUE);
        assertThat(mails(request, "data-raised", "giamdoc@agg.example")).hasSize(2);
    }

    @Test
    @Order(6)
    @DisplayName("Given the head closes it as not obtainable, then it stays on record so, and the department is told")
    void closed() {
        DataRequest request = requests().ofUnit(year.yearId(), "AGG").stream()
                .filter(r -> r.state() == State.OBSTACLE)
                .findFirst()
                .orElseThrow();
        refused(
                () -> year.submit(task(request, "instruct").getId(), HEAD, map("decision", "close")),
                "Ô «Ý kiến chỉ đạo» còn trống");
        instruct(request, HEAD, "decision", "close", "instruction", "Sở không quản lý số liệu này");
        assertThat(now(request).state()).isEqualTo(State.SETTLED);
        assertThat(now(request).answer()).isNull();
        assertThat(now(request).history()).last().satisfies(e -> {
            assertThat(e.act()).isEqualTo(Act.CLOSED);
            assertThat(e.by()).isEqualTo(HEAD);
            assertThat(e.detail()).isEqualTo("Sở không quản lý số liệu này");
        });
        assertThat(passed(request)).contains("event_settled", "event_finished");
        assertThat(mails(request, "data-requested-withdrawn", DEPARTMENT)).hasSize(1);
        assertThat(mails(request, "data-instructed", "vanphong@agg.example")).hasSize(2);
        assertThat(year.management()
                        .createJobQuery()
                        .processInstanceId(process(request))
                        .count())
                .isZero();
    }

    @Test
    @Order(7)
    @DisplayName(
            "Given an obstacle is reported, then the head reads it with the whole history and gives it back; the deadline stands")
    void obstacle() {
        DataRequest request = ask("due", "2024-11-14T16:00");
        year.run("2024-11-13T08:00");
        String obstacle = "Sở trả lời miệng: chưa chốt số liệu.\nĐề nghị lãnh đạo có ý kiến";
        follow(request, OFFICER, "result", "obstacle", "obstacle", obstacle);

        assertThat(now(request).state()).isEqualTo(State.OBSTACLE);
        assertThat(shown(task(request, "instruct")))
                .contains("gửi yêu cầu", "đã gửi thư nhắc", "báo vướng mắc", "chưa chốt số liệu", "Hệ thống");
        assertThat(mails(request, "data-raised", "giamdoc@agg.example")).hasSize(1);
        assertThat(timer(request, "event_due"))
                .as("nothing is due at the officers'")
                .isNull();
        assertThatThrownBy(() -> requests().answer(request.key(), OFFICER, "45", "", null))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("đang chờ lãnh đạo đơn vị chỉ đạo");

        instruct(request, HEAD, "decision", "return", "instruction", "Gửi công văn cho Phòng Ngân sách");
        assertThat(now(request).state()).isEqualTo(State.ASKED);
        assertThat(now(request).dueAt()).isEqualTo(instant("2024-11-14T16:00"));
        assertThat(mails(request, "data-requested-extended", DEPARTMENT)).isEmpty();
        assertThat(shown(task(request, "follow"))).contains("Gửi công văn cho Phòng Ngân sách");

        // The node that runs the timer is late; the officer is not kept from recording what has come.
        year.at("2024-11-14T16:00:01");
        follow(request, OFFICER, "result", "answer", "answer", "45");
        assertThat(now(request).state()).isEqualTo(State.ANSWERED);
        assertThat(journal(request, JournalEvent.DATA_ANSWERED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("inTime", false));
        assertThat(acts(now(request)))
                .containsExactly(Act.ASKED, Act.REMINDED, Act.OBSTACLE, Act.RETURNED, Act.ANSWERED);
    }

    // ---- who may, and what is refused

    @Test
    @Order(8)
    @DisplayName(
            "Given people outside the unit, then they neither see nor complete its tasks, nor start one of their own for it")
    void strangers() {
        DataRequest request = ask("due", "2024-11-15T16:00");
        String follow = task(request, "follow").getId();
        Map<String, Object> forged = Map.of(
                "result", "answer", "answer", "45", "unit", "BTE", "state", "ANSWERED", "clusterYear", "khac-2024");
        for (String stranger :
                List.of(officer("BTE"), officer("VLG"), officer("KGG"), "bte.giamdoc", "vtdkt.thuongtruc", HEAD)) {
            assertSeesNothing(request, stranger);
            assertThatThrownBy(() -> year.submit(follow, stranger, forged))
                    .as(stranger)
                    .isNotNull();
            assertThatThrownBy(() -> year.as(stranger, () -> year.taskService().complete(follow, forged)))
                    .as(stranger)
                    .isNotNull();
            assertThatThrownBy(() -> requests().answer(request.key(), stranger, "45", "", null))
                    .as(stranger)
                    .isInstanceOf(NoSeat.class);
            assertThatThrownBy(() -> requests().cancel(request.key(), stranger, "thôi"))
                    .isInstanceOf(NoSeat.class);
        }
        assertThat(now(request).state()).isEqualTo(State.ASKED);

        assertThatThrownBy(() -> begin("vtdkt.thuongtruc"))
                .as("no unit's officer")
                .isNotNull();
        assertThatThrownBy(() -> begin(HEAD)).as("the head has officers for it").isNotNull();
        assertThatThrownBy(() -> year.as(
                        OFFICER,
                        () -> year.runtime()
                                .createProcessInstanceByKey("dataRequest")
                                .processDefinitionWithoutTenantId()
                                .businessKey(request.key().toString())
                                .execute()))
                .as("not around the form")
                .isNotNull();

        follow(request, OFFICER, "result", "obstacle", "obstacle", "Chưa có số liệu");
        String instruct = task(request, "instruct").getId();
        for (String stranger : List.of(OFFICER, officer("BTE"), "bte.giamdoc", "vlg.giamdoc", "vtdkt.thuongtruc")) {
            Map<String, Object> close = Map.of("decision", "close", "instruction", "Thôi");
            assertThatThrownBy(() -> year.submit(instruct, stranger, close))
                    .as(stranger)
                    .isNotNull();
            assertThatThrownBy(() -> requests().instruct(request.key(), stranger, Act.CLOSED, "Thôi", null))
                    .isInstanceOf(NoSeat.class);
        }
        assertThat(now(request).state()).isEqualTo(State.OBSTACLE);
        instruct(request, HEAD, "decision", "return", "instruction", "Hỏi lại", "newDue", "2030-01-01T00:00");
        assertThat(now(request).dueAt())
                .as("a field that is not asked for is not kept")
                .isEqualTo(instant("2024-11-15T16:00"));
    }

    private void assertSeesNothing(DataRequest request, String person) {
        year.as(person, () -> {
            assertThat(tasks(request)).as(person).isEmpty();
            assertThat(year.runtime()
                            .createProcessInstanceQuery()
                            .processDefinitionKey("dataRequest")
                            .count())
                    .as(person)
                    .isZero();
            assertThat(year.engine()
                            .getHistoryService()
                            .createHistoricTaskInstanceQuery()
                            .processDefinitionKey("dataRequest")
                            .count())
                    .as(person)
                    .isZero();
        });
    }

    @Test
    @Order(9)
    @DisplayName(
            "Given forged or missing answers by the unit's own officer, then the task stays, and the sentence names the field")
    void forged() {
        DataRequest request = ask("due", "2024-11-15T16:00");
        String task = task(request, "follow").getId();
        refused(
                () -> year.as(OFFICER, () -> year.taskService().complete(task, map("state", "ANSWERED"))),
                "Ô «Kết quả» còn trống");
        refused(() -> year.submit(task, OFFICER, map("result", "settle")), "Ô «Kết quả»", "không có trong danh sách");
        refused(() -> year.submit(task, OFFICER, map("result", "answer")), "Ô «Số liệu, nội dung trả lời» còn trống");
        refused(() -> year.submit(task, OFFICER, map("result", "obstacle", "answer", "45")), "Ô «Nội dung vướng mắc»");
        refused(() -> year.submit(task, OFFICER, map("result", "cancel")), "Ô «Lý do hủy»");
        refused(
                () -> year.submit(task, OFFICER, map("result", "answer", "answer", "45", "documentDate", "2024-12-01")),
                "Ô «Ngày văn bản trả lời»",
                "ở sau thời điểm hiện tại");
        refused(
                () -> year.submit(task, OFFICER, map("result", "answer", "answer", "x".repeat(5000))),
                "Ô «Số liệu, nội dung trả lời» quá dài");
        year.submit(task, OFFICER, map("result", "answer", "answer", "45", "supplier", "Sở khác", "dueAt", "x"));
        assertThat(now(request).supplier()).isEqualTo("Sở Tài chính");
        assertThat(now(request).state()).isEqualTo(State.ANSWERED);
        assertThat(year.engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process(request))
                        .variableName("answer")
                        .list())
                .as("the process keeps no answers")
                .allSatisfy(v -> assertThat(v.getState()).isEqualTo("DELETED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due|2024-11-14T08:00|Ô «Thời hạn trả lời»|đã qua",
                "due|2024-12-31T17:00|Ô «Thời hạn trả lời»|không trước khi năm thi đua kết thúc",
                "due|2024-11-16T00:00|Ô «Thời hạn trả lời»|không trước hạn tự chấm điểm",
                "due|ngày mai|Ô «Thời hạn trả lời»|không phải là ngày",
                "due||Ô «Thời hạn trả lời»|còn trống",
                "question||Ô «Nội dung yêu cầu»|còn trống",
                "supplierEmail|so-tai-chinh|Ô «Địa chỉ thư của nơi cung cấp»|không đúng dạng",
                "year|tay-nam-bo-1999|Ô «Năm thi đua»|không có trong danh sách",
            })
    @Order(10)
    @DisplayName("Given bad input, then nothing is asked and the sentence names the field")
    void badInput(String row) {
        String[] parts = row.split("\\|", -1);
        refused(() -> ask(parts[0], parts[1]), parts[2], parts[3]);
    }

    @Test
    @Order(11)
    @DisplayName("Given a long text, an unknown line, no department or several, then the sentence names the field")
    void worseInput() {
        String later = "2024-11-15T16:00";
        int before = requests().ofUnit(year.yearId(), "AGG").size();
        refused(() -> ask("due", later, "question", "x".repeat(5000)), "Ô «Nội dung yêu cầu» quá dài", "2000");
        refused(() -> ask("due", later, "lines", List.of(year.yearId() + "/99.9")), "Ô «Tiêu chí liên quan»", "99.9");
        refused(() -> ask("due", later, "lines", List.of("2.2")), "Ô «Tiêu chí liên quan»");
        refused(
                () -> ask("due", later, "lines", List.of(year.yearId() + "/1.1")),
                "Ô «Nơi cung cấp» còn trống",
                "sở, ngành");
        refused(
                () -> ask("due", later, "lines", List.of(year.yearId() + "/2.2", year.yearId() + "/5.2")),
                "Ô «Nơi cung cấp» còn trống",
                "nhiều nơi");
        assertThat(requests().ofUnit(year.yearId(), "AGG")).hasSize(before);
    }

    @Test
    @Order(12)
    @DisplayName("Given a deadline after that of self-scoring is kept knowingly, then it is asked and the task warns")
    void knowinglyLate() {
        DataRequest request = ask("due", "2024-11-16T00:00", "knowinglyLate", true);
        assertThat(shown(task(request, "follow"))).contains("Lưu ý", "không trước hạn tự chấm điểm", "16/11/2024");
    }

    @Test
    @Order(13)
    @DisplayName("Given a year is over, or somebody is no officer in it, then the service itself refuses")
    void notAround() {
        assertThatThrownBy(() -> requests().ask(asked("vlg.giamdoc"))).isInstanceOf(NoSeat.class);
        assertThatThrownBy(() -> requests().ask(asked("vtdkt.thuongtruc"))).isInstanceOf(NoSeat.class);
        assertThatThrownBy(() -> context.getBean(JdbcClient.class)
                        .sql("UPDATE data_request_event SET detail = 'khác'")
                        .update())
                .as("the history only grows")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private NewRequest asked(String by) {
        Instant due = instant("2024-11-15T16:00");
        return new NewRequest(year.yearId(), by, List.of(), "Sở Tài chính", "", "Số liệu", due, false);
    }

    // ---- the year's end

    @Test
    @Order(14)
    @DisplayName(
            "Given open requests, when the year is cancelled, then they end with it: no task, no timer, the department told")
    void yearCancelled() {
        DataRequest waiting = ask("due", "2024-11-15T16:00");
        DataRequest raised = ask("due", "2024-11-15T16:00");
        follow(raised, OFFICER, "result", "obstacle", "obstacle", "Chưa có");
        context.getBean(ClusterYears.class).cancel(year.yearId(), "admin", "Lập nhầm");
        year.settle();

        for (DataRequest request : List.of(waiting, raised)) {
            assertThat(now(request).state()).isEqualTo(State.CANCELLED);
            assertThat(now(request).history())
                    .last()
                    .satisfies(e -> assertThat(e.act()).isEqualTo(Act.YEAR_ENDED));
            assertThat(mails(request, "data-requested-withdrawn", DEPARTMENT)).hasSize(1);
            assertThat(passed(request)).contains("event_over", "event_unfinished");
        }
        assertThat(year.taskService()
                        .createTaskQuery()
                        .tenantIdIn(year.yearId())
                        .count())
                .isZero();
        assertThat(year.management().createJobQuery().tenantIdIn(year.yearId()).count())
                .isZero();
        assertThatThrownBy(() -> requests().ask(asked(OFFICER)))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("đã kết thúc hoặc bị hủy");
    }

    @Test
    @Order(15)
    @DisplayName("Given a request that lies with the head, when the year closes, then it ends at that instant")
    void yearClosed() {
        YearFixture outer = year;
        try {
            year = new YearFixture(context).start("so-lieu-het", "2024-12-30T08:00");
            year.settle();
            DataRequest request = ask("due", "2024-12-31T16:30", "knowinglyLate", true);
            year.run("2024-12-31T16:59:59.999999");
            assertThat(task(request, "instruct")).isNotNull();
            year.run("2024-12-31T17:00");
            assertThat(now(request).state()).isEqualTo(State.CANCELLED);
            assertThat(tasks(request)).isEmpty();
            assertThat(year.runtime()
                            .createProcessInstanceQuery()
                            .tenantIdIn(year.yearId())
                            .count())
                    .isZero();
        } finally {
            year.end();
            year = outer;
        }
    }
}
