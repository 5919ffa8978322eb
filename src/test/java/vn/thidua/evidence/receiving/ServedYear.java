package vn.thidua.evidence.receiving;

import static vn.thidua.YearFixture.officer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.Thidua;
import vn.thidua.YearFixture;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.plan.PlanShift;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.tryout.JavaProcess;
import vn.thidua.web.Http;

/** A year in which units hand in their self-scores, in real time, and the product that serves it, in a JVM of its own. */
final class ServedYear {
    static final List<String> UNITS = List.of("AGG", "BTE", "CTO", "KGG", "VLG");
    private static final String PASSWORD = "mật-khẩu-của-phép-thử";
    private static final int CHUNK = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    final YearFixture year;
    private final Map<String, Http> browsers = new ConcurrentHashMap<>();
    private int port;

    ServedYear(ApplicationContext context, String cluster) {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), Vietnam.ZONE);
        String plan = PlanShift.intoSelfScoring(YearFixture.plan(cluster), LocalDate.from(now));
        year = new YearFixture(context).startPlan(plan, now.minusMinutes(1).toString());
        year.run(now.toString());
        new VirtualClock(context.getBean(JdbcClient.class)).restore();
        UNITS.forEach(this::setPassword);
    }

    void end() {
        year.end();
        year.bean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
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

    Duty duty(String unit) {
        return year.duty(year.key(DutyType.SELF_SCORE, unit));
    }

    Path files() {
        return Path.of(year.bean(EvidenceProperties.class).directory()).toAbsolutePath();
    }

    /** On the database and the files of the context; {@code jvm} are options of the virtual machine. */
    JavaProcess serve(Path folder, String jvm) throws Exception {
        HikariDataSource source = year.bean(HikariDataSource.class);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Map<String, String> environment = new HashMap<>(Map.of(
                "SERVER_PORT",
                String.valueOf(port),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_DATASOURCE_URL",
                source.getJdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                source.getUsername(),
                "SPRING_DATASOURCE_PASSWORD",
                "x",
                "THIDUA_ADMIN_PASSWORD",
                PASSWORD,
                "THIDUA_FILES",
                files().toString(),
                "JAVA_TOOL_OPTIONS",
                jvm));
        JavaProcess server = JavaProcess.start(Thidua.class, folder, environment);
        server.await("Thi đua đã sẵn sàng tại");
        browsers.clear();
        return server;
    }

    /** Signs in once for each unit and start of the server. */
    void signIn() {
        for (String unit : UNITS) {
            Http browser = new Http(port);
            HttpResponse<String> answer = browser.login(officer(unit), PASSWORD);
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            browsers.put(unit, browser);
        }
    }

    /** An answer that is none of those wanted here. */
    static final class Refused extends Exception {
        Refused(HttpResponse<String> answer) {
            super(answer.statusCode() + " " + answer.body());
        }
    }

    /** Begins; returns the upload's id. */
    String begin(String unit, String slot, String name, int size) throws IOException, Refused {
        HttpResponse<String> answer = send(
                unit,
                "POST",
                "/tep/viec/" + duty(unit).id() + "/tai-len",
                "application/json",
                JSON.writeValueAsBytes(Map.of("slot", slot, "name", name, "size", size)));
        if (answer.statusCode() != 201) {
            throw new Refused(answer);
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /** Sends what is missing from where the server stands; returns the file as the page gets it. */
    JsonNode send(String unit, String upload, UploadPapers.Paper paper) throws IOException, Refused {
        HttpResponse<String> standing = send(unit, "GET", "/tep/tai-len/" + upload, "application/json", new byte[0]);
        if (standing.statusCode() != 200) {
            throw new Refused(standing);
        }
        int offset = JSON.readTree(standing.body()).path("offset").asInt();
        while (true) {
            HttpResponse<String> answer = send(
                    unit,
                    "PATCH",
                    "/tep/tai-len/" + upload,
                    "application/octet-stream",
                    paper.part(offset, CHUNK),
                    "Upload-Offset",
                    String.valueOf(offset));
            if (answer.statusCode() != 200) {
                throw new Refused(answer);
            }
            JsonNode body = JSON.readTree(answer.body());
            if (body.hasNonNull("file")) {
                return body.path("file");
            }
            offset = body.path("offset").asInt();
        }
    }

    private HttpResponse<String> send(
            String unit, String method, String path, String type, byte[] body, String... headers) throws IOException {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Thidua";
        all[headers.length + 1] = "1";
        try {
            return browsers.get(unit)
                    .send(
                            method,
                            path,
                            type,
                            body.length == 0 && !method.equals("PATCH")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(body),
                            all);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
