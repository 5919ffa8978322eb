package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thidua.web.platform.PlatformAtStart;

/** What an officer may do with a task of the unit and no more, and what the standing agency sees. */
@WebTest
class TaskRightsTest {

    private static final String GROUP = "thu-2024.RGT.EMULATION_OFFICER";

    @Autowired
    ProcessEngine engine;

    @Autowired
    PlatformAtStart atStart;

    @LocalServerPort
    int port;

    People people;
    String officerId;
    Http officer;
    Task task;

    @BeforeEach
    void aTaskOfTheUnit() {
        people = new People(engine);
        officerId = people.person("chuyenvien", GROUP);
        officer = signedIn(officerId);
        task = people.task(GROUP, LocalDateTime.now().plusDays(1));
    }

    private Http signedIn(String id) {
        Http http = new Http(port);
        assertThat(http.login(id, People.PASSWORD).statusCode()).isEqualTo(200);
        return http.basic(id, People.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest"})
    void anOfficerOpensTakesPutsBackAndCompletes(String surface) {
        String path = surface + "/task/" + task.getId();
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(officer.get(path + "/form").statusCode()).isEqualTo(200);
        assertThat(officer.get(path + "/deployed-form").statusCode()).isEqualTo(200);
        assertThat(officer.get(path + "/form-variables").statusCode()).isEqualTo(200);
        assertThat(officer.get(surface + "/process-definition/" + task.getProcessDefinitionId() + "/xml")
                        .statusCode())
                .isEqualTo(200);

        String stranger = people.person("nguoila");
        assertThat(officer.post(path + "/claim", "{\"userId\":\"" + stranger + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(assignee()).as("nobody takes a task for a stranger").isEqualTo(officerId);
        String colleague = people.person("dongnghiep", GROUP);
        assertThat(signedIn(colleague)
                        .post(path + "/assignee", "{\"userId\":null}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(assignee()).as("a colleague puts it back").isNull();
        assertThat(officer.post(path + "/claim", "{\"userId\":\"" + officerId + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.post(path + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(assignee()).isNull();
        assertThat(officer.post(path + "/submit-form", "{\"variables\":{}}").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest"})
    void anOfficerChangesNothingElse(String surface) {
        String path = surface + "/task/" + task.getId();
        String value = "{\"value\":\"x\",\"type\":\"String\"}";
        assertThat(put(path + "/variables/group", value)).isEqualTo(403);
        assertThat(put(path + "/localVariables/group", value)).isEqualTo(403);
        assertThat(officer.post(path + "/variables", "{\"modifications\":{\"group\":" + value + "}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(put(surface + "/process-instance/" + task.getProcessInstanceId() + "/variables/group", value))
                .isEqualTo(403);
        assertThat(put(surface + "/execution/" + task.getExecutionId() + "/localVariables/group", value))
                .isEqualTo(403);
        assertThat(put(path, "{\"name\":\"x\",\"due\":\"2030-01-01T00:00:00.000+0700\"}"))
                .isEqualTo(403);
        assertThat(officer.post(path + "/assignee", "{\"userId\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(officer.post(path + "/delegate", "{\"userId\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(officer.post(path + "/identity-links", "{\"groupId\":\"" + GROUP + "x\",\"type\":\"candidate\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.send("DELETE", path, null, BodyPublishers.noBody()).statusCode())
                .as("the engine deletes no task of a running process, for anyone")
                .isGreaterThanOrEqualTo(400);
        assertThat(officer.post(surface + "/task/create", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default"})
    void nothingGoesAroundTheForm(String surface) {
        String path = surface + "/task/" + task.getId();
        String instance = surface + "/process-instance/" + task.getProcessInstanceId();
        String me = surface + "/user/" + officerId;
        for (String change : new String[] {
            path + "/bpmnError {\"errorCode\":\"error_returned\"}",
            path + "/bpmnEscalation {\"escalationCode\":\"x\"}",
            path + "/resolve {}",
            path + "/attachment/create {}",
            surface + "/job/x/execute {}",
            surface + "/job/retries {\"retries\":3,\"jobQuery\":{}}",
            surface + "/message {\"messageName\":\"message_cancelYear\"}",
            surface + "/signal {\"name\":\"x\"}",
            surface + "/execution/" + task.getExecutionId() + "/signal {}",
            instance + "/modification {\"instructions\":[]}",
            surface + "/process-instance/delete {}",
            surface + "/process-definition/" + task.getProcessDefinitionId() + "/start {}",
            surface + "/history/cleanup {}",
            surface + "/group/x/members/" + officerId + " {}",
            surface + "/authorization/create {}",
        }) {
            String[] parts = change.split(" ", 2);
            assertThat(officer.post(parts[0], parts[1]).statusCode()).as(change).isEqualTo(403);
        }
        assertThat(put(surface + "/job/x/duedate", "{\"duedate\":null}")).isEqualTo(403);
        assertThat(put(me + "/profile", "{\"id\":\"" + officerId + "\",\"email\":\"ke-gian@xa.example\"}"))
                .isEqualTo(403);
        for (String thing : new String[] {me, path, instance, path + "/variables/group"}) {
            assertThat(officer.send("DELETE", thing, null, BodyPublishers.noBody())
                            .statusCode())
                    .as(thing)
                    .isEqualTo(403);
        }
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(officer.get(me + "/profile").body()).contains(officerId + "@example.vn");
    }

    @Test
    void onesOwnPasswordIsOnesOwnToChange() {
        String credentials =
                "{\"password\":\"một-mật-khẩu-khác\",\"authenticatedUserPassword\":\"" + People.PASSWORD + "\"}";
        assertThat(put("/engine-rest/user/" + officerId + "/credentials", credentials))
                .isEqualTo(204);
        assertThat(engine.getIdentityService().checkPassword(officerId, "một-mật-khẩu-khác"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"rO0ABXQ=\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\","
                        + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"value\":\"<a/>\",\"type\":\"Xml\"}",
                "{\"value\":\"AAAA\",\"type\":\"Bytes\"}",
                "{\"value\":\"{\",\"type\":\"Json\"}",
                "{\"value\":{\"a\":1}}",
                "{\"value\":\"abc\",\"type\":\"Long\"}",
                "{\"value\":\"31/02/2024\",\"type\":\"Date\"}",
                "17",
            })
    void aForgedValueIsToldInVietnamese(String forged) {
        for (String action : new String[] {"/complete", "/submit-form"}) {
            HttpResponse<String> answer = officer.post(
                    "/engine-rest/task/" + task.getId() + action, "{\"variables\":{\"docNumber\":" + forged + "}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("chưa ghi nhận gì").doesNotContain("Exception");
        }
        assertThat(officer.get("/engine-rest/task/" + task.getId()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherUnitSeesNothingOfIt() throws Exception {
        Http other = signedIn(people.person("nguoikhac", "thu-2024.OTH.EMULATION_OFFICER"));
        String path = "/engine-rest/task/" + task.getId();
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.get(path + "/form").statusCode()).isIn(403, 404);
        assertThat(other.post(path + "/submit-form", "{\"variables\":{}}").statusCode())
                .isEqualTo(403);
        assertThat(other.post(path + "/claim", "{}").statusCode()).isEqualTo(403);
        assertThat(other.post(path + "/unclaim", "{}").statusCode()).isEqualTo(403);
        JsonNode all =
                new ObjectMapper().readTree(other.get("/engine-rest/task").body());
        assertThat(all).isEmpty();
        assertThat(other.get("/engine-rest/process-instance").body()).isEqualTo("[]");
    }

    @Test
    void theStandingAgencyWatchesButDoesNotTouch() {
        String agency = "thu-2024.SNV.STANDING_AGENCY";
        String supervisor = people.person("giamsat", agency);
        people.supervises(agency);
        Http cockpit = new Http(port);
        cockpit.get("/camunda/app/cockpit/default/");
        cockpit.login(supervisor, People.PASSWORD);
        cockpit.basic(supervisor, People.PASSWORD);
        HttpResponse<String> who = cockpit.get("/camunda/api/admin/auth/user/default");
        assertThat(who.body()).contains("cockpit").doesNotContain("admin\"");
        assertThat(cockpit.get("/engine-rest/process-instance/" + task.getProcessInstanceId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(cockpit.post("/engine-rest/task/" + task.getId() + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(cockpit.send(
                                "DELETE",
                                "/engine-rest/process-instance/" + task.getProcessInstanceId(),
                                null,
                                BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void startingAgainChangesNothing() {
        long granted =
                engine.getAuthorizationService().createAuthorizationQuery().count();
        long filters = engine.getFilterService().createFilterQuery().count();
        atStart.run(null);
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(granted);
        assertThat(engine.getFilterService().createFilterQuery().count())
                .isEqualTo(filters)
                .isEqualTo(4);
    }

    @Test
    void theFourFiltersShowWhatTheySay() throws Exception {
        String group = "thu-2024.FLT.EMULATION_OFFICER";
        Http reader = signedIn(people.person("chuyenvien", group));
        String mine = people.task(group, LocalDateTime.now().plusDays(30)).getId();
        String overdue = people.task(group, LocalDateTime.now().minusDays(3)).getId();
        String soon = people.task(group, LocalDateTime.now().plusSeconds(30)).getId();
        reader.post("/engine-rest/task/" + mine + "/claim", "{}");

        assertThat(idsOf(reader, "Việc của tôi")).isEqualTo("[" + mine + "]");
        assertThat(idsOf(reader, "Việc của đơn vị tôi")).isEqualTo("[" + overdue + ", " + soon + ", " + mine + "]");
        assertThat(idsOf(reader, "Đến hạn tuần này")).isEqualTo("[" + soon + "]");
        assertThat(idsOf(reader, "Quá hạn")).isEqualTo("[" + overdue + "]");

        Http nobody = signedIn(people.person("khongnhom"));
        for (String name : new String[] {"Việc của tôi", "Việc của đơn vị tôi", "Đến hạn tuần này", "Quá hạn"}) {
            assertThat(idsOf(nobody, name)).as("without any group: " + name).isEqualTo("[]");
        }
    }

    private String idsOf(Http reader, String filter) throws Exception {
        String id = engine.getFilterService()
                .createFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        HttpResponse<String> answer = reader.get("/engine-rest/filter/" + id + "/list");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        java.util.List<String> ids = new java.util.ArrayList<>();
        new ObjectMapper()
                .readTree(answer.body())
                .forEach(found -> ids.add(found.path("id").asText()));
        return ids.toString();
    }

    private int put(String path, String json) {
        return officer.send("PUT", path, "application/json", BodyPublishers.ofString(json))
                .statusCode();
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task.getId())
                .singleResult()
                .getAssignee();
    }
}
