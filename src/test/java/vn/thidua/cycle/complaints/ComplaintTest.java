package vn.thidua.cycle.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;

import com.google.common.base.Throwables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.complaints.Complaint.State;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.scoring.audit.ScoreAudit;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Corrections;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.YearStore;

/**
 * S0-02, S0-07: complaints about figures frozen on 25/11/2024, a Monday; the year closes on 31/12/2024 at 17:00. VLG leads, KGG is its
 * deputy, VTDKT the standing agency. One year, told in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintTest {
    private static final String LEADER = officer("VLG");
    private static final String DEPUTY = officer("KGG");
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final Set<String> BOTH = Set.of("leader", "deputy");

    @Autowired
    ApplicationContext context;

    @Autowired
    Complaints complaints;

    @Autowired
    Results results;

    @Autowired
    SheetStore store;

    YearFixture year;

    @BeforeAll
    void theMeetingHasEnded() {
        year = new YearFixture(context).start("khieu-nai", "2024-11-14T07:00");
        year.run(YearFixture.USUAL, "2024-11-22T18:00");
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
                                        .processDefinitionKey("complaintStart")
                                        .latestVersion()
                                        .singleResult()
                                        .getId(),
                                Map.of())
                        .getId());
        return id[0];
    }

    private Task filing(String process) {
        return year.taskService().createTaskQuery().processInstanceId(process).singleResult();
    }

    private Map<String, Object> form(String concerns, String line, Object... figures) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "year",
                year.yearId(),
                "concerns",
                year.yearId() + "/" + concerns,
                "line",
                year.yearId() + "/" + line,
                "grounds",
                "Văn bản gốc đã nộp đúng hạn"));
        for (int i = 0; i < figures.length; i += 2) {
            form.put((String) figures[i], figures[i + 1]);
        }
        return form;
    }

    private Complaint file(String person, String concerns, String line, Object... figures) {
        int before = complaints.ofYear(year.yearId()).size();
        year.submit(filing(begin(person)).getId(), person, form(concerns, line, figures));
        List<Complaint> all = complaints.ofYear(year.yearId());
        assertThat(all).hasSize(before + 1);
        return all.get(before);
    }

    private Complaint now(Complaint complaint) {
        return complaints.get(complaint.key());
    }

    private Map<String, Task> tasks(Complaint complaint) {
        return year
                .taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(complaint.key().toString())
                .list()
                .stream()
                .collect(Collectors.toMap(t -> t.getTaskDefinitionKey().replace("userTask_", ""), t -> t));
    }

    private void rule(Complaint complaint, String seat, String person, String points, String reason) {
        Map<String, Object> answers = new HashMap<>(Map.of("decision", "reject", "reason", reason));
        if (!points.isEmpty()) {
            answers.put("decision", "uphold");
            answers.put("points", points);
        }
        Task task = tasks(complaint).get(seat);
        assertThat(task)
                .as("%s is not asked, but %s", seat, tasks(complaint).keySet())
                .isNotNull();
        year.submit(task.getId(), person, answers);
        year.settle();
    }

    private Set<String> candidates(Complaint complaint, String seat) {
        return year
                .taskService()
                .getIdentityLinksForTask(tasks(complaint).get(seat).getId())
                .stream()
                .map(IdentityLink::getGroupId)
                .map(group -> group.substring(year.yearId().length() + 1))
                .collect(Collectors.toSet());
    }

    private List<String> passed(Complaint complaint) {
        var history = year.engine().getHistoryService();
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(complaint.key().toString())
                .list()
                .stream()
                .flatMap(
                        p -> history.createHistoricActivityInstanceQuery().processInstanceId(p.getId()).list().stream())
                .map(a -> a.getActivityId())
                .toList();
    }

    private List<JournalEntry> journal(Complaint complaint, JournalEvent event) {
        return year.journal(event).stream()
                .filter(e -> complaint.reference().equals(e.detail().get("complaint")))
                .toList();
    }

    private List<String> mails(Complaint complaint, String template, String address) {
        return year.mails(template, address).stream()
                .filter(subject -> subject.contains(complaint.reference()))
                .toList();
    }

    private List<Result> frozen() {
        return results.all(year.yearId()).stream()
                .filter(result -> result.kind() == Result.Kind.FROZEN)
                .toList();
    }

    private Entry agreed(String unit, String line) {
        return store.find(year.yearId(), unit)
                .orElseThrow()
                .entry(line, Column.AGREED)
                .orElseThrow();
    }

    /** A figure that does not stand there. */
    private String other(String unit, String line) {
        return agreed(unit, line).figure().equals(Figure.points("1")) ? "0,5" : "1";
    }

    private static void refused(Class<?> type, ThrowingCallable act, String words) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).as("nothing was refused").isNotNull();
        // Services refuse themselves; the engine wraps what its listeners threw.
        Throwable root = thrown.getCause() == null ? thrown : Throwables.getRootCause(thrown);
        assertThat(root).isInstanceOf(type).hasMessageContaining(words);
    }

    private Map<String, Integer> ranks(Result result) {
        return ResultContent.read(result.content()).units().stream()
                .collect(Collectors.toMap(ResultContent.UnitResult::unit, ResultContent.UnitResult::rank));
    }

    private Line line(String code) {
        return CriteriaTable.lines(context.getBean(CriteriaTables.class).content(year.yearId())).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    // ---- when, who, what

    @Test
    @Order(1)
    @DisplayName("Given nothing is frozen, then nobody can complain yet, and nobody can correct; then both freeze")
    void beforeTheFreeze() {
        String process = begin(officer("AGG"));
        assertThat(String.valueOf(year.taskService().getVariable(filing(process).getId(), "background")))
                .contains("chưa được chốt");
        refused(
                DutyRefused.class,
                () -> year.submit(filing(process).getId(), officer("AGG"), form("AGG", "2.1", "points", "3")),
                "chưa được chốt");
        assertThat(filing(process)).as("the task is as it was").isNotNull();
        assertThatThrownBy(() -> context.getBean(Corrections.class)
                        .correct(
                                year.yearId(),
                                List.of(new Corrections.Correction("AGG", "2.1", Figure.points("1"))),
                                "sớm",
                                LEADER,
                                "VLG"))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("chưa chốt");

        year.run(YearFixture.USUAL, "2024-11-25T17:00");
        assertThat(frozen()).hasSize(1);
        year.submit(filing(process).getId(), officer("AGG"), Map.of("abandon", true));
        assertThat(complaints.ofYear(year.yearId())).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("Given somebody who is neither officer nor head of a member unit, then they cannot complain")
    void strangers() {
        for (String person : List.of("agg.vanphong", AGENCY)) {
            refused(
                    NoSeat.class,
                    () -> complaints.file(new NewComplaint(
                            year.yearId(), person, "AGG", "2.1", new TypedFigure("0", "", ""), "lý do")),
                    "không nộp khiếu nại được");
        }
        assertThatThrownBy(() -> begin("agg.vanphong"))
                .as("nor start its process")
                .isNotNull();
    }

    @ParameterizedTest
    @Order(3)
    @DisplayName("Given rubbish for a figure, then a sentence says what is wrong, and nothing is filed")
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1 | points | 2,125  | không theo bước 0,25",
                "2.1 | points | 3,25   | phải từ 0 đến 3",
                "2.1 | points | -0,25  | phải từ 0 đến 3",
                "2.1 | points | ba     | không phải một số điểm",
                "2.1 | points | 1e3    | không phải một số điểm",
                "2.1 | bonus  | 1      | không có điểm thưởng",
                "2.1 | count  | 1      | không có số lần",
                "1.4 | count  | 1,5    | không phải một số nguyên",
                "1.4 | count  | 10001  | số lần phải từ 0 đến 10000",
                "P1  | points | 1      | Ghi số lần",
                "T3  | bonus  | 99     | phải từ 0 đến 2",
            })
    void rubbish(String line, String field, String value, String sentence) {
        String process = begin(officer("AGG"));
        refused(
                DutyRefused.class,
                () -> year.submit(filing(process).getId(), officer("AGG"), form("AGG", line, field, value)),
                sentence);
        year.submit(filing(process).getId(), officer("AGG"), Map.of("abandon", true));
        assertThat(complaints.ofYear(year.yearId())).isEmpty();
    }

    @Test
    @Order(4)
    @DisplayName("Given no figure, the frozen one, no grounds or a line that is not there, then nothing is filed")
    void nothingToRuleOn() {
        String process = begin(officer("AGG"));
        String task = filing(process).getId();
        refused(
                DutyRefused.class,
                () -> year.submit(task, officer("AGG"), form("AGG", "2.1")),
                "chưa ghi điểm phải là bao nhiêu");
        String stands = agreed("AGG", "2.1").figure().points().toPlainString();
        refused(
                DutyRefused.class,
                () -> year.submit(task, officer("AGG"), form("AGG", "2.1", "points", stands)),
                "chính là điểm đã chốt");
        refused(
                DutyRefused.class,
                () -> year.submit(task, officer("AGG"), form("AGG", "2.1", "points", "1", "grounds", " ")),
                "Căn cứ, lý do");
        refused(DutyRefused.class, () -> year.submit(task, officer("AGG"), form("AGG", "9.9", "points", "1")), "Dòng");
        year.submit(task, officer("AGG"), Map.of("abandon", true));
        assertThat(complaints.ofYear(year.yearId())).isEmpty();
    }

    // ---- upheld, rejected

    @Test
    @Order(5)
    @DisplayName(
            "Given a complaint that changes a rank, when leader and deputy uphold it, then a new frozen result stands beside the old and everybody is told")
    void upheld() {
        year.at("2024-11-25T17:30");
        Map<String, Sheet> sheets = store.all(year.yearId());
        Standings standings = context.getBean(Standings.class);
        String concerned = "";
        String changed = "";
        for (String unit : List.of("BTE", "CTO")) {
            for (Line line : sheets.get(unit).lines()) {
                Sheet sheet = sheets.get(unit);
                if (line.kind() == Line.Kind.CRITERION
                        && !sheet.figure(line.code(), Column.AGREED).same(Figure.points("0"))
                        && standings.whatIf(year.yearId(), sheets.values()).rank(sheet, line, Figure.points("0"))
                                != ranks(frozen().get(0)).get(unit)) {
                    concerned = unit;
                    changed = line.code();
                }
            }
        }
        assertThat(changed).as("a line that decides a rank").isNotEmpty();
        Result first = frozen().get(0);
        Figure before = agreed(concerned, changed).figure();

        Complaint complaint = file(officer("AGG"), concerned, changed, "points", "0");
        assertThat(complaint.unit()).isEqualTo("AGG");
        assertThat(complaint.dueAt()).isEqualTo(instant("2024-12-02T17:30"));
        assertThat(complaint.result()).isEqualTo(first.number());
        assertThat(tasks(complaint)).containsOnlyKeys("leader", "deputy");
        assertThat(candidates(complaint, "leader")).containsExactlyInAnyOrder("VLG.EMULATION_OFFICER", "VLG.OFFICE");
        assertThat(candidates(complaint, "deputy")).containsExactlyInAnyOrder("KGG.EMULATION_OFFICER", "KGG.OFFICE");
        Task task = tasks(complaint).get("leader");
        assertThat(task.getName()).contains("Quyết định khiếu nại " + complaint.reference(), "dòng " + changed);
        assertThat(task.getTenantId()).isEqualTo(year.yearId());
        assertThat(task.getDueDate().toInstant()).isEqualTo(complaint.dueAt());
        assertThat(task.getDescription()).contains("trước 17:30 ngày 02/12/2024 (thứ Hai)");
        assertThat(String.valueOf(year.taskService().getVariable(task.getId(), "background")))
                .contains("Văn bản gốc đã nộp đúng hạn", "Nếu chấp nhận theo đề nghị", "Tự chấm");
        assertThat(mails(complaint, "complaint-filed", "chuyenvien@vlg.example"))
                .hasSize(1);
        assertThat(mails(complaint, "complaint-filed", "giamdoc@agg.example")).hasSize(1);
        assertThat(journal(complaint, JournalEvent.COMPLAINED))
                .singleElement()
                .satisfies(e -> assertThat(e.unit()).isEqualTo("AGG"));
        String line = changed;
        String unit = concerned;
        refused(DutyRefused.class, () -> file(officer("AGG"), unit, line, "points", "0"), "đang chờ quyết định");

        rule(complaint, "leader", LEADER, "0", "Minh chứng không của năm nay");
        assertThat(tasks(complaint)).containsOnlyKeys("deputy");
        assertThat(frozen()).as("one is not enough").hasSize(1);
        rule(complaint, "deputy", DEPUTY, "0,00", "Đồng ý");

        assertThat(tasks(complaint)).isEmpty();
        assertThat(passed(complaint)).contains("event_decided", "event_ruled").doesNotContain("event_due");
        assertThat(frozen()).hasSize(2);
        Result second = frozen().get(1);
        assertThat(frozen().get(0)).as("nothing is changed in the old one").isEqualTo(first);
        assertThat(second.reason()).contains(complaint.reference(), "Minh chứng không của năm nay; Đồng ý");
        assertThat(ranks(second).get(unit)).isNotEqualTo(ranks(first).get(unit));
        assertThat(Results.differences(ResultContent.read(first.content()), ResultContent.read(second.content())))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.unit() + " " + d.line() + " " + d.after()).isEqualTo(unit + " " + line + " 0"));
        assertThat(now(complaint).state()).isEqualTo(State.UPHELD);
        assertThat(now(complaint).newResult()).isEqualTo(second.number());

        Entry entry = agreed(unit, line);
        assertThat(entry.figure()).isEqualTo(Figure.points("0"));
        assertThat(entry.by()).isEqualTo(DEPUTY);
        assertThat(entry.party()).isEqualTo("KGG");
        assertThat(entry.act()).isEqualTo(Entry.Act.SET);
        assertThat(journal(complaint, JournalEvent.RULED)).hasSize(2);
        JournalEntry made = year.journal(JournalEvent.FROZEN).get(1);
        assertThat(made.detail())
                .containsEntry("hash", second.hash())
                .containsEntry("result", second.number())
                .containsEntry("reason", second.reason())
                .containsKeys("stand", "entries", "corrections");
        assertThat(((Number) made.detail().get("stand")).longValue()).isEqualTo(second.stand());
        assertThat(before).isNotEqualTo(entry.figure());

        for (String address : List.of(
                "giamdoc@agg.example",
                "kythuat@agg.example",
                "vanthu@" + unit.toLowerCase(java.util.Locale.ROOT) + ".example")) {
            assertThat(mails(complaint, "complaint-decided", address))
                    .as(address)
                    .hasSize(1);
        }
        for (String member : YearFixture.UNITS) {
            assertThat(year.mails("result", "chuyenvien@" + member.toLowerCase(java.util.Locale.ROOT) + ".example"))
                    .as(member)
                    .filteredOn(subject -> subject.contains("được sửa theo quyết định"))
                    .hasSize(1);
        }
    }

    @Test
    @Order(6)
    @DisplayName("Given both reject, then the frozen result stands as it is, and the unit is told why")
    void rejected() {
        int versions = frozen().size();
        Complaint complaint = file("cto.giamdoc", "CTO", "2.1", "points", other("CTO", "2.1"));
        rule(complaint, "deputy", DEPUTY, "", "Không có căn cứ mới");
        rule(complaint, "leader", LEADER, "", "Đã thống nhất tại cuộc họp");

        assertThat(now(complaint).state()).isEqualTo(State.REJECTED);
        assertThat(frozen()).hasSize(versions);
        assertThat(passed(complaint)).contains("event_ruled").doesNotContain("userTask_standingAgency");
        assertThat(mails(complaint, "complaint-decided", "chuyenvien@cto.example"))
                .hasSize(1);
        assertThat(mails(complaint, "complaint-decided", "chuyenvien@bte.example"))
                .isEmpty();
        refused(
                DutyRefused.class,
                () -> complaints.rule(
                        complaint.key(), Seat.STANDING_AGENCY, AGENCY, true, new TypedFigure("1", "", ""), "muộn"),
                "đã bị bác");
    }

    @Test
    @Order(7)
    @DisplayName("Given they disagree, be it on the figure only, then the standing agency decides, and not before")
    void disagreement() {
        agreedIs("BTE", "2.2", "2");
        int versions = frozen().size();
        Complaint complaint = file(officer("BTE"), "BTE", "2.2", "points", "0,25");
        refused(
                DutyRefused.class,
                () -> complaints.rule(
                        complaint.key(), Seat.STANDING_AGENCY, AGENCY, true, new TypedFigure("1", "", ""), "sớm"),
                "khi Cụm trưởng và Cụm phó quyết định khác nhau");
        rule(complaint, "leader", LEADER, "0,25", "Theo đề nghị");
        refused(
                DutyRefused.class,
                () -> complaints.rule(complaint.key(), Seat.LEADER, LEADER, false, TypedFigure.NONE, "nghĩ lại"),
                "quyết định không thay đổi được");
        String deputy = tasks(complaint).get("deputy").getId();
        refused(
                DutyRefused.class,
                () -> year.submit(deputy, DEPUTY, Map.of("decision", "uphold", "points", "2,5", "reason", "x")),
                "phải từ 0 đến 2");
        refused(
                DutyRefused.class,
                () -> year.submit(deputy, DEPUTY, Map.of("decision", "uphold", "points", "", "reason", "x")),
                "chưa ghi điểm");
        rule(complaint, "deputy", DEPUTY, "0,5", "Chỉ một phần");
        assertThat(tasks(complaint)).containsOnlyKeys("standingAgency");
        assertThat(candidates(complaint, "standingAgency")).containsExactly("VTDKT.STANDING_AGENCY");
        assertThat(String.valueOf(year.taskService()
                        .getVariable(tasks(complaint).get("standingAgency").getId(), "background")))
                .contains("Quyết định của hai bên", "Theo đề nghị", "Chỉ một phần");
        assertThat(frozen()).hasSize(versions);

        rule(complaint, "standingAgency", AGENCY, "0,75", "Theo hồ sơ lưu");
        assertThat(frozen()).hasSize(versions + 1);
        assertThat(agreed("BTE", "2.2").figure()).isEqualTo(Figure.points("0.75"));
        assertThat(agreed("BTE", "2.2").party()).isEqualTo("VTDKT");
        assertThat(now(complaint).state()).isEqualTo(State.UPHELD);
        assertThat(journal(complaint, JournalEvent.RULED)).hasSize(3);
    }

    /** Whatever the meeting has agreed on, so that a test can name figures. */
    private void agreedIs(String unit, String line, String points) {
        if (!agreed(unit, line).figure().equals(Figure.points(points))) {
            context.getBean(Corrections.class)
                    .correct(
                            year.yearId(),
                            List.of(new Corrections.Correction(unit, line, Figure.points(points))),
                            "để kể cho rõ",
                            AGENCY,
                            "VTDKT");
        }
    }

    // ---- nobody rules on their own

    @Test
    @Order(8)
    @DisplayName(
            "Given it is about the leader's own figure, then the standing agency has the leader's seat, and nobody of the leader's unit rules by any door")
    void leadersOwn() {
        int versions = frozen().size();
        Complaint complaint = file("vlg.giamdoc", "VLG", "2.1", "points", other("VLG", "2.1"));
        assertThat(candidates(complaint, "leader")).containsExactly("VTDKT.STANDING_AGENCY");
        assertThat(candidates(complaint, "deputy")).containsExactlyInAnyOrder("KGG.EMULATION_OFFICER", "KGG.OFFICE");
        everyDoorIsShut(complaint, List.of(LEADER, "vlg.vanphong", "vlg.giamdoc"));

        rule(complaint, "leader", AGENCY, other("VLG", "2.1"), "Xét thay cụm trưởng");
        rule(complaint, "deputy", DEPUTY, other("VLG", "2.1"), "Đồng ý");
        assertThat(now(complaint).state()).isEqualTo(State.UPHELD);
        assertThat(frozen()).hasSize(versions + 1);
        assertThat(now(complaint).rulings())
                .extracting(Complaint.SeatRuling::party)
                .containsExactly("VTDKT", "KGG");

        Complaint byAnother = file(officer("AGG"), "VLG", "2.2", "points", other("VLG", "2.2"));
        assertThat(candidates(byAnother, "leader")).containsExactly("VTDKT.STANDING_AGENCY");
        everyDoorIsShut(byAnother, List.of(LEADER, officer("AGG")));
        rule(byAnother, "leader", AGENCY, "", "Không có căn cứ");
        rule(byAnother, "deputy", DEPUTY, "", "Không có căn cứ");
    }

    private void everyDoorIsShut(Complaint complaint, List<String> people) {
        String figure = other(complaint.concerns(), complaint.line());
        for (String person : people) {
            for (Seat seat : Seat.values()) {
                assertThatThrownBy(() -> complaints.rule(
                                complaint.key(), seat, person, true, new TypedFigure(figure, "", ""), "của mình"))
                        .as("%s as %s", person, seat)
                        .isInstanceOf(NoSeat.class);
            }
            tasks(complaint)
                    .forEach((seat, task) -> assertThatThrownBy(() -> year.submit(
                                    task.getId(),
                                    person,
                                    Map.of("decision", "uphold", "points", figure, "reason", "của mình")))
                            .as("%s at the task of %s", person, seat)
                            .isNotNull());
        }
        assertThat(now(complaint).rulings()).isEmpty();
        assertThat(tasks(complaint).keySet()).isEqualTo(BOTH);
    }

    @Test
    @Order(9)
    @DisplayName(
            "Given the deputy's unit complains about another's figure, then its officers do not rule, and the standing agency does")
    void complainantsDoNotRule() {
        Complaint complaint = file(DEPUTY, "AGG", "2.2", "points", other("AGG", "2.2"));
        assertThat(candidates(complaint, "leader")).contains("VLG.EMULATION_OFFICER");
        assertThat(candidates(complaint, "deputy")).containsExactly("VTDKT.STANDING_AGENCY");
        everyDoorIsShut(complaint, List.of(DEPUTY, officer("AGG")));
        assertThatThrownBy(() -> complaints.rule(
                        complaint.key(), Seat.DEPUTY, LEADER, false, TypedFigure.NONE, "ghế của bên kia"))
                .isInstanceOf(NoSeat.class);
        rule(complaint, "leader", LEADER, "", "Không có căn cứ");
        rule(complaint, "deputy", AGENCY, "", "Không có căn cứ");
        assertThat(now(complaint).state()).isEqualTo(State.REJECTED);
    }

    @Test
    @Order(10)
    @DisplayName("Given the leader complains about the deputy's figure, then the standing agency decides alone")
    void agencyAlone() {
        Complaint complaint = file(LEADER, "KGG", "2.1", "points", other("KGG", "2.1"));
        assertThat(tasks(complaint)).containsOnlyKeys("standingAgency");
        for (Seat seat : List.of(Seat.LEADER, Seat.DEPUTY)) {
            refused(
                    DutyRefused.class,
                    () -> complaints.rule(complaint.key(), seat, AGENCY, false, TypedFigure.NONE, "hai lần"),
                    "chỉ cơ quan thường trực");
        }
        rule(complaint, "standingAgency", AGENCY, "", "Không có căn cứ");
        assertThat(now(complaint).state()).isEqualTo(State.REJECTED);
        assertThat(passed(complaint)).doesNotContain("subProcess_seats");
    }

    @Test
    @Order(11)
    @DisplayName(
            "Given an officer has declared a conflict with the unit, then they do not rule on its figures; a colleague does")
    void conflict() {
        Complaint complaint = file(officer("CTO"), "CTO", "2.2", "points", other("CTO", "2.2"));
        year.bean(JdbcClient.class)
                .sql("INSERT INTO score_conflict (year_id, unit, party, person, reason, replacement)"
                        + " VALUES (?, 'CTO', 'VLG', ?, 'Người thân', 'vlg.vanphong')")
                .params(year.yearId(), LEADER)
                .update();
        refused(NoSeat.class, () -> rule(complaint, "leader", LEADER, "", "Không có căn cứ"), "xung đột lợi ích");
        rule(complaint, "leader", "vlg.vanphong", "", "Không có căn cứ");
        rule(complaint, "deputy", DEPUTY, "", "Không có căn cứ");
        assertThat(now(complaint).state()).isEqualTo(State.REJECTED);
    }

    // ---- the deadline

    @Test
    @Order(12)
    @DisplayName(
            "Given one of two rules at the last microsecond, then it counts; at the deadline the other is too late, it is overdue and the standing agency's")
    void deadline() {
        year.run("2024-11-26T10:15:30.5");
        int versions = frozen().size();
        Complaint complaint = file(officer("AGG"), "AGG", "2.3", "points", other("AGG", "2.3"));
        assertThat(complaint.dueAt())
                .as("five working days, to the whole minute that is told")
                .isEqualTo(instant("2024-12-03T10:16"));

        year.run("2024-12-02T07:59:59.999999");
        assertThat(mails(complaint, "complaint-reminder", "chuyenvien@vlg.example"))
                .isEmpty();
        year.run("2024-12-02T08:00");
        assertThat(mails(complaint, "complaint-reminder", "chuyenvien@vlg.example"))
                .hasSize(1);
        assertThat(mails(complaint, "complaint-reminder", "chuyenvien@kgg.example"))
                .hasSize(1);
        assertThat(mails(complaint, "complaint-reminder", "giamdoc@agg.example"))
                .isEmpty();
        assertThat(journal(complaint, JournalEvent.REMINDED)).hasSize(1);

        year.run("2024-12-03T10:15:59.999999");
        assertThat(tasks(complaint).keySet()).isEqualTo(BOTH);
        assertThat(journal(complaint, JournalEvent.OVERDUE)).isEmpty();
        rule(complaint, "leader", LEADER, other("AGG", "2.3"), "Kịp");

        year.at("2024-12-03T10:16");
        Task late = tasks(complaint).get("deputy");
        refused(
                TooLate.class,
                () -> year.submit(
                        late.getId(),
                        DEPUTY,
                        Map.of("decision", "uphold", "points", other("AGG", "2.3"), "reason", "Muộn")),
                "do cơ quan thường trực quyết định");
        assertThat(now(complaint).rulings()).hasSize(1);
        year.settle();
        assertThat(tasks(complaint)).containsOnlyKeys("standingAgency");
        assertThat(passed(complaint)).contains("event_due", "serviceTask_overdue", "event_overdueTold");
        assertThat(journal(complaint, JournalEvent.OVERDUE))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("missing", List.of("KGG")));
        assertThat(mails(complaint, "overdue", "chuyenvien@kgg.example")).hasSize(1);
        assertThat(mails(complaint, "overdue", "chuyenvien@vlg.example"))
                .as("was in time")
                .isEmpty();
        String agency = year.bean(YearStore.class)
                .plan(year.yearId())
                .person(AGENCY)
                .orElseThrow()
                .email();
        assertThat(mails(complaint, "overdue", agency)).hasSize(1);

        int digests = year.mails("overdue-digest", agency).size();
        year.run("2024-12-04T08:00");
        assertThat(year.mails("overdue-digest", agency)).hasSize(digests + 1);
        assertThat(lastDigest(agency)).contains("Quyết định khiếu nại " + complaint.reference());
        rule(complaint, "standingAgency", AGENCY, other("AGG", "2.3"), "Theo hồ sơ");
        assertThat(now(complaint).state()).isEqualTo(State.UPHELD);
        assertThat(frozen()).hasSize(versions + 1);
    }

    private String lastDigest(String address) {
        return year.bean(JdbcClient.class)
                .sql("SELECT body FROM mail_outbox WHERE year_id = ? AND template = 'overdue-digest' AND recipient = ?"
                        + " ORDER BY id DESC LIMIT 1")
                .params(year.yearId(), address)
                .query(String.class)
                .single();
    }

    @Test
    @Order(13)
    @DisplayName("Given a line that is counted, then the ruling is in counts, and the points follow from the rule")
    void counted() {
        int versions = frozen().size();
        Figure stands = agreed("CTO", "P1").figure();
        String count = Integer.valueOf(2).equals(stands.count()) ? "1" : "2";
        Complaint complaint = file(officer("AGG"), "CTO", "P1", "count", count);
        Task task = tasks(complaint).get("leader");
        assertThat(String.valueOf(year.taskService().getVariable(task.getId(), "count")))
                .as("what was asked for is there to be taken over")
                .contains(count);
        for (String seat : List.of("leader", "deputy")) {
            year.submit(
                    tasks(complaint).get(seat).getId(),
                    seat.equals("leader") ? "vlg.vanphong" : DEPUTY,
                    Map.of("decision", "uphold", "count", count, "reason", "Theo sổ công văn"));
            year.settle();
        }
        assertThat(agreed("CTO", "P1").figure().count()).isEqualTo(Integer.valueOf(count));
        assertThat(agreed("CTO", "P1").figure().points()).isNotNull();
        assertThat(frozen()).hasSize(versions + 1);
        assertThat(line("P1").kind()).isEqualTo(Line.Kind.PENALTY);
    }

    @Test
    @Order(14)
    @DisplayName("Given all these rulings, then the audit finds every result right and nothing that no ruling covers")
    void audited() throws SQLException {
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            List<Integer> corrected = frozen().stream().map(Result::number).toList();
            ScoreAudit.Report report = new ScoreAudit(connection).audit(year.yearId());
            assertThat(report.faults()).isEmpty();
            assertThat(new HashSet<>(report.right().stream().map(Result::number).toList()))
                    .containsAll(corrected);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    @Order(15)
    @DisplayName("Nobody changes or deletes a complaint or a ruling through the database either")
    void appendOnly() {
        JdbcClient jdbc = year.bean(JdbcClient.class);
        for (String change : List.of(
                "UPDATE complaint SET grounds = 'khác'",
                "UPDATE complaint SET state = 'OPEN', settled_at = NULL, new_result = NULL",
                "DELETE FROM complaint_ruling",
                "UPDATE complaint_ruling SET upheld = upheld",
                "UPDATE score_result_seal SET entries = entries")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("refused");
        }
    }

    @Test
    @Order(16)
    @DisplayName(
            "Given a complaint near the year's end, then it is due by the close, ends with the year undecided and is on the closing record; later ones are refused")
    void closed() {
        year.run("2024-12-27T09:00");
        int versions = frozen().size();
        Complaint complaint = file(officer("BTE"), "BTE", "2.1", "points", other("BTE", "2.1"));
        assertThat(complaint.dueAt()).isEqualTo(instant("2024-12-31T17:00"));
        String process = begin(officer("BTE"));
        String task = filing(process).getId();

        year.at("2024-12-31T17:00");
        refused(
                DutyRefused.class,
                () -> year.submit(task, officer("BTE"), form("BTE", "2.2", "points", other("BTE", "2.2"))),
                "đã kết thúc");
        year.run("2024-12-31T17:00");
        assertThat(now(complaint).state()).isEqualTo(State.ENDED);
        assertThat(tasks(complaint)).isEmpty();
        assertThat(passed(complaint)).contains("event_over", "event_unruled");
        assertThat(journal(complaint, JournalEvent.OVERDUE)).hasSize(1);
        assertThat(mails(complaint, "complaint-decided", "chuyenvien@bte.example"))
                .hasSize(1);
        assertThat(frozen()).hasSize(versions);
        assertThat(String.valueOf(year.bean(YearStore.class)
                        .fact(year.yearId(), YearStore.CLOSING_RECORD)
                        .orElseThrow()))
                .contains("Quyết định khiếu nại " + complaint.reference());
        refused(
                DutyRefused.class,
                () -> complaints.rule(complaint.key(), Seat.STANDING_AGENCY, AGENCY, false, TypedFigure.NONE, "muộn"),
                "khép lại");
        refused(
                DutyRefused.class,
                () -> complaints.file(new NewComplaint(
                        year.yearId(), officer("BTE"), "BTE", "2.2", new TypedFigure("1", "", ""), "muộn")),
                "đã kết thúc");
    }
}
