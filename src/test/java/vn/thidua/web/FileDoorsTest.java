package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;
import static vn.thidua.YearFixture.plus;
import static vn.thidua.YearFixture.usual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
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
import vn.thidua.FileFixture;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;

/**
 * Every cell of {@code cycle/file-readers.csv} through every door: each kind of file, each kind of person, each stage of the year.
 * One year, told in order; the files are AGG's.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FileDoorsTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String OWNER = officer("AGG");
    private static final String STRANGER = "cua.namkhac";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TABLE = Path.of("src/main/resources/cycle/file-readers.csv");

    /** Who is tried, and of which party. */
    private static final Map<String, String> PEOPLE = people();

    /** What a party is to AGG's files of a kind, beside what holds for all kinds. */
    private static final Map<String, Map<String, Set<String>>> RELATIONS = Map.of(
            "EVIDENCE",
            Map.of("AGG", Set.of("OWNER"), "VLG", Set.of("RECEIVER")),
            "DOSSIER",
            Map.of("AGG", Set.of("OWNER"), "VLG", Set.of("RECEIVER")),
            "CONFIRMATION",
            Map.of("AGG", Set.of("SUBJECT"), "UBND-AGG", Set.of("OWNER"), "VLG", Set.of("RECEIVER")),
            "PLAN",
            Map.of("AGG", Set.of("OWNER"), "VTDKT", Set.of("RECEIVER")),
            "PLEDGE",
            Map.of("AGG", Set.of("OWNER"), "VLG", Set.of("RECEIVER")));

    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "AGG", Set.of("MEMBER"),
            "BTE", Set.of("MEMBER"),
            "VLG", Set.of("MEMBER", "LEADER"),
            "KGG", Set.of("MEMBER", "DEPUTY"),
            "VTDKT", Set.of("STANDING_AGENCY"),
            "UBND-AGG", Set.of("PROVINCE"),
            "TNHS", Set.of("MINISTRY"));

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    YearFixture other;
    FileFixture files;
    final Map<String, Http> sessions = new LinkedHashMap<>();
    final List<Thing> things = new ArrayList<>();

    /** A file of AGG's, or about it. */
    record Thing(String kind, Submission file, DutyKey duty, String owner) {
        String tableKind() {
            return kind.equals("PLAN") || kind.equals("PLEDGE") ? "OTHER" : kind;
        }
    }

    record Stage(String name, boolean meeting, boolean sent) {}

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put(OWNER, "AGG");
        people.put("agg.vanthu", "AGG");
        people.put(officer("VLG"), "VLG");
        people.put(officer("KGG"), "KGG");
        people.put(officer("BTE"), "BTE");
        people.put("vtdkt.thuongtruc", "VTDKT");
        people.put("ubnd.agg", "UBND-AGG");
        people.put("ubnd.bte", "UBND-BTE");
        people.put("tnhs.tiepnhan", "TNHS");
        people.put("bnv.tochuc", "BNV");
        people.put("hdtdkt.phutrach", "HDTDKT");
        people.put("ldpt.phutrach", "LDPT");
        people.put("quan-tri-cua", "administrator");
        people.put(STRANGER, "of another cluster");
        return people;
    }

    @BeforeAll
    void filesOfTheFirstStage() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        other = new YearFixture(context)
                .startPlan(
                        YearFixture.plan(
                                "cua-khac",
                                "id: agg.chuyenvien",
                                "id: " + STRANGER,
                                "email: chuyenvien@agg.example",
                                "email: cuakhac@agg.example"),
                        "2024-11-11T07:30");
        year = new YearFixture(context).start("cua-tep", "2024-11-11T07:30");
        year.run("2024-11-12T09:00");
        files = new FileFixture(context, year);
        add("EVIDENCE", year.key(DutyType.SELF_SCORE, "AGG"), "report", OWNER);
        add("EVIDENCE", year.key(DutyType.SELF_SCORE, "AGG"), "1.1", OWNER);
        add("PLAN", year.key(DutyType.UNIT_PLAN, "AGG"), "plan", OWNER);
        add("PLEDGE", year.key(DutyType.PLEDGE, "AGG"), "pledge", OWNER);
        PEOPLE.keySet().forEach(person -> sessions.put(person, signedIn(person)));
    }

    @AfterAll
    void end() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year.end();
        other.end();
    }

    private void add(String kind, DutyKey duty, String slot, String owner) {
        things.add(new Thing(kind, files.handIn(duty, slot, files.signed("AGG", "2024-11-10T09:00")), duty, owner));
    }

    private Http signedIn(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        if (user == null) {
            user = identity.newUser(person);
            identity.saveUser(user);
            identity.createMembership(person, Groups.CAMUNDA_ADMIN);
        }
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        Http http = new Http(port);
        assertThat(http.login(person, PASSWORD).statusCode()).isEqualTo(200);
        return http;
    }

    // ---- the table, as its file has it

    private static boolean open(Thing thing, String party, Stage stage) {
        Set<String> relations = new TreeSet<>(ALWAYS.getOrDefault(party, Set.of()));
        relations.addAll(RELATIONS.get(thing.kind()).getOrDefault(party, Set.of()));
        return rows().stream()
                .filter(row -> row[0].equals(thing.tableKind()) && relations.contains(row[1]))
                .anyMatch(row -> switch (row[2]) {
                    case "ALWAYS" -> true;
                    case "FROM_MEETING" -> stage.meeting();
                    case "ONCE_SENT" -> stage.sent();
                    case "REPORT" -> thing.file().slot().equals("report");
                    default -> throw new AssertionError(row[2]);
                });
    }

    private static List<String[]> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> line.matches("[A-Z]+,[A-Z_]+,[A-Z_]+"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- the doors

    private void everyCell(Stage stage) {
        assertThat(rows()).hasSizeGreaterThan(15);
        for (Thing thing : things) {
            for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
                boolean open = open(thing, person.getValue(), stage);
                String cell =
                        stage.name() + ": " + thing.duty() + " " + thing.file().slot() + " for " + person.getKey();
                reading(thing, person.getKey(), open, cell);
                changing(thing, person.getKey(), open, cell);
            }
        }
        for (DutyKey duty : things.stream().map(Thing::duty).collect(Collectors.toSet())) {
            for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
                pages(duty, person.getKey(), person.getValue(), stage);
            }
        }
    }

    private void reading(Thing thing, String person, boolean open, String cell) {
        Http http = sessions.get(person);
        String file = "/tep/" + thing.file().id();
        int before = reads(thing);
        assertThat(http.bytes(file).statusCode()).as(cell).isEqualTo(open ? 200 : 404);
        assertThat(http.bytes(file + "?tai-ve").statusCode()).as(cell).isEqualTo(open ? 200 : 404);
        assertThat(http.bytes(file, "Range", "bytes=0-9").statusCode()).as(cell).isEqualTo(open ? 206 : 404);
        assertThat(http.bytes(file, "Range", "bytes=10-19").statusCode())
                .as(cell)
                .isEqualTo(open ? 206 : 404);
        assertThat(reads(thing) - before).as("%s, journalled", cell).isEqualTo(open ? 3 : 0);
        for (String receipt : List.of("/bien-nhan.txt", "/bien-nhan.pdf")) {
            assertThat(http.bytes(file + receipt).statusCode())
                    .as(cell + receipt)
                    .isEqualTo(open ? 200 : 404);
        }
    }

    private int reads(Thing thing) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM journal WHERE year_id = ? AND event = 'READ' AND detail ->> 'receipt' = ?")
                .params(year.yearId(), thing.file().receipt())
                .query(Integer.class)
                .single();
    }

    /** Nothing here changes anything, whoever asks: owners are told what is wrong, readers that it is not theirs, others nothing. */
    private void changing(Thing thing, String person, boolean open, String cell) {
        Http http = sessions.get(person);
        boolean seesDuty = open || seesAnything(thing.duty(), person);
        String file = "/tep/" + thing.file().id();
        String duty = "/tep/viec/" + files.id(thing.duty());
        boolean owes = person.equals(thing.owner());
        check(put(http, file + "/trich-yeu", "{\"issued\":\"2099-01-01\"}"), owes, open, cell + " trich-yeu");
        check(change(http, "POST", file + "/rut-lai", "{\"reason\":\"\"}"), owes, open, cell + " rut-lai");
        check(
                change(http, "POST", duty + "/tai-len", "{\"slot\":\"khong-co\",\"name\":\"a.pdf\",\"size\":9}"),
                owes,
                seesDuty,
                cell + " tai-len");
        check(
                put(http, duty + "/khong-bo-sung", "{\"slot\":\"khong-co\",\"declined\":true}"),
                owes,
                seesDuty,
                cell + " khong-bo-sung");
        if (!owes) {
            check(put(http, duty + "/nhap", "{\"answers\":{}}"), false, seesDuty, cell + " nhap");
        }
    }

    private boolean seesAnything(DutyKey duty, String person) {
        return sessions.get(person).get("/tep/viec/" + files.id(duty)).statusCode() == 200;
    }

    private static void check(HttpResponse<String> answer, boolean owes, boolean open, String cell) {
        if (owes) {
            assertThat(answer.statusCode()).as(cell).isIn(400, 409);
        } else {
            assertThat(answer.statusCode()).as(cell).isEqualTo(open ? 403 : 404);
        }
        assertThat(answer.body()).as(cell).contains("\"message\"");
    }

    private static HttpResponse<String> put(Http http, String path, String json) {
        return change(http, "PUT", path, json);
    }

    private static HttpResponse<String> change(Http http, String method, String path, String json) {
        return http.send(method, path, "application/json", BodyPublishers.ofString(json), "X-Thidua", "1");
    }

    /** The page of a duty shows the slots that may be read, and those alone; to whoever owes it, all. */
    private void pages(DutyKey duty, String person, String party, Stage stage) {
        List<Thing> ofDuty = things.stream().filter(t -> t.duty().equals(duty)).toList();
        boolean owes = ofDuty.stream().anyMatch(t -> t.owner().equals(person));
        Set<String> expected = ofDuty.stream()
                .filter(t -> owes || open(t, party, stage))
                .map(t -> t.file().receipt())
                .collect(Collectors.toSet());
        List<String> doors = new ArrayList<>(List.of("/tep/viec/" + files.id(duty)));
        for (Task task : year.tasks(duty)) {
            doors.add("/tep/nhiem-vu/" + task.getId());
        }
        for (String door : doors) {
            HttpResponse<String> answer = sessions.get(person).get(door);
            String cell = stage.name() + ": " + duty + " " + door + " for " + person;
            assertThat(answer.statusCode()).as(cell).isEqualTo(expected.isEmpty() ? 404 : 200);
            if (!expected.isEmpty()) {
                assertThat(receipts(answer.body())).as(cell).isEqualTo(expected);
            }
        }
    }

    private static Set<String> receipts(String body) {
        try {
            Set<String> found = new TreeSet<>();
            for (JsonNode slot : JSON.readTree(body).get("slots")) {
                slot.get("files").forEach(f -> found.add(f.get("receipt").asText()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- the year

    @Test
    @Order(1)
    @DisplayName("Given the time before the meeting, when everybody tries every door, then the table decides")
    void beforeTheMeeting() {
        everyCell(new Stage("before", false, false));
    }

    @Test
    @Order(2)
    @DisplayName("Given an upload under way, when others than the unit's officer try it, then it is not there")
    void uploadsUnderWay() {
        DutyKey duty = year.key(DutyType.SELF_SCORE, "AGG");
        Upload upload = files.receiving().begin(files.id(duty), "1.2", "dở dang.pdf", 100, null, OWNER);
        String door = "/tep/tai-len/" + upload.id();
        String never = "/tep/tai-len/00000000-0000-4000-8000-000000000000";
        for (String person : PEOPLE.keySet()) {
            Http http = sessions.get(person);
            boolean owes = person.equals(OWNER);
            String gone = http.get(never).body();
            HttpResponse<String> asked = http.get(door);
            assertThat(asked.statusCode()).as(person).isEqualTo(owes ? 200 : 410);
            HttpResponse<String> sent = http.send(
                    "PATCH",
                    door,
                    "application/octet-stream",
                    BodyPublishers.ofString("x"),
                    "X-Thidua",
                    "1",
                    "Upload-Offset",
                    "7");
            assertThat(sent.statusCode()).as(person).isEqualTo(owes ? 409 : 410);
            if (!owes) {
                assertThat(asked.body()).isEqualTo(gone);
                assertThat(change(http, "DELETE", door, "").statusCode()).isEqualTo(410);
            }
        }
        assertThat(change(sessions.get(OWNER), "DELETE", door, "").statusCode()).isEqualTo(204);
        assertThat(sessions.get(OWNER).get(door).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(3)
    @DisplayName("Given nobody signed in, a request without our header, or one of another site, then no door opens")
    void notSignedInAndForeign() {
        Thing thing = things.get(0);
        String file = "/tep/" + thing.file().id();
        String duty = "/tep/viec/" + files.id(thing.duty());
        Http nobody = new Http(port);
        String task = year.task(thing.duty(), "submit").getId();
        for (String door : List.of(
                file,
                file + "?tai-ve",
                file + "/bien-nhan.txt",
                file + "/bien-nhan.pdf",
                duty,
                "/tep/nhiem-vu/" + task,
                "/tep/999999999",
                "/tep/viec/999999999")) {
            assertThat(nobody.get(door).statusCode()).as(door).isEqualTo(401);
        }
        Map<String, String> changing = new LinkedHashMap<>();
        changing.put(file + "/trich-yeu", "PUT");
        changing.put(file + "/rut-lai", "POST");
        changing.put(duty + "/tai-len", "POST");
        changing.put(duty + "/khong-bo-sung", "PUT");
        changing.put(duty + "/nhap", "PUT");
        changing.put("/tep/tai-len/00000000-0000-4000-8000-000000000000", "PATCH");
        changing.forEach((door, method) -> {
            assertThat(change(nobody, method, door, "{}").statusCode()).as(door).isEqualTo(401);
            assertThat(sessions.get(OWNER)
                            .send(method, door, "application/json", BodyPublishers.ofString("{}"))
                            .statusCode())
                    .as("%s without our header", door)
                    .isEqualTo(403);
            for (String site : List.of("cross-site", "same-site")) {
                assertThat(sessions.get(OWNER)
                                .send(
                                        method,
                                        door,
                                        "application/json",
                                        BodyPublishers.ofString("{}"),
                                        "X-Thidua",
                                        "1",
                                        "Sec-Fetch-Site",
                                        site)
                                .statusCode())
                        .as("%s from a %s page", door, site)
                        .isEqualTo(403);
            }
        });
        assertThat(files.now(thing.file()).citation().confirmed()).isFalse();
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given something that is not there, when it is asked for, then the answer is that of what is not one's own")
    void neverThere() {
        String notMine =
                sessions.get(STRANGER).get("/tep/" + things.get(0).file().id()).body();
        for (String door : List.of(
                "/tep/999999999",
                "/tep/999999999/bien-nhan.pdf",
                "/tep/viec/999999999",
                "/tep/viec/x",
                "/tep/nhiem-vu/khong-co",
                "/tep/viec/"
                        + year.duty(year.key(DutyType.CLASSIFICATION, "VTDKT", "AGG"))
                                .id())) {
            HttpResponse<String> answer = sessions.get(OWNER).get(door);
            assertThat(answer.statusCode()).as(door).isEqualTo(404);
            assertThat(answer.body()).as(door).isEqualTo(notMine);
        }
        assertThat(put(sessions.get(OWNER), "/tep/x/trich-yeu", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given a file with a Vietnamese name, when it is viewed or taken along, then its headers keep it from acting")
    void headers() {
        HttpResponse<byte[]> viewed =
                sessions.get(OWNER).bytes("/tep/" + things.get(0).file().id());
        assertThat(viewed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(viewed.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(viewed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(viewed.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(viewed.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("script-src");
        assertThat(viewed.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline;")
                .contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%201.pdf");
        assertThat(viewed.body()).isEqualTo(files.signed("AGG", "2024-11-10T09:00"));
        HttpResponse<byte[]> taken =
                sessions.get(OWNER).bytes("/tep/" + things.get(0).file().id() + "?tai-ve");
        assertThat(taken.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(taken.body()).isEqualTo(viewed.body());
        HttpResponse<byte[]> receipt =
                sessions.get(OWNER).bytes("/tep/" + things.get(0).file().id() + "/bien-nhan.pdf");
        assertThat(receipt.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"bien-nhan-"
                        + things.get(0).file().receipt() + ".pdf\"");
        assertThat(new String(receipt.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(sessions.get(OWNER)
                        .get("/tep/" + things.get(0).file().id() + "/bien-nhan.txt")
                        .body())
                .contains(things.get(0).file().receipt(), things.get(0).file().sha256(), "Báo cáo số 1.pdf");
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given ranges of a file, when they are asked for, then exactly they come; what is not there is refused")
    void ranges() {
        byte[] all = files.signed("AGG", "2024-11-10T09:00");
        int size = all.length;
        range("bytes=0-9", 206, "bytes 0-9/" + size, Arrays.copyOfRange(all, 0, 10));
        range(
                "bytes=-7",
                206,
                "bytes " + (size - 7) + "-" + (size - 1) + "/" + size,
                Arrays.copyOfRange(all, size - 7, size));
        range("bytes=100-", 206, "bytes 100-" + (size - 1) + "/" + size, Arrays.copyOfRange(all, 100, size));
        range("bytes=5-99999999", 206, "bytes 5-" + (size - 1) + "/" + size, Arrays.copyOfRange(all, 5, size));
        range("bytes=0-", 206, "bytes 0-" + (size - 1) + "/" + size, all);
        range("bytes=0-1,5-6", 200, null, all);
        range("bytes=" + size + "-", 416, "bytes */" + size, null);
        range("bytes=9-5", 416, "bytes */" + size, null);
        range("nonsense", 416, "bytes */" + size, null);
    }

    private void range(String asked, int status, @Nullable String range, byte @Nullable [] expected) {
        int before = reads(things.get(0));
        HttpResponse<byte[]> answer =
                sessions.get(OWNER).bytes("/tep/" + things.get(0).file().id(), "Range", asked);
        assertThat(answer.statusCode()).as(asked).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Range").orElse(null))
                .as(asked)
                .isEqualTo(range);
        boolean fromTheBeginning = expected != null && (range == null || range.startsWith("bytes 0-"));
        assertThat(reads(things.get(0)) - before).as(asked).isEqualTo(fromTheBeginning ? 1 : 0);
        if (expected != null) {
            assertThat(answer.body()).as(asked).isEqualTo(expected);
            assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        }
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given a first look that does not begin at the beginning, then it is journalled once; headers alone are no look")
    void firstLooks() {
        Thing thing = things.get(0);
        Http fresh = signedIn(OWNER);
        String file = "/tep/" + thing.file().id();
        int before = reads(thing);
        HttpResponse<String> headers = fresh.send("HEAD", file, "text/plain", BodyPublishers.noBody());
        assertThat(headers.statusCode()).isEqualTo(200);
        assertThat(headers.headers().firstValueAsLong("Content-Length"))
                .hasValue(thing.file().size());
        assertThat(reads(thing) - before).isZero();
        assertThat(fresh.bytes(file, "Range", "bytes=1-").statusCode()).isEqualTo(206);
        assertThat(fresh.bytes(file, "Range", "bytes=20-30").statusCode()).isEqualTo(206);
        assertThat(reads(thing) - before).isEqualTo(1);
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given a link that is followed, when nobody is signed in or it is not theirs, then a page says so, not a program")
    void followedLinks() {
        String file = "/tep/" + things.get(0).file().id();
        for (String link : List.of(file, file + "/bien-nhan.pdf")) {
            HttpResponse<String> nobody =
                    new Http(port).send("GET", link, null, BodyPublishers.noBody(), "Accept", "text/html,*/*");
            assertThat(nobody.statusCode()).as(link).isEqualTo(302);
            assertThat(nobody.headers().firstValue("Location").orElseThrow())
                    .endsWith("/camunda/app/tasklist/default/?quay-lai="
                            + java.net.URLEncoder.encode(link, java.nio.charset.StandardCharsets.UTF_8));
            HttpResponse<String> stranger =
                    sessions.get(STRANGER).send("GET", link, null, BodyPublishers.noBody(), "Accept", "text/html,*/*");
            assertThat(stranger.statusCode()).as(link).isEqualTo(404);
            assertThat(stranger.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(stranger.body()).contains("Không có trang này").doesNotContain("Báo cáo số 1.pdf");
        }
    }

    @Test
    @Order(4)
    @DisplayName("Given somebody looks and another takes along, when the journal is read, then it says who and how")
    void journalled() {
        Thing thing = things.get(1);
        sessions.get(officer("VLG")).bytes("/tep/" + thing.file().id());
        sessions.get(officer("KGG")).bytes("/tep/" + thing.file().id() + "?tai-ve");
        var last = year.journal(JournalEvent.READ);
        assertThat(last.subList(last.size() - 2, last.size()))
                .extracting(e -> e.by() + " " + e.detail().get("receipt") + " "
                        + e.detail().get("download"))
                .containsExactly(
                        officer("VLG") + " " + thing.file().receipt() + " false",
                        officer("KGG") + " " + thing.file().receipt() + " true");
    }

    @Test
    @Order(5)
    @DisplayName(
            "Given the microsecond before the meeting, then another member sees nothing; given its instant, everything")
    void theInstantOfTheMeeting() {
        year.complete(year.key(DutyType.CLASSIFICATION, "VTDKT", "AGG"), "submit", "vtdkt.thuongtruc");
        year.run("2024-11-22T13:59");
        String file = "/tep/" + things.get(1).file().id();
        year.at("2024-11-22T13:59:59.999999");
        assertThat(sessions.get(officer("BTE")).get(file).statusCode()).isEqualTo(404);
        year.at("2024-11-22T14:00");
        assertThat(sessions.get(officer("BTE")).get(file).statusCode()).isEqualTo(200);
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T15:00");

        DutyKey supplement = year.key(DutyType.SUPPLEMENT, "AGG");
        String line = context.getBean(DutyRoster.class)
                .markedLines(year.yearId(), "AGG")
                .get(0);
        Submission unknown = files.evidence(supplement, line, files.unknown("AGG", "2024-11-10T09:00"), "2024-11-10");
        assertThat(unknown.verdict()).isEqualTo(Verdict.UNKNOWN_CA);
        things.add(new Thing("EVIDENCE", unknown, supplement, OWNER));
        String ruling = year.taskService()
                .createTaskQuery()
                .processDefinitionKey("ruling")
                .tenantIdIn(year.yearId())
                .taskDefinitionKey("userTask_leader")
                .singleResult()
                .getId();
        assertThat(sessions.get(officer("VLG")).get("/tep/nhiem-vu/" + ruling).statusCode())
                .as("a task, but not one in which files are handed in")
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    @DisplayName("Given the time from the meeting on, when everybody tries every door, then the table decides")
    void fromTheMeeting() {
        year.run(
                plus(
                        only(DutyCode.SCORING_MEETING, DutyCode.FREEZE, DutyCode.CONFERENCE),
                        usual("AGG", DutyCode.NOMINATION)),
                "2024-11-26T14:00");
        DutyKey dossier = year.key(DutyType.DOSSIER, "AGG", "AGG-1");
        add("DOSSIER", dossier, "submission", OWNER);
        add("DOSSIER", dossier, "report", OWNER);
        add("CONFIRMATION", year.key(DutyType.CONFIRMATION, "UBND-AGG", "AGG-1"), "confirmation", "ubnd.agg");
        everyCell(new Stage("meeting", true, false));
    }

    @Test
    @Order(7)
    @DisplayName("Given the dossiers went to the ministry, when everybody tries every door, then the table decides")
    void sent() {
        year.run(only(DutyCode.DOSSIER, DutyCode.CONFIRMATION, DutyCode.MINISTRY), "2024-11-29T17:00");
        assertThat(year.duty(year.key(DutyType.DOSSIER, "AGG", "AGG-1")).state())
                .isIn(Duty.State.DELIVERED, Duty.State.ACCEPTED);
        assertThat(year.duty(year.key(DutyType.MINISTRY, "VLG")).received()).isTrue();
        everyCell(new Stage("sent", true, true));
    }

    @Test
    @Order(8)
    @DisplayName("Given the year is closed, when everybody tries every door, then the table decides as before")
    void closed() {
        year.run("2024-12-31T17:00");
        assertThat(year.now()).isEqualTo(instant("2024-12-31T17:00"));
        assertThat(year.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .tenantIdIn(year.yearId())
                        .count())
                .isZero();
        everyCell(new Stage("closed", true, true));
    }
}
