package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import vn.thidua.cycle.Scoring;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.pack.Direction;
import vn.thidua.scoring.pack.Directions;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;

/**
 * Who reads what of the unit AGG's scores when, at every door (S2-13): before the meeting its own people and those who appraise it, from
 * the meeting on all members; its brief is never anybody else's. "+" is an answer, "-" is as if there were nothing, "?" asks to sign in.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpennessTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String STRANGER = "khach.la";

    private static final Map<String, String> DOORS = doors();

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    final Map<String, Http> people = new LinkedHashMap<>();

    private static Map<String, String> doors() {
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("sheet", "/nam/Y/diem/AGG");
        doors.put("figures", "/diem/Y/don-vi/AGG");
        doors.put("history", "/diem/Y/don-vi/AGG/lich-su?dong=1.1");
        doors.put("sheet.xlsx", "/diem/Y/don-vi/AGG/bang-diem.xlsx");
        doors.put("board", "/nam/Y/bang-diem");
        doors.put("board.json", "/diem/Y/bang");
        doors.put("comparison", "/diem/Y/so-sanh.xlsx");
        doors.put("standings", "/nam/Y/diem");
        doors.put("result", "/nam/Y/diem/ket-qua/1");
        doors.put("brief", "/nam/Y/diem/AGG/tom-tat");
        doors.put("brief.pdf", "/nam/Y/diem/AGG/tom-tat/tom-tat.pdf");
        doors.put("pack", "/nam/Y/ho-so-hoi-nghi");
        doors.put("pack.xlsx", "/nam/Y/ho-so-hoi-nghi/ho-so-hoi-nghi.xlsx");
        return doors;
    }

    @BeforeAll
    void start() {
        year = new YearFixture(context).start("cong-khai", "2024-10-01T07:00");
        year.run(only(DutyCode.SELF_SCORE, DutyCode.APPRAISAL, DutyCode.CLASSIFICATION), "2024-11-22T13:55");
        User stranger = identity.newUser(STRANGER);
        stranger.setPassword(PASSWORD);
        identity.saveUser(stranger);
        people.put("officer", signedIn(officer("AGG")));
        people.put("head", signedIn("agg.giamdoc"));
        people.put("other", signedIn(officer("CTO")));
        people.put("leader", signedIn(officer("VLG")));
        people.put("agency", signedIn("vtdkt.thuongtruc"));
        people.put("stranger", signedIn(STRANGER));
        people.put("nobody", new Http(port));
    }

    @AfterAll
    void end() {
        identity.deleteUser(STRANGER);
        year.end();
    }

    private Http signedIn(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        Http http = new Http(port);
        assertThat(http.login(person, PASSWORD).statusCode()).as(person).isEqualTo(200);
        return http;
    }

    private String path(String door) {
        return DOORS.get(door).replace("Y", year.yearId());
    }

    /** Every door for everybody, as a table. */
    private String seen() {
        StringBuilder table = new StringBuilder(String.format("%-11s", "")
                + people.keySet().stream().map(p -> " %8s".formatted(p)).collect(Collectors.joining()) + "\n");
        DOORS.keySet().forEach(door -> {
            table.append("%-11s".formatted(door));
            people.values().forEach(http -> table.append(" %8s".formatted(answer(http, path(door)))));
            table.append('\n');
        });
        return table.toString();
    }

    private static String answer(Http http, String path) {
        int status = http.get(path).statusCode();
        return switch (status) {
            case 200 -> "+";
            case 404 -> "-";
            case 302, 401 -> "?";
            default -> String.valueOf(status);
        };
    }

    private JsonNode json(String person, String path) {
        return ScoreViews.read(people.get(person).get(path).body());
    }

    /** Of which units the stream tells somebody, by what was changed so far. */
    private Set<String> told(String person, int changes) {
        try (Stream<String> lines =
                people.get(person).lines("/diem/" + year.yearId() + "/thay-doi?tu=0", "Accept", "text/event-stream")) {
            return lines.filter(line -> line.startsWith("data:{\"stand\""))
                    .limit(changes)
                    .map(line -> ScoreViews.read(line.substring(5)).get("unit").asText())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private String page(String person, String door) {
        return people.get(person).get(path(door)).body();
    }

    @Test
    @Order(1)
    @DisplayName(
            "S2-13: Given the meeting has not begun, then a sheet is its unit's and its appraisers', and nobody is compared")
    void before() {
        assertThat(seen()).isEqualTo("""
                             officer     head    other   leader   agency stranger   nobody
                sheet              +        +        -        +        +        -        ?
                figures            +        +        -        +        +        -        ?
                history            +        +        -        +        +        -        ?
                sheet.xlsx         +        +        -        +        +        -        ?
                board              +        +        +        +        +        -        ?
                board.json         +        +        +        +        +        -        ?
                comparison         -        -        -        -        -        -        ?
                standings          +        +        +        +        +        -        ?
                result             -        -        -        -        -        -        ?
                brief              +        +        -        -        -        -        ?
                brief.pdf          +        +        -        -        -        -        ?
                pack               +        +        +        +        +        -        ?
                pack.xlsx          -        -        -        -        -        -        ?
                """);
        assertThat(json("other", path("board.json")).get("units")).isEmpty();
        assertThat(json("other", path("board.json")).get("standings")).isEmpty();
        assertThat(page("officer", "standings")).contains("/diem/AGG\"").doesNotContain("/diem/CTO\"", "Hạng</th>");
        assertThat(page("other", "standings")).contains("/diem/CTO\"").doesNotContain("/diem/AGG\"", "Hạng</th>");
        assertThat(told("officer", 40)).containsExactly("AGG");
        assertThat(told("other", 40)).containsExactly("CTO");
    }

    @Test
    @Order(2)
    @DisplayName(
            "S2-13: Given the meeting has begun, then all members and the agency see everything but the briefs of others")
    void meeting() {
        year.run("2024-11-22T14:05");
        assertThat(seen()).isEqualTo("""
                             officer     head    other   leader   agency stranger   nobody
                sheet              +        +        +        +        +        -        ?
                figures            +        +        +        +        +        -        ?
                history            +        +        +        +        +        -        ?
                sheet.xlsx         +        +        +        +        +        -        ?
                board              +        +        +        +        +        -        ?
                board.json         +        +        +        +        +        -        ?
                comparison         +        +        +        +        +        -        ?
                standings          +        +        +        +        +        -        ?
                result             -        -        -        -        -        -        ?
                brief              +        +        -        -        -        -        ?
                brief.pdf          +        +        -        -        -        -        ?
                pack               +        +        +        +        +        -        ?
                pack.xlsx          -        -        -        -        -        -        ?
                """);
        assertThat(json("other", path("board.json")).get("units")).hasSize(5);
        assertThat(page("other", "standings")).contains("/diem/AGG\"", "/diem/VLG\"", "Hạng</th>", "<svg");
        assertThat(told("other", 150)).contains("AGG", "CTO");
        assertThat(answer(people.get("stranger"), "/diem/" + year.yearId() + "/thay-doi?tu=0"))
                .isEqualTo("-");
    }

    @Test
    @Order(3)
    @DisplayName("Behind a figure that was changed stands for everybody who set it, when, from what to what, and why")
    void history() {
        Sheets sheets = year.bean(Sheets.class);
        String line = year.bean(SheetStore.class)
                .find(year.yearId(), "AGG")
                .orElseThrow()
                .contested()
                .get(0)
                .code();
        Entry first = agree(sheets, line, null, "0", "Thiếu minh chứng");
        agree(sheets, line, first.id(), "1", "Đã xem minh chứng tại cuộc họp");

        JsonNode entries = json("other", "/diem/" + year.yearId() + "/don-vi/AGG/lich-su?dong=" + line)
                .get("entries");
        JsonNode last = entries.get(0).get("cell");
        JsonNode before = entries.get(1).get("cell");
        assertThat(entries.get(0).get("column").asText()).isEqualTo("AGREED");
        assertThat(last.get("points").asText()).isEqualTo("1");
        assertThat(last.get("reason").asText()).isEqualTo("Đã xem minh chứng tại cuộc họp");
        assertThat(last.get("byId").asText()).isEqualTo(officer("VLG"));
        assertThat(last.get("party").asText()).isEqualTo("VLG");
        assertThat(last.get("at").asText()).startsWith("2024-11-22T07:05");
        assertThat(before.get("points").asText()).isEqualTo("0");
        assertThat(entries)
                .anySatisfy(e -> assertThat(e.get("column").asText()).isEqualTo("SELF"))
                .anySatisfy(e -> assertThat(e.get("column").asText()).isEqualTo("LEADER"));
    }

    private Entry agree(Sheets sheets, String line, Long base, String points, String reason) {
        return sheets.write(
                officer("VLG"),
                year.yearId(),
                "AGG",
                new Sheets.Write(line, Column.AGREED, base, Figure.points(points), reason));
    }

    @Test
    @Order(4)
    @DisplayName(
            "S3-01: Given a provisional result, then the leader sees the draft of the pack; given it is frozen, then all members do, and every result")
    void frozen() {
        year.run(only(DutyCode.SCORING_MEETING, DutyCode.SUPPLEMENT), "2024-11-25T13:30");
        assertThat(people.keySet().stream()
                        .map(p -> answer(people.get(p), path("pack.xlsx")))
                        .collect(Collectors.joining(" ")))
                .as("officer head other leader agency stranger nobody")
                .isEqualTo("- - - + - - ?");
        assertThat(page("leader", "pack")).contains("Bản nháp", "Kết quả thi đua chưa chốt");
        assertThat(page("other", "pack")).doesNotContain("Bản nháp").contains("Hồ sơ có từ khi");

        year.bean(Scoring.class).circulate(year.yearId(), officer("VLG"));
        year.complete(year.key(DutyType.FREEZE, "VLG"), "submit", officer("VLG"));
        year.complete(year.key(DutyType.FREEZE, "KGG"), "submit", officer("KGG"));
        assertThat(seen()).isEqualTo("""
                             officer     head    other   leader   agency stranger   nobody
                sheet              +        +        +        +        +        -        ?
                figures            +        +        +        +        +        -        ?
                history            +        +        +        +        +        -        ?
                sheet.xlsx         +        +        +        +        +        -        ?
                board              +        +        +        +        +        -        ?
                board.json         +        +        +        +        +        -        ?
                comparison         +        +        +        +        +        -        ?
                standings          +        +        +        +        +        -        ?
                result             +        +        +        +        +        -        ?
                brief              +        +        -        -        -        -        ?
                brief.pdf          +        +        -        -        -        -        ?
                pack               +        +        +        +        +        -        ?
                pack.xlsx          +        +        +        +        +        -        ?
                """);
    }

    private int directed(String person, String json) {
        return people.get(person)
                .send(
                        "POST",
                        path("pack") + "/chi-dao",
                        "application/json",
                        BodyPublishers.ofString(json),
                        "X-Thidua",
                        "1")
                .statusCode();
    }

    @Test
    @Order(5)
    @DisplayName(
            "S3-01: Given the leader's office has entered a direction, then the pack as Excel carries it with the hash, the decisions and what is missing")
    void pack() throws Exception {
        String direction =
                "{\"issuer\":\"UBND tỉnh Ví Dụ\",\"number\":\"15/TB-VD\",\"day\":\"2024-11-20\",\"summary\":\"Tổng kết gọn\"}";
        assertThat(directed("leader", direction)).isEqualTo(204);
        assertThat(directed("other", direction)).isEqualTo(403);
        assertThat(directed("stranger", direction)).isEqualTo(404);
        assertThat(directed("nobody", direction)).isEqualTo(401);
        assertThat(directed("leader", direction.replace("2024-11-20", "hôm qua")))
                .isEqualTo(422);
        assertThat(directed("leader", direction.replace("Tổng kết gọn", " "))).isEqualTo(422);
        List<Direction> entered = year.bean(Directions.class).of(year.yearId());
        assertThat(entered)
                .singleElement()
                .satisfies(d -> assertThat(d.source()).isEqualTo("UBND tỉnh Ví Dụ, số 15/TB-VD ngày 20/11/2024"));

        String hash = year.bean(Results.class)
                .latest(year.yearId(), Result.Kind.FROZEN)
                .orElseThrow()
                .hash();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                people.get("other").bytes(path("pack.xlsx")).body()))) {
            assertThat(text(book, "Tổng hợp")).contains(hash, "Hoàn thành", "QĐ-UBND", "giao ước thi đua");
            assertThat(text(book, "Chỉ tiêu giao ước")).contains("Chưa nộp giao ước thi đua");
            assertThat(text(book, "Ý kiến chỉ đạo")).contains("15/TB-VD", "Tổng kết gọn");
            assertThat(text(book, "Còn thiếu"))
                    .contains("Sở Nội vụ tỉnh An Giang")
                    .doesNotContain("Toàn cụm");
        }

        String taken = direction
                .replace("Tổng kết gọn", "")
                .replace("{", "{\"replaced\":" + entered.get(0).id() + ",");
        assertThat(directed("leader", taken)).isEqualTo(204);
        assertThat(directed("leader", taken)).as("taken back once").isEqualTo(400);
        assertThat(page("other", "pack")).contains("Chưa ghi ý kiến chỉ đạo nào của cấp trên");
    }

    private static String text(XSSFWorkbook book, String sheet) {
        StringBuilder text = new StringBuilder();
        book.getSheet(sheet)
                .forEach(row -> row.forEach(cell -> text.append(cell).append(' ')));
        return text.toString();
    }
}
