package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
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
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.journal.JournalEvent;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.workbook.ManyMistakes;
import vn.thidua.scoring.criteria.workbook.Workbooks;
import vn.thidua.scoring.drafting.CriteriaDrafting;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;

/** The doors of the criteria page: what each leads to for whom, from a workbook with mistakes to a new version with a reason (S2-11). */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CriteriaDoorsTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String LEADER = officer("VLG");
    private static final String MEMBER = officer("AGG");
    private static final String DEPUTY = officer("KGG");
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final String OTHER_CLUSTER = "agg.cumkhac";
    private static final String STRANGER = "nguoi.la";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @Autowired
    CriteriaTables tables;

    @LocalServerPort
    int port;

    YearFixture year;
    YearFixture other;
    private final Map<String, Http> people = new HashMap<>();

    @BeforeAll
    void selfScoringIsNear() {
        other = new YearFixture(context)
                .startPlan(
                        YearFixture.plan(
                                "tieu-chi-khac",
                                "id: agg.chuyenvien",
                                "id: " + OTHER_CLUSTER,
                                "email: chuyenvien@agg.example",
                                "email: cumkhac@agg.example"),
                        "2024-09-30T07:30");
        year = new YearFixture(context).start("cua-tieu-chi", "2024-09-30T07:30");
        year.run("2024-09-30T09:00");
    }

    @AfterAll
    void end() {
        year.end();
        other.end();
        identity.deleteUser(STRANGER);
    }

    private Http as(String person) {
        return people.computeIfAbsent(person, who -> {
            User user = identity.createUserQuery().userId(who).singleResult();
            if (user == null) {
                user = identity.newUser(who);
                identity.saveUser(user);
            }
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            Http http = new Http(port);
            assertThat(http.login(who, PASSWORD).statusCode()).isEqualTo(200);
            return http;
        });
    }

    private String page() {
        return "/nam/" + year.yearId() + "/tieu-chi";
    }

    private HttpResponse<String> upload(String person, String door, byte[] file) {
        return as(person).send("POST", page() + door, EXCEL, BodyPublishers.ofByteArray(file), "X-Thidua", "1");
    }

    private HttpResponse<String> say(String person, String door, String json) {
        return as(person)
                .send("POST", page() + door, "application/json", BodyPublishers.ofString(json), "X-Thidua", "1");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private List<CriteriaTable> versions() {
        return tables.versions(year.yearId());
    }

    private static byte[] workbook(String cell, Object value) {
        return Workbooks.changed(workbook -> Workbooks.put(workbook, "Tiêu chí", cell, value));
    }

    @Test
    @Order(1)
    @DisplayName(
            "Given a workbook with mistakes, when the leader uploads it, then all are shown with their cells, it makes no draft, and nothing is stored")
    void mistakes() {
        HttpResponse<String> preview = upload(LEADER, "/xem-truoc", ManyMistakes.file());
        assertThat(preview.statusCode()).isEqualTo(200);
        JsonNode told = json(preview).path("mistakes");
        assertThat(told).hasSize(ManyMistakes.TOLD.size());
        assertThat(told.get(0).path("sheet").asText() + "!"
                        + told.get(0).path("cell").asText() + ": "
                        + told.get(0).path("message").asText())
                .isEqualTo(ManyMistakes.TOLD.get(0));

        HttpResponse<String> accepted = upload(LEADER, "/du-thao?sau=0", ManyMistakes.file());
        assertThat(accepted.statusCode()).isEqualTo(400);
        assertThat(accepted.body()).contains("Tệp còn " + ManyMistakes.TOLD.size() + " lỗi");
        assertThat(versions()).isEmpty();
        assertThat(year.journal(JournalEvent.DRAFTED)).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName(
            "Nobody but the leader's officer drafts, opens a round or issues; others of the year read, all the rest find nothing")
    void wrongPersons() {
        byte[] good = workbook("E6", 0.5);
        for (String person : List.of(MEMBER, DEPUTY, AGENCY)) {
            assertThat(as(person).get(page()).statusCode()).as(person).isEqualTo(200);
            assertThat(as(person).get(page()).body())
                    .as(person)
                    .doesNotContain("data-to=\"ban-hanh\"", "class=\"upload\"");
            assertThat(doors(person, good)).as(person).containsOnly(403);
        }
        for (String person : List.of(OTHER_CLUSTER, STRANGER)) {
            assertThat(as(person).get(page()).statusCode()).as(person).isEqualTo(404);
            assertThat(as(person).get(page() + "/mau.xlsx").statusCode())
                    .as(person)
                    .isEqualTo(404);
            assertThat(doors(person, good)).as(person).containsOnly(404);
            assertThat(say(person, "/y-kien", "{\"place\":\"1.1\",\"text\":\"Bỏ\"}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(404);
            assertThat(say(person, "/tra-loi", "{\"answer\":\"none\"}").statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        Http nobody = new Http(port);
        assertThat(nobody.send("POST", page() + "/xem-truoc", EXCEL, BodyPublishers.ofByteArray(good), "X-Thidua", "1")
                        .statusCode())
                .isIn(401, 403);
        assertThat(as(LEADER)
                        .send("POST", page() + "/xem-truoc", EXCEL, BodyPublishers.ofByteArray(good))
                        .statusCode())
                .as("from another page than ours")
                .isEqualTo(403);
        assertThat(versions()).isEmpty();
    }

    /** The answers of every door that is the leader's alone. */
    private List<Integer> doors(String person, byte[] file) {
        return List.of(
                upload(person, "/xem-truoc", file).statusCode(),
                upload(person, "/du-thao?sau=0", file).statusCode(),
                say(person, "/lay-y-kien", "{\"ends\":\"2024-10-04T17:00\"}").statusCode(),
                say(person, "/huy-lay-y-kien", "{\"reason\":\"Nhầm\"}").statusCode(),
                say(person, "/ban-hanh", "{\"reason\":\"Sửa\",\"version\":1}").statusCode());
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given a good workbook, when the leader uploads it, then the difference is shown first, and only that version is accepted")
    void accepted() {
        byte[] good = Workbooks.changed(workbook -> {
            Workbooks.put(workbook, "Tiêu chí", "E6", 0.5);
            Workbooks.put(workbook, "Tiêu chí", "B16", "2.6");
        });
        JsonNode preview = json(upload(LEADER, "/xem-truoc", good));
        assertThat(preview.path("mistakes")).isEmpty();
        assertThat(preview.path("changes").toString()).contains("1.1", "2.5", "2.6");
        assertThat(versions()).as("a look stores nothing").isEmpty();
        assertThat(upload(LEADER, "/du-thao?sau=7", good).statusCode())
                .as("another version was looked at")
                .isEqualTo(400);
        assertThat(upload(LEADER, "/du-thao?sau=0", good).statusCode()).isEqualTo(200);
        assertThat(versions()).singleElement().extracting(CriteriaTable::state).isEqualTo(CriteriaTable.State.DRAFT);
        assertThat(upload(LEADER, "/du-thao?sau=1", good).body()).contains("không có gì để thay");
        assertThat(say(LEADER, "/ban-hanh", "{\"reason\":\"Sửa\",\"version\":1}")
                        .body())
                .contains("Chưa ban hành phiên bản nào");
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given a draft that nobody issued, when self-scoring opens, then the plan's table is in force and the draft goes on beside it")
    void draftGoesOn() {
        year.run("2024-10-02T09:00");
        assertThat(versions())
                .extracting(CriteriaTable::state)
                .containsExactly(CriteriaTable.State.CLOSED, CriteriaTable.State.ISSUED, CriteriaTable.State.DRAFT);
        CriteriaTable draft = tables.draft(year.yearId()).orElseThrow();
        assertThat(draft.content()).isEqualTo(versions().get(0).content());
        assertThat(draft.source()).isEqualTo(CriteriaTable.Source.WORKBOOK);
        assertThat(draft.by()).isEqualTo(LEADER);
        assertThat(as(MEMBER).get(page()).body()).contains("phiên bản 3");
    }

    @Test
    @Order(5)
    @DisplayName(
            "Given figures, when the leader issues a new version on the page with a reason, then they are carried over, what falls away is shown before and told to its unit, and every unit is mailed")
    void newVersion() {
        set("1.1", "2");
        set("2.5", "1");
        CriteriaDrafting drafting = context.getBean(CriteriaDrafting.class);
        drafting.issue(year.yearId(), LEADER, "Ban hành sau thời hạn");
        assertThat(stands("2.5")).as("2.5 became 2.6").isEqualTo(Figure.NONE);

        byte[] next = Workbooks.changed(workbook -> {
            Workbooks.put(workbook, "Tiêu chí", "E6", 0.5);
            Workbooks.put(workbook, "Tiêu chí", "B16", "2.6");
            Workbooks.put(workbook, "Tiêu chí", "B6", "1.9");
            Workbooks.put(workbook, "Tiêu chí", "C7", "Hoàn thành nhiệm vụ, có nghiệm thu");
        });
        set("1.2", "3");
        JsonNode preview = json(upload(LEADER, "/xem-truoc", next));
        assertThat(preview.path("fallen").toString()).contains("1.1");
        assertThat(upload(LEADER, "/du-thao?sau=" + preview.path("base").asInt(), next)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(LEADER).get(page()).body())
                .contains("data-to=\"ban-hanh\"", "Dòng 1.1, cột Tự chấm: điểm của 1 đơn vị không chuyển sang được.");
        int draft = tables.draft(year.yearId()).orElseThrow().version();
        assertThat(say(LEADER, "/ban-hanh", "{\"reason\":\" \",\"version\":" + draft + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(say(DEPUTY, "/ban-hanh", "{\"reason\":\"Sửa\",\"version\":" + draft + "}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(say(LEADER, "/ban-hanh", "{\"reason\":\"Sửa mã theo công văn\",\"version\":" + draft + "}")
                        .statusCode())
                .isEqualTo(204);

        CriteriaTable issued = tables.inForce(year.yearId()).orElseThrow();
        assertThat(issued.version()).isEqualTo(draft);
        assertThat(issued.reason()).isEqualTo("Sửa mã theo công văn");
        assertThat(stands("1.2")).isEqualTo(Figure.points("3"));
        assertThat(stands("1.1")).isEqualTo(Figure.NONE);
        for (String unit : YearFixture.UNITS) {
            String address = "chuyenvien@" + unit.toLowerCase(java.util.Locale.ROOT) + ".example";
            assertThat(mails(address, draft)).as(address).isNotEmpty();
        }
        assertThat(mails("chuyenvien@agg.example", draft)).anyMatch(body -> body.contains("1.1"));
        assertThat(say(LEADER, "/ban-hanh", "{\"reason\":\"Sửa\",\"version\":" + draft + "}")
                        .body())
                .contains("Dự thảo này đã được thay");
    }

    private void set(String line, String points) {
        context.getBean(Sheets.class)
                .write(
                        MEMBER,
                        year.yearId(),
                        "AGG",
                        new Sheets.Write(line, Column.SELF, null, Figure.points(points), ""));
    }

    private Figure stands(String line) {
        return context.getBean(SheetStore.class)
                .find(year.yearId(), "AGG")
                .orElseThrow()
                .figure(line, Column.SELF);
    }

    /** The texts of what an address got of the version's issue. */
    private List<String> mails(String address, int version) {
        return context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT * FROM mail_outbox WHERE year_id = ? AND recipient = ? AND business_key LIKE ?")
                .params(year.yearId(), address, year.yearId() + "/criteria-issued/" + version + "/%")
                .query((rs, n) -> rs.getString("body"))
                .list();
    }
}
