package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a refusal of ours, a lost race and a defect read, on both REST surfaces. */
@WebTest
class RefusalTest {

    private static final String GROUP = "thu-2024.VLG.EMULATION_OFFICER";

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    People people;
    Http officer;

    @BeforeEach
    void anOfficerIsSignedIn() {
        people = new People(engine);
        String id = people.person("chuyenvien", GROUP);
        officer = new Http(port);
        officer.login(id, People.PASSWORD);
        officer.basic(id, People.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest"})
    void ourRefusalReadsAsWeWroteItAndLeavesTheTask(String surface) throws Exception {
        Task task = people.task(GROUP, LocalDateTime.now().plusDays(1));
        for (String action : List.of("submit-form", "complete")) {
            assertRefused(
                    submit(surface, task, action, "wrong"),
                    400,
                    "Ô “Kết quả” chưa đúng: hãy chọn một trong các giá trị có sẵn.");
            assertRefused(
                    submit(surface, task, action, "too-late"),
                    409,
                    "Đã hết hạn: trước 00:00 ngày 27/11/2024 (thứ Tư).");
        }
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest"})
    void aDefectIsANumberToReport(String surface) throws Exception {
        Task task = people.task(GROUP, LocalDateTime.now().plusDays(1));
        HttpResponse<String> answer = submit(surface, task, "submit-form", "defect");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(message(answer)).startsWith("Hệ thống gặp lỗi ngoài dự kiến").doesNotContain("secret");
    }

    @Test
    void whatIsTooEarlySaysWhenItsTimeComes() throws Exception {
        Task task = people.task(GROUP, LocalDateTime.now().plusDays(1));
        HttpResponse<String> answer = submit("/engine-rest", task, "submit-form", "too-early");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(message(answer)).startsWith("Chưa đến 13:00 ngày 25/11/2024 (thứ Hai)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default", "/engine-rest"})
    void aTaskThatIsGoneSaysSo(String surface) throws Exception {
        Task task = people.task(GROUP, LocalDateTime.now().plusDays(1));
        assertThat(submit(surface, task, "submit-form", "issued").statusCode()).isEqualTo(204);
        for (String action : List.of("submit-form", "complete")) {
            HttpResponse<String> again = submit(surface, task, action, "issued");
            assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
            assertThat(message(again)).startsWith("Nhiệm vụ này không còn mở");
        }
        HttpResponse<String> claim = officer.post(surface + "/task/" + task.getId() + "/claim", "{\"userId\":\"x\"}");
        assertThat(claim.statusCode()).isEqualTo(409);
    }

    @Test
    void ofTwoWhoHandInAtOnceOneIsToldWhatHappened() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 15; i++) {
                Task task = people.task(GROUP, LocalDateTime.now().plusDays(1));
                Callable<HttpResponse<String>> handIn = () -> submit("/engine-rest", task, "submit-form", "issued");
                List<Integer> answers = two.invokeAll(List.of(handIn, handIn)).stream()
                        .map(f -> {
                            try {
                                return f.get().statusCode();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .sorted()
                        .toList();
                assertThat(answers).containsExactly(204, 409);
            }
        } finally {
            two.shutdown();
        }
    }

    private HttpResponse<String> submit(String surface, Task task, String action, String answer) {
        return officer.post(
                surface + "/task/" + task.getId() + "/" + action,
                "{\"variables\":{\"answer\":{\"value\":\"" + answer + "\",\"type\":\"String\"}}}");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String text) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(message(answer)).isEqualTo(text);
    }

    private static String message(HttpResponse<String> answer) throws Exception {
        JsonNode json = new ObjectMapper().readTree(answer.body());
        return json.path("message").asText();
    }
}
