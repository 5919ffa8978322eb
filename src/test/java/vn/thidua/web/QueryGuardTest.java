package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * CVE-2026-109432, tried over HTTP: an expression in the {@code orQueries} of a query runs code for anybody who may query.
 * Each attack is a signed-in officer's, on both REST surfaces; the trap counts whether the code ran.
 */
@WebTest
class QueryGuardTest {

    private static final String ATTACK = "{\"orQueries\":[{\"assigneeExpression\":\"${trap.spring()}\"}]}";

    @Autowired
    ProcessEngine engine;

    @Autowired
    WebTestBeans.Trap trap;

    @LocalServerPort
    int port;

    People people;
    Http officer;
    String officerId;
    int sprung;

    @BeforeEach
    void anOfficerIsSignedIn() {
        people = new People(engine);
        officerId = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        officer = new Http(port);
        assertThat(officer.login(officerId, People.PASSWORD).statusCode()).isEqualTo(200);
        officer.basic(officerId, People.PASSWORD);
        sprung = trap.count();
    }

    @Test
    void theEngineItselfStillHasTheHole() {
        // The reason for the guard: were this to fail, the engine would have been mended and the guard could go.
        engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${trap.spring()}")
                .endOr()
                .list();
        assertThat(trap.count()).isEqualTo(sprung + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default"})
    void anExpressionInAnOrQueryIsRefused(String surface) {
        assertRefused(officer.post(surface + "/task", ATTACK), 403);
        assertRefused(officer.post(surface + "/task/count", ATTACK), 403);
        assertRefused(officer.post(surface + "/task/", ATTACK), 403);
        assertRefused(officer.post(surface + "/task", "{\"assigneeExpression\":\"${trap.spring()}\"}"), 403);
        assertRefused(
                officer.post(
                        surface + "/task",
                        "{\"orQueries\":[{\"taskVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":1}],"
                                + "\"candidateGroupInExpression\":\"${trap.spring()}\"}]}"),
                403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${trap.spring()}\"}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpressio\\u006e\":\"${trap.spring()}\"}]}",
                "{\"orQueries\":[{\"assigneeEXPRESSION\":\"${trap.spring()}\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":null,\"assigneeExpression\":\"${trap.spring()}\"}]}",
                "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":\"${trap.spring()}\"}]}",
                "[{\"a\":{\"b\":[[[{\"assigneeExpression\":\"${trap.spring()}\"}]]]}}]",
                "{\"variables\":{\"orQueries\":[{\"assigneeExpression\":\"${trap.spring()}\"}]}}",
            })
    void noDisguiseOfTheKeyHelps(String body) {
        for (String surface : new String[] {"/camunda/api/engine/engine/default", "/engine-rest"}) {
            assertRefused(officer.post(surface + "/task", body), 403);
        }
    }

