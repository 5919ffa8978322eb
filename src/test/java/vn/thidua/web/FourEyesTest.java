package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.steering.PlanAmendments;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.PlanReader;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;

/**
 * Four eyes (S0-02; rules.md, "Scores"): nobody appraises or agrees on the own unit, neither appraiser sees the other before both are
 * in, and who has a conflict of interest is replaced. Every door is tried: our requests, pages, workbooks and streams, the engine's
 * REST layer, its forms, its history, Tasklist's own interface. One year, told in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourEyesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SURFACES = List.of("/camunda/api/engine/engine/default", "/engine-rest");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    YearFixture year;
    final Map<String, Http> sessions = new HashMap<>();

    @BeforeAll
    void appraisalsAreOpen() {
        year = new YearFixture(context).start("bon-mat", "2024-11-15T07:00");
        year.run(only(DutyCode.SELF_SCORE), "2024-11-18T09:00");
        assertThat(year.duty(appraisal("VLG", "AGG")).received()).isFalse();
        assertThat(year.tasks(appraisal("VLG", "AGG"))).hasSize(1);
    }

    @AfterAll
    void end() {
        year.end();
    }

    private DutyKey appraisal(String by, String unit) {
        return year.key(DutyType.APPRAISAL, by, unit);
    }

    private Http as(String person) {
        return sessions.computeIfAbsent(person, id -> {
            String password = year.password(id);
            Http http = new Http(port);
            assertThat(http.login(id, password).statusCode()).isEqualTo(200);
            return http.basic(id, password);
        });
    }

    private HttpResponse<String> change(String person, String method, String path, String json) {
        return as(person).send(method, path, "application/json", BodyPublishers.ofString(json), "X-Thidua", "1");
    }

    private String sheet(String unit) {
        return "/diem/" + year.yearId() + "/don-vi/" + unit;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Every text of a workbook. */
    private static List<String> texts(byte[] workbook) {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook poi = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            poi.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private List<String> columns(String person, String unit) {
        HttpResponse<String> answer = as(person).get(sheet(unit));
        return answer.statusCode() == 404 ? List.of() : texts(json(answer).get("columns"));
    }

    private HttpResponse<String> set(String person, String unit, String line, String column, String base) {
        return change(
                person,
                "PUT",
                sheet(unit) + "/o",
                "{\"line\":\"%s\",\"column\":\"%s\",\"base\":%s,\"points\":\"1\",\"reason\":\"thử\"}"
                        .formatted(line, column, base));
    }

    /** Figures that people of a unit set in their own unit's sheet, in any column but the self-score. */
    private List<Map<String, Object>> ownFigures() {
        return jdbc.sql("""
                        SELECT unit, line, col, by_whom FROM score_entry
                        WHERE year_id = ? AND col <> 'SELF' AND upper(split_part(by_whom, '.', 1)) = unit""").param(year.yearId()).query().listOfRows();
    }

    private static final Map<String, List<String>> OWN = Map.of(
            "VLG",
                    List.of(
                            "vlg.chuyenvien",
                            "vlg.giamdoc",
                            "vlg.chanhvanphong",
                            "vlg.vanphong",
                            "vlg.vanthu",
                            "vlg.kythuat"),
            "KGG", List.of("kgg.chuyenvien", "kgg.giamdoc", "kgg.chanhvanphong", "kgg.vanphong"),
            "AGG", List.of("agg.chuyenvien", "agg.giamdoc", "bte.chuyenvien", "vtdkt.thuongtruc", "ubnd.agg"));

    @Test
    @Order(1)
    @DisplayName(
            "Given an officer of a unit, when they try our requests on the own unit's sheet, then no figure of an appraiser or of the meeting is theirs")
    void ownUnitByRequest() {
        OWN.forEach((unit, people) -> people.forEach(person -> {
            for (String column : List.of("LEADER", "DEPUTY", "AGREED")) {
                String cell = person + " " + column + " of " + unit;
                assertThat(set(person, unit, "1.1", column, "null").statusCode())
                        .as(cell)
                        .isIn(403, 404);
                HttpResponse<String> pasted = change(
                        person,
                        "POST",
                        sheet(unit) + "/nhieu-o",
                        "{\"cells\":[{\"line\":\"1.1\",\"column\":\"%s\",\"points\":\"1\",\"reason\":\"thử\"}]}"
                                .formatted(column));
                assertThat(pasted.statusCode()).as(cell).isIn(200, 404);
                assertThat(pasted.body()).as(cell).contains("\"message\"").doesNotContain("\"cell\"");
            }
            for (String kind : List.of("MARKED", "OBJECTION")) {
                assertThat(change(
                                        person,
                                        "POST",
                                        sheet(unit) + "/ghi-chu",
                                        "{\"line\":\"1.1\",\"kind\":\"%s\",\"text\":\"thử\"}".formatted(kind))
                                .statusCode())
                        .as(person + " " + kind)
                        .isIn(403, 404);
            }
            assertThat(change(person, "POST", sheet(unit) + "/xung-dot", "{\"reason\":\"thử\"}")
                            .statusCode())
                    .as("%s has nothing to declare on %s", person, unit)
                    .isIn(403, 404);
            assertThat(columns(person, unit))
                    .as(person)
                    .isSubsetOf("SELF")
                    .doesNotContain("LEADER", "DEPUTY", "AGREED");
        }));
        assertThat(ownFigures()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM score_entry WHERE year_id = ? AND col <> 'SELF'")
                        .param(year.yearId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(2)
    @DisplayName("Given the leader's unit, then the deputy alone appraises it, and the deputy's is the leader's alone")
    void eachOther() {
        assertThat(year.duties(DutyType.APPRAISAL))
                .extracting(duty -> duty.key().party() + " " + duty.key().subject())
                .doesNotContain("VLG VLG", "KGG KGG")
                .contains("KGG VLG", "VLG KGG", "VLG AGG", "KGG AGG");
        assertThat(columns(officer("KGG"), "VLG")).containsExactly("SELF", "DEPUTY");
        assertThat(columns(officer("VLG"), "KGG")).containsExactly("SELF", "LEADER");
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given the task of the other appraiser on the own unit, when its people try the engine's doors, then it is not there for them")
    void ownUnitByEngine() {
        Map.of("VLG", "KGG", "KGG", "VLG", "AGG", "VLG").forEach((unit, by) -> {
            Task task = year.task(appraisal(by, unit), "submit");
            for (String person : OWN.get(unit)) {
                for (String surface : SURFACES) {
                    engineDoors(person, surface, task);
                }
                assertThat(as(person).get("/tep/nhiem-vu/" + task.getId()).statusCode())
                        .as(person)
                        .isEqualTo(404);
            }
            assertThat(year.taskService()
                            .createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isNull();
            assertThat(year.duty(appraisal(by, unit)).received()).isFalse();
        });
        assertThat(ownFigures()).isEmpty();
    }

    /** The standing agency watches all tasks in Cockpit, and does none of these. */
    private static boolean supervises(String person) {
        return person.equals("vtdkt.thuongtruc");
    }

    private void engineDoors(String person, String surface, Task task) {
        Http http = as(person);
        String path = surface + "/task/" + task.getId();
        String instance = task.getProcessInstanceId();
        for (String reading :
                List.of("", "/form", "/form-variables", "/variables", "/identity-links", "/rendered-form")) {
            if (!supervises(person)) {
                assertThat(http.get(path + reading).statusCode())
                        .as(person + " " + reading)
                        .isGreaterThanOrEqualTo(400);
            }
        }
        for (String change : List.of(
                "/claim {\"userId\":\"" + person + "\"}",
                "/assignee {\"userId\":\"" + person + "\"}",
                "/delegate {\"userId\":\"" + person + "\"}",
                "/complete {}",
                "/submit-form {\"variables\":{\"answer\":{\"value\":\"submit\"}}}",
                "/identity-links {\"userId\":\"" + person + "\",\"type\":\"candidate\"}",
                "/variables {\"modifications\":{\"x\":{\"value\":1}}}")) {
            String[] parts = change.split(" ", 2);
            assertThat(http.post(path + parts[0], parts[1]).statusCode())
                    .as(person + change)
                    .isGreaterThanOrEqualTo(400);
        }
        HttpResponse<String> tasks = http.post(surface + "/task", "{\"processInstanceId\":\"" + instance + "\"}");
        assertThat(tasks.statusCode() >= 400 || json(tasks).isEmpty() || supervises(person))
                .as("%s asks for tasks: %s", person, tasks.body())
                .isTrue();
        for (String history : List.of("variable-instance", "task", "detail", "activity-instance")) {
            HttpResponse<String> found = http.get(surface + "/history/" + history + "?processInstanceId=" + instance);
            assertThat(found.statusCode() >= 400 || json(found).isEmpty() || supervises(person))
                    .as("%s asks for the history of %s: %s", person, history, found.body())
                    .isTrue();
        }
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given the leader's office has begun to appraise, then neither the deputy's office nor the unit nor anybody else sees a figure of it, by whatever door")
    void blind() {
        assertThat(set(officer("VLG"), "AGG", "1.1", "LEADER", "null").statusCode())
                .isEqualTo(200);
        year.complete(appraisal("VLG", "AGG"), "submit", officer("VLG"));
        assertThat(columns(officer("VLG"), "AGG")).containsExactly("SELF", "LEADER");
        assertThat(columns(officer("KGG"), "AGG")).containsExactly("SELF", "DEPUTY");
        assertThat(columns(officer("AGG"), "AGG")).containsExactly("SELF");
        assertThat(columns(officer("BTE"), "AGG")).isEmpty();
        assertThat(columns("vtdkt.thuongtruc", "AGG")).containsExactly("SELF");
        long duty = year.duty(appraisal("VLG", "AGG")).id();
        for (String person : List.of(officer("KGG"), officer("AGG"), officer("BTE"), "kgg.giamdoc", "agg.giamdoc")) {
            Http http = as(person);
            HttpResponse<String> history = http.get(sheet("AGG") + "/lich-su?dong=1.1");
            assertThat(history.body()).as(person).doesNotContain("LEADER").doesNotContain("vlg.chuyenvien");
            assertThat(http.get("/nam/" + year.yearId() + "/viec/" + duty).body())
                    .as("the duty's page shows no totals to %s", person)
                    .doesNotContain("Tổng điểm");
            assertThat(http.get("/tep/viec/" + duty).statusCode()).as(person).isEqualTo(404);
            HttpResponse<byte[]> workbook = http.bytes(sheet("AGG") + "/bang-diem.xlsx");
            if (workbook.statusCode() == 200) {
                assertThat(texts(workbook.body())).as(person).noneMatch(text -> text.contains("Cụm trưởng thẩm định"));
            }
            HttpResponse<String> board = http.get("/diem/" + year.yearId() + "/bang");
            assertThat(board.body()).as(person).doesNotContain("\"LEADER\":{\"id\"");
            for (String surface : SURFACES) {
                HttpResponse<String> found = http.get(
                        surface + "/history/variable-instance?processInstanceBusinessKey=" + appraisal("VLG", "AGG"));
                assertThat(found.statusCode() >= 400 || json(found).isEmpty())
                        .as(person)
                        .isTrue();
            }
        }
    }

    @Test
    @Order(5)
    @DisplayName(
            "Given appraisals under way, then the progress board says of the other office's only whether it is in, and is there for appraisers and the agency alone")
    void progress() {
        String page = "/nam/" + year.yearId() + "/tien-do";
        assertThat(set(officer("KGG"), "AGG", "1.1", "DEPUTY", "null").statusCode())
                .isEqualTo(200);
        assertThat(as(officer("VLG")).get(page).body())
                .contains("đã thẩm định: 1/4 đơn vị")
                .contains("chờ thẩm định")
                .contains("không tự thẩm định đơn vị mình")
                .doesNotContain("đang chấm");
        assertThat(as(officer("KGG")).get(page).body()).contains("đang chấm, 1/42 dòng");
        for (String person : List.of(officer("VLG"), "kgg.giamdoc", "vtdkt.thuongtruc")) {
            assertThat(as(person).get(page).statusCode()).as(person).isEqualTo(200);
            assertThat(as(person)
                            .bytes("/diem/" + year.yearId() + "/tien-do.xlsx")
                            .statusCode())
                    .as(person)
                    .isEqualTo(200);
            assertThat(as(person).get("/diem/tien-do").body()).as(person).contains(page);
        }
        for (String person : List.of(officer("AGG"), officer("BTE"), "ubnd.agg")) {
            assertThat(as(person).get(page).statusCode()).as(person).isEqualTo(404);
            assertThat(as(person)
                            .bytes("/diem/" + year.yearId() + "/tien-do.xlsx")
                            .statusCode())
                    .as(person)
                    .isEqualTo(404);
            assertThat(as(person).get("/diem/tien-do").body()).as(person).isEqualTo("[]");
        }
    }

    @Test
    @Order(6)
    @DisplayName("Given both appraisals are in, then both appraisers and the unit see both, the others nothing")
    void revealed() {
        year.complete(appraisal("KGG", "AGG"), "submit", officer("KGG"));
        for (String person : List.of(officer("VLG"), officer("KGG"), officer("AGG"))) {
            assertThat(columns(person, "AGG")).as(person).containsExactly("SELF", "LEADER", "DEPUTY");
        }
        assertThat(columns(officer("BTE"), "AGG")).isEmpty();
        Sheet sheet = year.bean(SheetStore.class).find(year.yearId(), "AGG").orElseThrow();
        assertThat(sheet.contested()).isNotEmpty();
        String board =
                as(officer("VLG")).get("/nam/" + year.yearId() + "/tien-do").body();
        assertThat(board)
                .contains("chờ thống nhất " + sheet.contested().size() + " dòng")
                .contains("thứ hạng tính theo các bản đã nộp")
                .containsPattern("hạng \\d");
        assertThat(texts(as(officer("VLG"))
                        .bytes("/diem/" + year.yearId() + "/tien-do.xlsx")
                        .body()))
                .contains(sheet.contested().get(0).name());
        assertThat(year.mails("contested", "chuyenvien@agg.example"))
                .as("the unit is told once which lines differ")
                .hasSize(1);
    }

    @Test
    @Order(7)
    @DisplayName(
            "Given an officer with a conflict of interest, when they declare it with a reason, then a colleague has the task, the figures stay and are marked")
    void conflict() {
        String path = sheet("BTE");
        assertThat(set(officer("VLG"), "BTE", "1.1", "LEADER", "null").statusCode())
                .isEqualTo(200);
        assertThat(change(officer("VLG"), "POST", path + "/xung-dot", "{\"reason\":\"  \"}")
                        .statusCode())
                .as("a conflict has a reason")
                .isEqualTo(422);
        Task task = year.task(appraisal("VLG", "BTE"), "submit");
        assertThat(as(officer("VLG"))
                        .post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"vlg.chuyenvien\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> declared = change(
                officer("VLG"), "POST", path + "/xung-dot", "{\"reason\":\"Em ruột là Chánh Văn phòng đơn vị\"}");
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
        assertThat(texts(json(declared))).singleElement().asString().contains("Lâm Minh Thiện");
        assertThat(year.journal(JournalEvent.REPLACED))
                .singleElement()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("subject", "BTE")
                        .containsEntry("reason", "Em ruột là Chánh Văn phòng đơn vị"));
        assertThat(change(officer("VLG"), "POST", path + "/xung-dot", "{\"reason\":\"lần nữa\"}")
                        .statusCode())
                .isEqualTo(400);

        assertThat(set(officer("VLG"), "BTE", "1.2", "LEADER", "null").statusCode())
                .isIn(403, 404);
        for (String surface : SURFACES) {
            assertThat(as(officer("VLG")).get(surface + "/task/" + task.getId()).statusCode())
                    .as("the claimed task is no longer theirs")
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(year.mails("replaced", "chanhvanphong@vlg.example")).hasSize(1);
        JsonNode seen = json(as("vlg.chanhvanphong").get(path));
        assertThat(texts(seen.get("writable"))).containsExactly("LEADER");
        JsonNode cell = seen.get("lines").get(0).get("cells").get("LEADER");
        assertThat(cell.get("byId").asText()).isEqualTo("vlg.chuyenvien");
        assertThat(cell.get("replaced").asBoolean()).isTrue();
        assertThat(as("vlg.chanhvanphong").get(path + "/xung-dot").body())
                .contains("Em ruột là Chánh Văn phòng đơn vị");
    }

    @Test
    @Order(8)
    @DisplayName("Given somebody appraises in another's place, then Tasklist's filters find the task for them alone")
    void filters() {
        assertThat(unitsOfTasks("vlg.chanhvanphong")).contains("BTE").doesNotContain("CTO", "KGG");
        assertThat(unitsOfTasks(officer("VLG"))).contains("CTO", "KGG").doesNotContain("BTE");
        assertThat(unitsOfTasks("vtdkt.thuongtruc")).isEmpty();
    }

    /** The units whose appraisals the filter "Việc của đơn vị tôi" shows to somebody. */
    private List<String> unitsOfTasks(String person) {
        JsonNode filters = json(as(person)
                .get("/engine-rest/filter?resourceType=Task&name="
                        + java.net.URLEncoder.encode("Việc của đơn vị tôi", java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(filters).hasSize(1);
        JsonNode tasks = json(
                as(person).get("/engine-rest/filter/" + filters.get(0).get("id").asText() + "/list"));
        List<String> units = new ArrayList<>();
        for (JsonNode task : tasks) {
            for (DutyKey key :
                    year.duties(DutyType.APPRAISAL).stream().map(d -> d.key()).toList()) {
                if (year.tasks(key).stream()
                        .anyMatch(t -> t.getId().equals(task.get("id").asText()))) {
                    units.add(key.subject());
                }
            }
        }
        return units;
    }

    @Test
    @Order(9)
    @DisplayName(
            "Given a colleague declares a conflict too, then the next takes over, and the agency last; who would judge for both is refused")
    void nobodyLeft() {
        for (String person : List.of("vlg.chanhvanphong", "vlg.vanphong")) {
            assertThat(change(person, "POST", sheet("BTE") + "/xung-dot", "{\"reason\":\"Từng công tác tại đơn vị\"}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(200);
        }
        assertThat(texts(json(as("vtdkt.thuongtruc").get(sheet("BTE"))).get("writable")))
                .containsExactly("LEADER");
        for (String person : List.of("kgg.chuyenvien", "kgg.chanhvanphong")) {
            assertThat(change(person, "POST", sheet("BTE") + "/xung-dot", "{\"reason\":\"Người thân\"}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(200);
        }
        HttpResponse<String> last =
                change("kgg.vanphong", "POST", sheet("BTE") + "/xung-dot", "{\"reason\":\"Người thân\"}");
        assertThat(last.statusCode()).isEqualTo(400);
        assertThat(last.body()).contains("không chấm cả hai cột");
        assertThat(texts(json(as("kgg.vanphong").get(sheet("BTE"))).get("writable")))
                .as("nothing half done")
                .containsExactly("DEPUTY");
        assertThatThrownBy(() -> year.bean(PlanAmendments.class)
                        .difference(
                                PlanReader.read(YearFixture.plan("bon-mat")
                                        .replaceAll("(?m)^  - \\{ id: kgg\\.vanphong,.*\\n", "")),
                                "vtdkt.thuongtruc"))
                .as("a plan in which one person would appraise the unit in both columns")
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("Một người sẽ chấm cả hai cột");
        year.complete(appraisal("VLG", "BTE"), "submit", "vtdkt.thuongtruc");
        assertThat(year.duty(appraisal("VLG", "BTE")).received()).isTrue();
        assertThat(jdbc.sql("""
                        SELECT DISTINCT by_whom || ' ' || party FROM score_entry
                        WHERE year_id = ? AND unit = 'BTE' AND col = 'LEADER' AND line <> '1.1'""").param(year.yearId()).query(String.class).list())
                .containsExactly("vtdkt.thuongtruc VTDKT");
    }

    @Test
    @Order(10)
    @DisplayName(
            "Given the meeting, then leader and deputy agree on others' units, nobody on the own, and who has a conflict on none of that unit")
    void meeting() {
        year.run(only(DutyCode.APPRAISAL, DutyCode.CLASSIFICATION), "2024-11-22T14:10");
        OWN.forEach((unit, people) -> people.forEach(
                person -> assertThat(set(person, unit, "1.1", "AGREED", "null").statusCode())
                        .as(person + " agrees on " + unit)
                        .isIn(403, 404)));
        assertThat(set(officer("VLG"), "BTE", "1.2", "AGREED", "null").statusCode())
                .isEqualTo(403);
        assertThat(set(officer("VLG"), "CTO", "1.2", "AGREED", "null").statusCode())
                .isEqualTo(200);
        HttpResponse<String> agreed = set(officer("KGG"), "VLG", "1.2", "AGREED", "null");
        assertThat(agreed.statusCode()).isEqualTo(200);
        String entry = json(agreed).get("cell").get("id").asText();
        for (String person : OWN.get("VLG")) {
            assertThat(change(person, "POST", "/diem/" + year.yearId() + "/hoan-tac", "{\"entry\":" + entry + "}")
                            .statusCode())
                    .as("%s undoes what was agreed on the own unit", person)
                    .isIn(403, 404);
        }
        assertThat(ownFigures()).isEmpty();
        assertThat(columns(officer("BTE"), "AGG"))
                .as("from the meeting on all members see all")
                .containsExactly(Column.SELF.name(), Column.LEADER.name(), Column.DEPUTY.name(), Column.AGREED.name());
    }

    @Test
    @Order(11)
    @DisplayName(
            "Given an officer left and another has the office, then figures keep the name of who set them, and the office goes on")
    void officerLeft() {
        year.bean(PlanAmendments.class)
                .apply(
                        PlanReader.read(YearFixture.plan(
                                "bon-mat",
                                "vlg.chuyenvien",
                                "vlg.tam",
                                "Đỗ Thị Mỹ Thảo",
                                "Nguyễn Minh Tâm",
                                "chuyenvien@vlg.example",
                                "tam@vlg.example")),
                        "vtdkt.thuongtruc");
        JsonNode cell = json(as(officer("BTE")).get(sheet("AGG")))
                .get("lines")
                .get(0)
                .get("cells")
                .get("LEADER");
        assertThat(cell.get("by").asText()).contains("Đỗ Thị Mỹ Thảo");
        assertThat(cell.get("party").asText()).isEqualTo("VLG");
        assertThat(set(officer("VLG"), "CTO", "1.3", "AGREED", "null").statusCode())
                .as("who left agrees on nothing any more")
                .isIn(401, 403, 404);
        assertThat(set("vlg.tam", "CTO", "1.3", "AGREED", "null").statusCode()).isEqualTo(200);
    }
}
