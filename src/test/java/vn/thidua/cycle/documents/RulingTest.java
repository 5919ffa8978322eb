package vn.thidua.cycle.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.FileFixture;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.Submission.Ruled;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/**
 * People rule where the machine must not: supplements of five units before 13:00 of 25/11/2024, the freeze at 17:00. VLG leads, KGG
 * is its deputy. One year, told in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulingTest {
    private static final String LEADER = officer("VLG");
    private static final String DEPUTY = officer("KGG");
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final String ISSUED = "2024-11-10";
    private static final String SIGNED = ISSUED + "T09:00";
    private static final String AFTER = "2024-11-20T09:00";

    @Autowired
    ApplicationContext context;

    YearFixture year;
    FileFixture files;

    @BeforeAll
    void theMeetingHasMarkedALineOfEveryUnit() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year = new YearFixture(context).start("quyet-dinh", "2024-11-22T13:50");
        year.settle();
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T17:00");
        files = new FileFixture(context, year);
        year.at("2024-11-25T09:00");
    }

    @AfterAll
    void end() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year.end();
    }

    private DutyKey supplement(String unit) {
        return year.key(DutyType.SUPPLEMENT, unit);
    }

    private String line(String unit) {
        return context.getBean(DutyRoster.class)
                .markedLines(year.yearId(), unit)
                .get(0);
    }

    private Submission handedIn(String unit, byte[] paper, String issued) {
        return files.evidence(supplement(unit), line(unit), paper, issued);
    }

    private Submission needsRuling(String unit) {
        Submission file = handedIn(unit, files.signed(unit, SIGNED), "2024-11-18");
        assertThat(file.verdict()).isEqualTo(Verdict.NEEDS_RULING);
        return file;
    }

    private String key(Submission file, Ruling.Question question) {
        return new RulingKey(year.yearId(), file.id(), question).toString();
    }

    private List<Task> tasks(Submission file) {
        return java.util.Arrays.stream(Ruling.Question.values())
                .flatMap(
                        question -> year
                                .taskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(key(file, question))
                                .list()
                                .stream())
                .toList();
    }

    private Set<String> asked(Submission file) {
        return tasks(file).stream()
                .map(task -> task.getTaskDefinitionKey().replace("userTask_", ""))
                .collect(Collectors.toSet());
    }

    private Task seat(Submission file, String seat) {
        return tasks(file).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_" + seat))
                .findFirst()
                .orElseThrow(() -> new AssertionError(seat + " is not asked, but " + asked(file)));
    }

    private void rule(Submission file, String seat, String person, boolean accept, String reason) {
        year.submit(
                seat(file, seat).getId(), person, Map.of("decision", accept ? "accept" : "refuse", "reason", reason));
        year.settle();
    }

    private List<JournalEntry> ruled(Submission file) {
        return year.journal(JournalEvent.RULED).stream()
                .filter(e -> file.receipt().equals(e.detail().get("receipt")))
                .toList();
    }

    private Set<String> candidates(Submission file, String seat) {
        return year.taskService().getIdentityLinksForTask(seat(file, seat).getId()).stream()
                .map(IdentityLink::getGroupId)
                .map(group -> year.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .memberOfGroup(group)
                        .list())
                .flatMap(List::stream)
                .map(user -> user.getId())
                .collect(Collectors.toSet());
    }

    @Test
    @Order(1)
    @DisplayName(
            "Given a verdict that leaves it to people, when the unit has cited, then leader's and deputy's officers are asked")
    void asked() {
        Submission early = files.handIn(supplement("AGG"), line("AGG"), files.unknown("AGG", SIGNED));
        files.examine();
        assertThat(files.now(early).verdict()).isEqualTo(Verdict.UNKNOWN_CA);
        assertThat(asked(early)).as("the unit has not said its word yet").isEmpty();

        files.cite(early, ISSUED);
        assertThat(asked(early)).containsExactlyInAnyOrder("leader", "deputy");
        assertThat(candidates(early, "leader")).contains(LEADER).doesNotContain(DEPUTY, AGENCY, officer("AGG"));
        assertThat(candidates(early, "deputy")).contains(DEPUTY).doesNotContain(LEADER, AGENCY);
        assertThat(seat(early, "leader").getDueDate().toInstant()).isEqualTo(YearFixture.instant("2024-11-25T17:00"));
        assertThat(seat(early, "leader").getName()).contains("Sở Nội vụ tỉnh An Giang");
        String background = String.valueOf(
                year.taskService().getVariable(seat(early, "leader").getId(), "background"));
        assertThat(background)
                .contains(early.receipt(), "/tep/" + early.id(), "Chưa rõ tổ chức cấp chứng thư", "Quy định");
    }

    @Test
    @Order(2)
    @DisplayName("Given a question, when anybody but the seat's holder rules, then nothing is ruled")
    void nobodyElse() {
        Submission file = files.of(supplement("AGG")).get(0);
        String task = seat(file, "leader").getId();
        Map<String, Object> answers = Map.of("decision", "accept", "reason", "đúng");
        for (String person : List.of(
                DEPUTY, officer("AGG"), officer("BTE"), "vlg.vanthu", "vlg.giamdoc", AGENCY, "admin", "ubnd.vlg")) {
            assertThatThrownBy(() -> year.submit(task, person, answers))
                    .as(person)
                    .isNotNull();
        }
        assertThatThrownBy(() -> year.submit(task, LEADER, Map.of("decision", "accept", "reason", "  ")))
                .as("without a reason")
                .hasRootCauseInstanceOf(DutyRefused.class);
        assertThat(ruled(file)).isEmpty();
        assertThat(asked(file)).containsExactlyInAnyOrder("leader", "deputy");
    }

    @Test
    @Order(3)
    @DisplayName("Given both accept, then the file is accepted, for good, journalled with reasons and told to the unit")
    void agree() {
        Submission file = files.of(supplement("AGG")).get(0);
        rule(file, "leader", LEADER, true, "Chứng thư của Ban Cơ yếu");
        assertThat(files.now(file).ruling()).isNull();
        assertThat(asked(file)).containsExactly("deputy");
        assertThat(year.mails("file-ruled", "chuyenvien@agg.example")).isEmpty();

        rule(file, "deputy", DEPUTY, true, "Đã đối chiếu");
        assertThat(files.now(file).ruling()).isEqualTo(Ruled.ACCEPTED);
        assertThat(asked(file)).isEmpty();
        assertThat(year.mails("file-ruled", "chuyenvien@agg.example")).hasSize(1);
        assertThat(ruled(file))
                .extracting(e -> e.by() + " " + e.detail().get("seat") + " "
                        + e.detail().get("accepted") + " " + e.detail().get("reason"))
                .containsExactly(
                        LEADER + " LEADER true Chứng thư của Ban Cơ yếu", DEPUTY + " DEPUTY true Đã đối chiếu");
        assertThatThrownBy(() -> context.getBean(Rulings.class)
                        .rule(
                                RulingKey.parse(key(file, Ruling.Question.FILE)),
                                Ruling.Seat.LEADER,
                                LEADER,
                                false,
                                "đổi ý"))
                .isInstanceOf(DutyRefused.class);
        assertThat(files.now(file).ruling()).isEqualTo(Ruled.ACCEPTED);
    }

    @Test
    @Order(4)
    @DisplayName("Given leader and deputy disagree, when the standing agency rules, then that holds")
    void disagree() {
        Submission file = needsRuling("BTE");
        rule(file, "leader", LEADER, true, "Ngày ban hành ghi nhầm");
        rule(file, "deputy", DEPUTY, false, "Ngày ban hành sau mốc");
        assertThat(asked(file)).containsExactly("standingAgency");
        assertThat(files.now(file).ruling()).isNull();
        assertThat(String.valueOf(year.taskService()
                        .getVariable(seat(file, "standingAgency").getId(), "background")))
                .contains("Ngày ban hành ghi nhầm", "Ngày ban hành sau mốc");
        String task = seat(file, "standingAgency").getId();
        assertThatThrownBy(() -> year.submit(task, LEADER, Map.of("decision", "accept", "reason", "x")))
                .isNotNull();

        rule(file, "standingAgency", AGENCY, false, "Theo quy chế");
        assertThat(files.now(file).ruling()).isEqualTo(Ruled.REFUSED);
        assertThat(ruled(file)).hasSize(3);
        assertThat(year.mails("file-ruled", "chuyenvien@bte.example")).hasSize(1);
    }

    @Test
    @Order(5)
    @DisplayName(
            "Given a file of the leader's or the deputy's own unit, then the standing agency takes the missing seat")
    void ownUnit() {
        Submission leaders = needsRuling("VLG");
        assertThat(candidates(leaders, "leader")).contains(AGENCY).doesNotContain(LEADER, DEPUTY);
        assertThat(candidates(leaders, "deputy")).contains(DEPUTY).doesNotContain(LEADER);
        String task = seat(leaders, "leader").getId();
        assertThatThrownBy(() -> year.submit(task, LEADER, Map.of("decision", "accept", "reason", "của mình")))
                .isNotNull();
        rule(leaders, "leader", AGENCY, true, "Đúng thẩm quyền");
        rule(leaders, "deputy", DEPUTY, true, "Đồng ý");
        assertThat(files.now(leaders).ruling()).isEqualTo(Ruled.ACCEPTED);

        Submission deputys = needsRuling("KGG");
        assertThat(candidates(deputys, "deputy")).contains(AGENCY).doesNotContain(DEPUTY);
        rule(deputys, "leader", LEADER, false, "Không rõ");
        rule(deputys, "deputy", AGENCY, false, "Không rõ");
        assertThat(files.now(deputys).ruling()).isEqualTo(Ruled.REFUSED);
    }

    @Test
    @Order(6)
    @DisplayName("Given a verdict that is final, then nobody is asked about it")
    void neverAsked() {
        Map<Verdict, Submission> verdicts = new java.util.EnumMap<>(Verdict.class);
        for (Submission file : List.of(
                handedIn("CTO", files.forged("CTO", SIGNED), ISSUED),
                handedIn("CTO", files.unsigned("CTO", SIGNED), ISSUED),
                handedIn("CTO", files.copy("CTO", SIGNED), ISSUED),
                handedIn("CTO", files.signed("CTO", AFTER), "2024-11-20"),
                handedIn("CTO", files.signed("CTO", SIGNED), ISSUED),
                handedIn("CTO", files.claimed("CTO", SIGNED), ISSUED))) {
            verdicts.put(file.verdict(), file);
            assertThat(asked(file)).as("%s", file.verdict()).isEmpty();
            assertThatThrownBy(() -> context.getBean(Rulings.class)
                            .rule(
                                    RulingKey.parse(key(file, Ruling.Question.FILE)),
                                    Ruling.Seat.LEADER,
                                    LEADER,
                                    true,
                                    "cứ nhận"))
                    .isInstanceOf(DutyRefused.class);
        }
        assertThat(verdicts)
                .containsOnlyKeys(
                        Verdict.INVALID,
                        Verdict.UNSIGNED,
                        Verdict.COPY_NOT_ORIGINAL,
                        Verdict.AFTER_CUTOFF,
                        Verdict.VALID_TRUSTED_TIME,
                        Verdict.VALID_CLAIMED_TIME);
    }

    @Test
    @Order(7)
    @DisplayName("Given an open question, when the file is replaced, withdrawn or cited anew, then the question ends")
    void ended() {
        Submission replaced = needsRuling("CTO");
        assertThat(asked(replaced)).hasSize(2);
        files.handIn(supplement("CTO"), line("CTO"), files.signed("CTO", "2024-11-09T10:00"), replaced.id());
        assertThat(files.now(replaced).state()).isEqualTo(Submission.State.REPLACED);
        assertThat(asked(replaced)).isEmpty();

        Submission withdrawn = needsRuling("CTO");
        rule(withdrawn, "leader", LEADER, true, "Được");
        files.submissions().withdraw(withdrawn.id(), officer("CTO"), "Nhầm bản");
        assertThat(asked(withdrawn)).isEmpty();

        Submission half = needsRuling("CTO");
        rule(half, "leader", LEADER, true, "Được");
        assertThatThrownBy(() -> files.cite(half, ISSUED))
                .as("nobody rules on something else than the one before")
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("Đã có quyết định về tệp này");
        files.submissions().withdraw(half.id(), officer("CTO"), "Nhầm bản");

        Submission cited = needsRuling("CTO");
        files.cite(cited, ISSUED);
        assertThat(files.now(cited).verdict()).isEqualTo(Verdict.VALID_TRUSTED_TIME);
        assertThat(asked(cited)).isEmpty();
        files.cite(cited, "2024-11-19");
        assertThat(asked(cited)).as("and back again").hasSize(2);
        files.submissions().withdraw(cited.id(), officer("CTO"), "Nhầm bản");
    }

    @Test
    @Order(8)
    @DisplayName(
            "Given the supplement's cut-off has passed, when evidence comes late, then it is received, and let in only by a ruling")
    void late() {
        year.run("2024-11-25T13:00");
        Submission late = handedIn("BTE", files.signed("BTE", "2024-11-11T09:00"), "2024-11-11");
        assertThat(late.inTime()).isFalse();
        assertThat(late.verdict()).isEqualTo(Verdict.LATE);
        assertThat(asked(late)).containsExactlyInAnyOrder("leader", "deputy");
        assertThat(seat(late, "leader").getName()).contains("nộp muộn");

        rule(late, "leader", LEADER, true, "Mất điện toàn tỉnh");
        rule(late, "deputy", DEPUTY, true, "Có xác nhận của điện lực");
        assertThat(files.now(late).letIn()).isTrue();
        assertThat(files.now(late).ruling()).isNull();
        assertThat(files.now(late).verdict()).as("judged on everything else").isEqualTo(Verdict.VALID_TRUSTED_TIME);
        assertThat(asked(late)).isEmpty();
        assertThat(year.engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(process(late, Ruling.Question.LATE))
                        .activityId("event_ruled")
                        .count())
                .as("ended by the ruling, not by an interruption")
                .isEqualTo(1);
        assertThat(ruled(late)).hasSize(2);
    }

    private String process(Submission file, Ruling.Question question) {
        return year.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key(file, question))
                .singleResult()
                .getId();
    }

    @Test
    @Order(9)
    @DisplayName(
            "Given a late file is let in and needs a ruling of its own, then there is a second question; refused lateness ends all")
    void lateAndDoubtful() {
        Submission late = handedIn("AGG", files.signed("AGG", "2024-11-12T09:00"), "2024-11-18");
        assertThat(late.verdict()).isEqualTo(Verdict.LATE);
        rule(late, "leader", LEADER, true, "Cho nhận");
        rule(late, "deputy", DEPUTY, false, "Không có lý do");
        rule(late, "standingAgency", AGENCY, true, "Cho nhận");
        assertThat(files.now(late).verdict()).isEqualTo(Verdict.NEEDS_RULING);
        assertThat(tasks(late))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.getName()).contains("Quyết định về tệp minh chứng"));
        rule(late, "leader", LEADER, false, "Ban hành sau mốc");
        rule(late, "deputy", DEPUTY, false, "Ban hành sau mốc");
        assertThat(files.now(late).ruling()).isEqualTo(Ruled.REFUSED);
        assertThat(ruled(late)).hasSize(5);

        Submission refused = handedIn("AGG", files.signed("AGG", "2024-11-13T09:00"), "2024-11-13");
        rule(refused, "leader", LEADER, false, "Quá hạn");
        rule(refused, "deputy", DEPUTY, false, "Quá hạn");
        assertThat(files.now(refused).letIn()).isFalse();
        assertThat(files.now(refused).verdict()).isEqualTo(Verdict.LATE);
        assertThat(files.now(refused).ruling()).isEqualTo(Ruled.REFUSED);
    }

    @Test
    @Order(10)
    @DisplayName(
            "Given unruled files at the freeze, then they are listed in the minutes with the reason, questions end, nobody lapses")
    void freeze() {
        Submission unruled = handedIn("KGG", files.signed("KGG", "2024-11-08T09:00"), "2024-11-08");
        assertThat(asked(unruled)).hasSize(2);
        rule(unruled, "leader", LEADER, true, "Cho nhận");
        int lapses = year.journal(JournalEvent.LAPSED).size();

        year.run(only(DutyCode.FREEZE), "2024-11-25T16:59");
        if (year.journal(JournalEvent.FROZEN).isEmpty()) {
            for (String unit : List.of("VLG", "KGG")) {
                year.complete(year.key(DutyType.FREEZE, unit), "submit", officer(unit));
            }
        }
        assertThat(asked(unruled)).isEmpty();
        JournalEntry frozen = year.journal(JournalEvent.FROZEN).get(0);
        assertThat(notAccepted(frozen))
                .as("where one file of a line was accepted, the line stands by it; of the others all are told")
                .containsExactly(
                        "KGG " + line("KGG") + ": Không được chấp nhận theo quyết định",
                        "KGG " + line("KGG") + ": chưa có quyết định: Nhận sau thời hạn");
        assertThat(year.journal(JournalEvent.LAPSED)).hasSize(lapses);
    }

    @SuppressWarnings("unchecked")
    private static List<String> notAccepted(JournalEntry frozen) {
        return ((List<Map<String, Object>>) frozen.detail().get("notAccepted"))
                .stream()
                        .map(n -> n.get("unit") + " " + n.get("line") + ": " + n.get("reason"))
                        .toList();
    }

    @Test
    @Order(11)
    @DisplayName("Given the freeze, then nothing is ruled on and nothing handed in any more")
    void afterTheFreeze() {
        Submission unruled = files.of(supplement("KGG")).stream()
                .filter(f -> f.verdict() == Verdict.LATE)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> context.getBean(Rulings.class)
                        .rule(
                                RulingKey.parse(key(unruled, Ruling.Question.LATE)),
                                Ruling.Seat.DEPUTY,
                                AGENCY,
                                true,
                                "muộn rồi"))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("chốt");
        assertThatThrownBy(() -> files.handIn(supplement("CTO"), line("CTO"), files.signed("CTO", SIGNED)))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("chốt");
        files.examine();
        assertThat(asked(unruled)).isEmpty();
    }

    @Test
    @Order(12)
    @DisplayName("Given open questions, when the year is cancelled, then no task of it is left")
    void cancelled() {
        inAnotherYear("quyet-dinh-huy", another -> {
            Submission file = needsRuling("BTE");
            assertThat(asked(file)).hasSize(2);
            context.getBean(ClusterYears.class).cancel(another.yearId(), "admin", "Lập nhầm");
            another.settle();
            assertThat(asked(file)).isEmpty();
            assertThat(another.taskService()
                            .createTaskQuery()
                            .tenantIdIn(another.yearId())
                            .count())
                    .isZero();
            assertThatThrownBy(() -> context.getBean(Rulings.class)
                            .rule(
                                    RulingKey.parse(key(file, Ruling.Question.FILE)),
                                    Ruling.Seat.LEADER,
                                    LEADER,
                                    true,
                                    "muộn"))
                    .isInstanceOf(DutyRefused.class);
        });
    }

    @Test
    @Order(13)
    @DisplayName("Given nobody froze, when the year closes with open questions, then no task of it is left")
    void closed() {
        inAnotherYear("quyet-dinh-het", another -> {
            Submission file = needsRuling("BTE");
            another.run("2024-12-31T16:59");
            assertThat(asked(file))
                    .as("nothing is frozen, so it can still be ruled on")
                    .hasSize(2);
            another.run("2024-12-31T17:00");
            assertThat(asked(file)).isEmpty();
            assertThat(another.runtime()
                            .createProcessInstanceQuery()
                            .tenantIdIn(another.yearId())
                            .count())
                    .isZero();
        });
    }

    /** One that has come as far as this one, and goes its own way from there. */
    private void inAnotherYear(String cluster, Consumer<YearFixture> what) {
        YearFixture outer = year;
        YearFixture another = new YearFixture(context).start(cluster, "2024-11-22T13:50");
        another.run(only(DutyCode.SCORING_MEETING), "2024-11-22T17:00");
        try {
            year = another;
            files = new FileFixture(context, another);
            what.accept(another);
        } finally {
            year = outer;
            files = new FileFixture(context, outer);
            another.end();
        }
    }
}