    @Test
    void noDisguiseOfTheBodyHelps() {
        for (String surface : new String[] {"/camunda/api/engine/engine/default/task", "/engine-rest/task"}) {
            assertRefused(send(surface, "application/json", bytes(ATTACK, "UTF-16")), 403);
            assertRefused(send(surface, "application/json;charset=UTF-16LE", bytes(ATTACK, "UTF-16LE")), 403);
            assertRefused(send(surface, "application/json", bytes(ATTACK, "UTF-32BE")), 403);
            assertRefused(send(surface, "application/json;charset=ISO-8859-1", bytes(ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, null, bytes(ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "text/plain", bytes(ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "application/x-www-form-urlencoded", bytes(ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "multipart/form-data; boundary=x", bytes(ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "application/json", chunked(ATTACK)), 403);
            assertRefused(send(surface, "application/json", bytes("\uFEFF" + ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "application/json", bytes("{} " + ATTACK, "UTF-8")), 403);
            assertRefused(send(surface, "application/json", bytes("{'a':1," + ATTACK, "UTF-8")), 400);
            HttpResponse<String> zipped = officer.send(
                    "POST", surface, "application/json", bytes(ATTACK, "UTF-8"), "Content-Encoding", "gzip");
            assertRefused(zipped, 415);
        }
    }

    @Test
    void aBodyTooLargeToLookAtIsRefused() {
        String large = "{\"a\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";
        assertRefused(officer.post("/camunda/api/engine/engine/default/task", large), 413);
        assertRefused(send("/engine-rest/task", "application/json", chunked(large)), 413);
    }

    @Test
    void queryParametersCarryNoExpressionsEither() {
        String expression = "=%24%7Btrap.spring()%7D";
        for (String surface : new String[] {"/camunda/api/engine/engine/default", "/engine-rest"}) {
            for (String key : new String[] {"assigneeExpression", "assignee%45xpression", "ASSIGNEEEXPRESSION"}) {
                assertRefused(officer.get(surface + "/task?a=b&" + key + expression), 403);
                assertRefused(officer.get(surface + "/task/count?" + key + expression), 403);
            }
        }
        assertRefused(officer.post("/camunda/api/cockpit/plugin/base/default/incident?xExpression=1", "{}"), 403);
        assertRefused(officer.post("/camunda/api/cockpit/plugin/base/default/incident", ATTACK), 403);
    }

    @Test
    void onlyAdministratorsStoreFiltersAndDeployments() {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":\"" + officerId + "\",\"query\":{}}";
        String stored =
                engine.getFilterService().createFilterQuery().list().get(0).getId();
        for (String surface : new String[] {"/camunda/api/engine/engine/default", "/engine-rest"}) {
            assertRefused(officer.post(surface + "/filter/create", filter), 403);
            assertRefused(officer.post(surface + "/filter/create", filter.replace("{}", ATTACK)), 403);
            assertRefused(officer.post(surface + "/%66ilter/create", filter), 403);
            assertRefused(officer.post(surface + "/filter;a=b/create", filter), 403);
            assertRefused(
                    officer.send(
                            "PUT", surface + "/filter/" + stored, "application/json", BodyPublishers.ofString(filter)),
                    403);
            assertRefused(officer.send("DELETE", surface + "/filter/" + stored, null, BodyPublishers.noBody()), 403);
            assertRefused(officer.post(surface + "/filter/" + stored + "/list", ATTACK), 403);
            assertRefused(
                    send(surface + "/deployment/create", "multipart/form-data; boundary=x", bytes("--x--", "UTF-8")),
                    403);
            assertThat(officer.get(surface + "/filter/" + stored + "/list").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAdministratorStoresAFilterWithAnExpression() {
        String admin = people.person("quantri", "camunda-admin");
        Http session = new Http(port);
        session.login(admin, People.PASSWORD);
        String filter = "{\"resourceType\":\"Task\",\"name\":\"của quản trị\",\"query\":"
                + "{\"assigneeExpression\":\"${currentUser()}\"},\"properties\":{}}";
        HttpResponse<String> made = session.post("/camunda/api/engine/engine/default/filter/create", filter);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(session.get("/camunda/api/engine/engine/default/task?assigneeExpression=x")
                        .statusCode())
                .isNotEqualTo(403);
        engine.getFilterService()
                .createFilterQuery()
                .filterName("của quản trị")
                .filterResourceType(EntityTypes.TASK)
                .list()
                .forEach(f -> engine.getFilterService().deleteFilter(f.getId()));
    }

    @Test
    void formVariablesMayBearAnyName() {
        for (String surface : new String[] {"/camunda/api/engine/engine/default", "/engine-rest"}) {
            Task task = people.task(
                    "thu-2024.VLG.EMULATION_OFFICER", LocalDateTime.now().plusDays(3));
            HttpResponse<String> done = officer.post(
                    surface + "/task/" + task.getId() + "/submit-form",
                    "{\"variables\":{\"regularExpression\":{\"value\":\"${trap.spring()}\",\"type\":\"String\"}}}");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
            assertThat(trap.count()).isEqualTo(sprung);
        }
        Task task = people.task(
                "thu-2024.VLG.EMULATION_OFFICER", LocalDateTime.now().plusDays(3));
        assertRefused(
                officer.post(
                        "/engine-rest/task/" + task.getId() + "/submit-form",
                        "{\"variables\":{},\"assigneeExpression\":\"x\"}"),
                403);
    }

    @Test
    void ordinaryQueriesStillWork() {
        HttpResponse<String> answer = officer.post(
                "/camunda/api/engine/engine/default/task",
                "{\"orQueries\":[{\"candidateGroup\":\"thu-2024.VLG.EMULATION_OFFICER\",\"name\":\"x\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(trap.count()).isEqualTo(sprung);
    }

    private HttpResponse<String> send(String path, String contentType, BodyPublisher body) {
        return officer.send("POST", path, contentType, body);
    }

    private static BodyPublisher bytes(String text, String charset) {
        return BodyPublishers.ofByteArray(text.getBytes(java.nio.charset.Charset.forName(charset)));
    }

    private static BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
