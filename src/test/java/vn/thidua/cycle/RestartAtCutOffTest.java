package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.Thidua;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.PlanShift;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.tryout.JavaProcess;

/**
 * The served product, in real time, killed in the very second of a cut-off while units hand in, and started again: what was
 * received is in, once; who was not received lapses, once. Slow: it waits for a real minute to come.
 */
@Tag("slow")
@ThiduaTest
class RestartAtCutOffTest {
    private static final String PASSWORD = "mật-khẩu-của-phép-thử";
    private static final LocalDate SAMPLE_DAY = LocalDate.of(2024, 11, 25);
    private static final Duration MADE_READY_IN = Duration.ofSeconds(150);

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private YearFixture year;
    private int port;

    @Test
    @DisplayName("S0-13 S0-16: a restart in the second of a cut-off loses and doubles nothing")
    void killedInTheSecondOfTheCutOff() throws Exception {
        Instant cutOff = Instant.now()
                .plus(MADE_READY_IN)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusSeconds(60);
        LocalDateTime local = LocalDateTime.ofInstant(cutOff, Vietnam.ZONE);
        year = new YearFixture(context)
                .startPlan(plan(local), local.toLocalDate().minusDays(3) + "T13:50");
        try {
            year.run(only(DutyCode.SCORING_MEETING), local.toLocalDate().minusDays(3) + "T17:00");
            year.run(LocalDateTime.ofInstant(Instant.now(), Vietnam.ZONE).toString());
            Map<String, String> tasks = new HashMap<>();
            YearFixture.UNITS.forEach(unit ->
                    tasks.put(unit, year.task(supplement(unit), "submit").getId()));
            Map<String, Object> answers = year.answers(supplement("AGG"), "submit");
            new VirtualClock(year.bean(JdbcClient.class)).restore();
            YearFixture.UNITS.forEach(this::setPassword);

            Map<String, CompletableFuture<Integer>> sent = new LinkedHashMap<>();
            try (JavaProcess server = serve()) {
                assertThat(Instant.now()).as("served in time for the test").isBefore(cutOff.minusSeconds(15));
                // The first requests of a cold server take seconds; those of the last second have to meet a warm one.
                for (String unit : YearFixture.UNITS) {
                    assertThat(submit(unit, Map.of(unit, "khong-co"), Map.of(), Instant.now())
                                    .join())
                            .as(said + server.output())
                            .isEqualTo(409);
                }
                sent.put("AGG", submit("AGG", tasks, answers, cutOff.minusMillis(5000)));
                sent.put("BTE", submit("BTE", tasks, answers, cutOff.minusMillis(150)));
                sent.put("CTO", submit("CTO", tasks, answers, cutOff.minusMillis(20)));
                sent.put("KGG", submit("KGG", tasks, answers, cutOff.plusMillis(5)));
                sleepUntil(cutOff.plusMillis(250));
                server.kill();
            }
            Map<String, Integer> answered = new HashMap<>();
            sent.forEach((unit, status) -> answered.put(unit, status.join()));
            assertThat(answered.get("AGG")).as(said.toString()).isEqualTo(204);
            assertThat(answered.get("KGG")).as("a few milliseconds late").isNotEqualTo(204);

            try (JavaProcess server = serve()) {
                assertThat(submit("VLG", tasks, answers, Instant.now()).join())
                        .as("the door is shut")
                        .isEqualTo(409);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() ->
                                year.duties(DutyType.SUPPLEMENT).stream().noneMatch(d -> d.state() == Duty.State.OPEN));
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> YearFixture.UNITS.stream()
                                .allMatch(unit -> !year.stages(supplement(unit)).contains("submit")));
                YearFixture.UNITS.forEach(unit -> isOneOrTheOther(unit, answered.getOrDefault(unit, 409)));
                server.terminate();
            }
            assertThat(year.runtime()
                            .createIncidentQuery()
                            .tenantIdIn(year.yearId())
                            .count())
                    .isZero();
        } finally {
            year.end();
        }
    }

    /** Received once and not lapsed, or lapsed once and told once; what was answered "received" is. */
    private void isOneOrTheOther(String unit, int answered) {
        int receipts = year.receipts(supplement(unit)).size();
        int lapses =
                year.journal(JournalEvent.LAPSED, DutyCode.SUPPLEMENT, unit).size();
        assertThat(receipts + lapses).as(unit + " answered " + answered).isEqualTo(1);
        if (answered == 204) {
            assertThat(receipts).as(unit).isEqualTo(1);
        }
        Outcome outcome = year.duty(supplement(unit)).outcome();
        assertThat(outcome).as(unit).isEqualTo(receipts == 1 ? null : Outcome.NO_EVIDENCE);
        assertThat(year.journal(JournalEvent.DELIVERED, DutyCode.SUPPLEMENT, unit))
                .hasSize(receipts);
        assertThat(year.mails("lapse", "chuyenvien@" + unit.toLowerCase(java.util.Locale.ROOT) + ".example").stream()
                        .filter(subject -> subject.contains("Bổ sung")))
                .hasSize(lapses);
    }

    private DutyKey supplement(String unit) {
        return year.key(DutyType.SUPPLEMENT, unit);
    }

    /** The small sample with 25/11/2024 on the day of the cut-off, which falls on its minute. */
    private static String plan(LocalDateTime cutOff) {
        long days = ChronoUnit.DAYS.between(SAMPLE_DAY, cutOff.toLocalDate());
        String minute = cutOff.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        String text = YearFixture.plan(
                "khoi-dong-lai",
                "beforeInstant: 2024-11-25 13:00",
                "beforeInstant: 2024-11-25 " + minute,
                "beforeInstant: 2024-11-25 17:00",
                "beforeInstant: 2024-11-25 23:59");
        long rest = Math.floorMod(days, 7L);
        String weeks = PlanShift.by(text, days - rest, cutOff.getYear());
        int milestones = weeks.indexOf("\nmilestones:");
        int end = weeks.indexOf("\n\n", milestones);
        String moved = Pattern.compile("\\d{4}-\\d{2}-\\d{2}")
                .matcher(weeks.substring(milestones, end))
                .replaceAll(m -> LocalDate.parse(m.group()).plusDays(rest).toString());
        return weeks.substring(0, milestones) + moved + weeks.substring(end);
    }

    private void setPassword(String unit) {
        User user = year.engine()
                .getIdentityService()
                .createUserQuery()
                .userId(officer(unit))
                .singleResult();
        user.setPassword(PASSWORD);
        year.engine().getIdentityService().saveUser(user);
    }

    private JavaProcess serve() throws Exception {
        HikariDataSource source = year.bean(HikariDataSource.class);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        JavaProcess server = JavaProcess.start(
                Thidua.class,
                folder,
                Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SPRING_DATASOURCE_URL",
                        source.getJdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        source.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        "x",
                        "THIDUA_ADMIN_PASSWORD",
                        PASSWORD));
        server.await("Thi đua đã sẵn sàng tại");
        return server;
    }

    private CompletableFuture<Integer> submit(
            String unit, Map<String, String> tasks, Map<String, Object> answers, Instant at) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Map<String, Object> variables = new LinkedHashMap<>();
                answers.forEach((key, value) -> variables.put(key, variable(value)));
                String body = new ObjectMapper().writeValueAsString(Map.of("variables", variables));
                String basic = Base64.getEncoder()
                        .encodeToString(
                                (officer(unit) + ":" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                HttpRequest request = HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/engine-rest/task/" + tasks.get(unit) + "/submit-form"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                sleepUntil(at);
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                said.put(unit, answer.statusCode() + " " + answer.body());
                return answer.statusCode();
            } catch (java.io.IOException cut) {
                said.put(unit, cut.toString());
                return 0; // the server was killed before it answered: both is possible
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Map<String, Object> variable(Object value) {
        if (value instanceof List<?> list) {
            try {
                return Map.of("type", "Json", "value", new ObjectMapper().writeValueAsString(list));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return value instanceof Boolean
                ? Map.of("type", "Boolean", "value", value)
                : Map.of("type", "String", "value", String.valueOf(value));
    }

    private static void sleepUntil(Instant at) throws InterruptedException {
        long wait = Duration.between(Instant.now(), at).toMillis();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }
}
