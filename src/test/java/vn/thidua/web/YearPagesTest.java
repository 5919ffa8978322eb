package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.duty.DutyType;

/** A year stays readable after its end, to those who may, and is not there for anybody else. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearPagesTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final String ADMINISTRATOR = "quan-tri-trang";
    private static final String STRANGER = "agg.namkhac";
    private static final String HOSTILE = "<script>alert('1')</script> & <b>đậm</b>";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture closed;
    YearFixture cancelled;
    YearFixture running;

    @BeforeAll
    void threeYears() {
        closed = new YearFixture(context).start("trang-dong", "2024-01-29T07:30");
        handIn(closed);
        closed.run("2024-12-31T17:00");
        cancelled = new YearFixture(context).start("trang-huy", "2024-01-29T07:30");
        handIn(cancelled);
        context.getBean(ClusterYears.class).cancel(cancelled.yearId(), "admin", "Lập nhầm <năm>");
        cancelled.settle();
        String other = YearFixture.plan(
                "trang-khac",
                "id: agg.chuyenvien",
                "id: " + STRANGER,
                "email: chuyenvien@agg.example",
                "email: namkhac@agg.example");
        running = new YearFixture(context).startPlan(other, "2024-01-29T07:30");
        running.run("2024-01-31T09:00");
    }

    private static void handIn(YearFixture year) {
        year.run("2024-01-31T09:00");
        year.complete(year.key(DutyType.UNIT_PLAN, "AGG"), "submit", officer("AGG"), Map.of("summary", HOSTILE));
        year.complete(year.key(DutyType.UNIT_PLAN, "BTE"), "submit", officer("BTE"));
    }

    @AfterAll
    void end() {
        running.end();
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

    private static String page(YearFixture year) {
        return "/nam/" + year.yearId();
    }

    private static long plan(YearFixture year, String unit) {
        return year.duty(year.key(DutyType.UNIT_PLAN, unit)).id();
    }

    private static String page(YearFixture year, String unit) {
        return page(year) + "/viec/" + plan(year, unit);
    }

    private static String receipt(YearFixture year, String unit) {
        return year.receipts(year.key(DutyType.UNIT_PLAN, unit)).get(0).number();
    }

    @Test
    @DisplayName("After the close a member reads its duties, receipts, answers and the closing record")
    void closed() {
        Http member = signedIn(officer("AGG"));
        assertThat(member.get(page(closed)).body())
                .contains("lang=\"vi\"", "Đã kết thúc lúc 17:00 ngày 31/12/2024 (thứ Ba)")
                .contains("Việc còn quá hạn khi kết thúc năm thi đua", "Ban hành quy chế hoạt động và bình xét của cụm")
                .contains("Nộp kế hoạch phát động thi đua của đơn vị", "Không đăng ký danh sách", "Quá hạn nộp")
                .contains("lúc 14:00 ngày 22/11/2024 (thứ Sáu)")
                .contains(page(closed, "AGG"))
                .doesNotContain(page(closed, "BTE"), "Công nhận cụm trưởng");
        assertThat(member.get(page(closed, "AGG")).body())
                .contains(receipt(closed, "AGG"), "09:00:00 ngày 31/01/2024 (thứ Tư)", "Trong thời hạn")
                .contains("Nhận bản nộp trong thời hạn", "Mở việc", "trước 00:00 ngày 06/02/2024 (thứ Ba)");
    }

    @Test
    @DisplayName("After a cancellation too, with who cancelled and why")
    void cancelled() {
        Http member = signedIn(officer("AGG"));
        assertThat(member.get(page(cancelled)).body())
                .contains("Đã bị hủy lúc 09:00 ngày 31/01/2024 (thứ Tư), người hủy: ")
                .contains("Lý do: Lập nhầm &lt;năm&gt;");
        assertThat(member.get(page(cancelled, "AGG")).body()).contains(receipt(cancelled, "AGG"));
    }

    @Test
    @DisplayName("What people wrote is shown as text")
    void escaped() {
        assertThat(signedIn(officer("AGG")).get(page(closed, "AGG")).body())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;")
                .doesNotContain("<script");
    }

    @Test
    @DisplayName("The list of years names those one belongs to, the newest first")
    void years() {
        assertThat(signedIn(officer("AGG")).get("/nam").body())
                .containsSubsequence(page(cancelled), page(closed))
                .doesNotContain(page(running));
        assertThat(signedIn(ADMINISTRATOR).get("/nam").body())
                .containsSubsequence(page(running), page(cancelled), page(closed));
    }

    @Test
    @DisplayName("What is not for somebody is not there: another unit's duty, another year, a year that never was")
    void missing() {
        Http member = signedIn(officer("AGG"));
        String nothing = member.get("/nam/khong-co").body();
        for (String path : new String[] {
            page(closed, "BTE"),
            "/viec/" + plan(closed, "BTE"),
            page(running),
            page(running, "AGG"),
            page(cancelled) + "/viec/" + plan(closed, "AGG"),
            page(closed) + "/viec/999999999999",
            page(closed) + "/viec/x",
            "/viec/999999999999"
        }) {
            HttpResponse<String> answer = member.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(nothing).contains("Không có trang này");
        }
        Http stranger = signedIn(STRANGER);
        assertThat(stranger.get(page(running, "AGG")).statusCode()).isEqualTo(200);
        assertThat(stranger.get(page(closed)).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page(closed, "AGG")).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("The standing agency and an administrator read every unit's")
    void supervisors() {
        for (String person : new String[] {AGENCY, ADMINISTRATOR}) {
            Http http = signedIn(person);
            assertThat(http.get(page(closed)).body()).contains(page(closed, "AGG"), page(closed, "BTE"));
            assertThat(http.get(page(closed, "BTE")).body()).contains(receipt(closed, "BTE"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nam", "/nam/trang-dong-2024", "/nam/khong-co/viec/1", "/viec/1", "/viec/999999999999"})
    @DisplayName("Whoever is not signed in is sent to sign in, whether the page exists or not, and comes back")
    void anonymous(String path) {
        HttpResponse<String> answer = new Http(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/camunda/app/tasklist/default/?quay-lai=" + path.replace("/", "%2F"));
    }

    @Test
    @DisplayName("A link in a mail leads to the task that is open for the reader, otherwise to the duty's page")
    void links() {
        Http member = signedIn(officer("AGG"));
        assertThat(location(member, "/viec/" + plan(closed, "AGG"))).isEqualTo(page(closed, "AGG"));
        assertThat(location(member, "/viec/" + plan(cancelled, "AGG"))).isEqualTo(page(cancelled, "AGG"));
        String own = location(signedIn(STRANGER), "/viec/" + plan(running, "AGG"));
        assertThat(own).startsWith("/camunda/app/tasklist/default/#/?task=");
        assertThat(location(signedIn("agg.vanthu"), "/viec/" + plan(running, "AGG")))
                .as("of the unit, but not whose task it is")
                .isEqualTo(page(running, "AGG"));
    }

    private static String location(Http http, String path) {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    @DisplayName("The pages are stored nowhere and framed by nobody")
    void headers() {
        HttpResponse<String> answer = signedIn(officer("AGG")).get("/nam");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }
}
