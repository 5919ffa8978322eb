package vn.thidua.benchmarks;

import static vn.thidua.YearFixture.officer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.web.Http;
import vn.thidua.web.Sessions;

/** From a figure's being agreed on to its arrival at all 13 connection points. */
@ThiduaTest
class BoardBenchmark {
    private static final int ROUNDS = 15;
    private static final String PASSWORD = "Mat-khau-do-luong-2024";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    private final Map<Integer, CountDownLatch> arrivals = new ConcurrentHashMap<>();

    @Test
    void arrives() throws Exception {
        YearFixture year = new YearFixture(context).startPlan(Sessions.wholeCluster("do-bang"), "2024-11-22T14:05");
        year.run("2024-11-22T14:06");
        List<String> units = List.of(
                "AGG", "BLU", "BTE", "CMU", "CTO", "DTP", "HGG", "KGG", "LAN", "STG", "TGG", "TVH", "VLG");
        List<Http> viewers = new ArrayList<>();
        for (String unit : units) {
            User user = identity.createUserQuery().userId(officer(unit)).singleResult();
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            Http http = new Http(port);
            http.login(officer(unit), PASSWORD);
            viewers.add(http);
        }
        Http leader = viewers.get(units.indexOf("VLG"));
        String board = "/diem/" + year.yearId() + "/bang";
        List<Thread> followers = new ArrayList<>();
        for (Http viewer : viewers) {
            Thread follower = new Thread(() -> follow(viewer, year.yearId()));
            follower.setDaemon(true);
            follower.start();
            followers.add(follower);
        }
        Thread.sleep(2_000);
        long[] ours = new long[ROUNDS];
        long[] stock = new long[ROUNDS];
        long[] limit = new long[ROUNDS];
        Long base = null;
        for (int round = 0; round < ROUNDS; round++) {
            int steps = round + 1;
            CountDownLatch all = new CountDownLatch(viewers.size());
            arrivals.put(steps, all);
            long start = System.nanoTime();
            JsonNode answer = JSON.readTree(leader.send(
                            "PUT",
                            "/diem/" + year.yearId() + "/don-vi/AGG/o",
                            "application/json",
                            BodyPublishers.ofString(JSON.writeValueAsString(write(base, steps))),
                            "X-Thidua",
                            "1")
                    .body());
            limit[round] = System.nanoTime() - start;
            base = answer.path("cell").path("id").asLong();
            if (!all.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a change did not arrive at all: " + answer);
            }
            ours[round] = System.nanoTime() - start;
            // Whoever asks once a second learns of it half a second later on average, and then has to be answered.
            long asked = System.nanoTime();
            viewers.forEach(viewer -> viewer.get(board));
            stock[round] = limit[round] + TimeUnit.MILLISECONDS.toNanos(500) + (System.nanoTime() - asked);
        }
        year.end();
        new Report("board")
                .row("ours: arrived at 13 viewers by server-sent events", ours)
                .row("stock: 13 viewers who ask for the board once a second (half a second on average, and 13 answers)", stock)
                .row("limit: the request that sets the figure", limit)
                .done();
    }

    private static Map<String, Object> write(@org.jspecify.annotations.Nullable Long base, int steps) {
        Map<String, Object> write = new java.util.HashMap<>(Map.of(
                "line",
                "3.1",
                "column",
                "AGREED",
                "points",
                String.valueOf(steps % 9 * 0.5),
                "reason",
                "đo lần " + steps));
        write.put("base", base);
        return write;
    }

    private void follow(Http viewer, String year) {
        try (Stream<String> lines = viewer.lines("/diem/" + year + "/thay-doi")) {
            lines.filter(line -> line.startsWith("data:") && line.contains("đo lần "))
                    .forEach(line -> {
                        int round = Integer.parseInt(
                                line.substring(line.indexOf("đo lần ") + 7).replaceAll("\\D.*", ""));
                        CountDownLatch latch = arrivals.get(round);
                        if (latch != null) {
                            latch.countDown();
                        }
                    });
        } catch (RuntimeException e) {
            // The server has gone: the benchmark is over.
        }
    }
}
