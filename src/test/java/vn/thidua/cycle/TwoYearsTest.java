package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.DutyType;

/** Two running years of one cluster, 2024 and 2025: who belongs to one sees nothing of the other. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoYearsTest {
    private static final String CLUSTER = "hai-nam";
    private static final String PASSWORD = "Mat-khau-thu-nghiem-2024";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    YearFixture first;
    YearFixture second;

    @BeforeAll
    void twoYears() {
        first = new YearFixture(context).start(CLUSTER, "2024-11-11T09:00");
        first.settle();
        String next = YearFixture.plan(
                CLUSTER,
                "year: 2024",
                "year: 2025",
                "at: 2024-12-31 17:00",
                "at: 2025-01-02 17:00",
                "id: agg.chuyenvien",
                "id: agg.nammoi",
                "id: vtdkt.thuongtruc",
                "id: vtdkt.nammoi",
                // Everything else stays: the dates of the sample, so that both years have tasks today.
                "email: chuyenvien@agg.example",
                "email: nammoi@agg.example",
                "email: thuongtruc@vtdkt.example",
                "email: nammoi@vtdkt.example");
        second = new YearFixture(context).startPlan(next, "2024-11-11T09:00");
        second.settle();
    }

    @AfterAll
    void end() {
        first.end();
        second.end();
    }

    @Test
    @DisplayName("A member's officer of 2024 sees tasks of 2024 only, by the engine's own authorisations")
    void tasks() {
        assertThat(seen("agg.chuyenvien")).containsExactly(first.yearId());
        assertThat(seen("agg.nammoi")).containsExactly(second.yearId());
        assertThat(seen("kgg.chuyenvien"))
                .as("belongs to both")
                .containsExactlyInAnyOrder(first.yearId(), second.yearId());
    }

    private Set<String> seen(String person) {
        return query(person).stream().map(Task::getTenantId).collect(Collectors.toSet());
    }

    private List<Task> query(String person) {
        List<Task> all = new java.util.ArrayList<>();
        first.as(person, () -> all.addAll(first.taskService().createTaskQuery().list()));
        assertThat(all).as("tasks of " + person).isNotEmpty();
        return all;
    }

    @Test
    @DisplayName("A member sees its own unit's tasks only")
    void ownUnit() {
        assertThat(query("agg.chuyenvien"))
                .allSatisfy(t -> assertThat(businessKey(t)).contains("/AGG"));
    }

    private String businessKey(Task task) {
        return first.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    @Test
    @DisplayName(
            "A standing agency's officer of one year sees its instances in Cockpit, none of the other's; a member sees none")
    void cockpit() {
        assertThat(instances("vtdkt.thuongtruc")).contains(first.yearId()).doesNotContain(second.yearId());
        assertThat(instances("vtdkt.nammoi")).contains(second.yearId()).doesNotContain(first.yearId());
        assertThat(instances("agg.chuyenvien")).isEmpty();
    }

    private Set<String> instances(String person) {
        Set<String> tenants = new java.util.HashSet<>();
        first.as(
                person,
                () -> first.runtime().createProcessInstanceQuery().list().forEach(i -> tenants.add(i.getTenantId())));
        return tenants;
    }

    @Test
    @DisplayName("A task of the other year cannot be completed, claimed or read")
    void otherYearsTask() {
        String task =
                second.task(second.key(DutyType.SELF_SCORE, "AGG"), "submit").getId();
        assertThatThrownBy(() ->
                        first.as("agg.chuyenvien", () -> first.taskService().claim(task, "agg.chuyenvien")))
                .isNotNull();
        assertThatThrownBy(() -> first.submit(
                        task, "agg.chuyenvien", second.answers(second.key(DutyType.SELF_SCORE, "AGG"), "submit")))
                .isNotNull();
        assertThat(second.receipts(second.key(DutyType.SELF_SCORE, "AGG"))).isEmpty();
    }

    @Test
    @DisplayName("The REST interface shows a member its own unit's tasks only, and an anonymous caller nothing")
    void rest() throws Exception {
        User user = first.engine()
                .getIdentityService()
                .createUserQuery()
                .userId("agg.vanphong")
                .singleResult();
        User officer = first.engine()
                .getIdentityService()
                .createUserQuery()
                .userId("agg.chuyenvien")
                .singleResult();
        assertThat(user).isNotNull();
        officer.setPassword(PASSWORD);
        first.engine().getIdentityService().saveUser(officer);

        HttpResponse<String> mine = get("/engine-rest/task?maxResults=500", "agg.chuyenvien");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).contains(first.yearId()).doesNotContain(second.yearId());
        long own = query("agg.chuyenvien").size();
        assertThat(mine.body().split("\"processInstanceId\"").length - 1).isEqualTo((int) own);
        assertThat(get("/engine-rest/task", null).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String person) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (person != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
