package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.mail.OutgoingMail;
import vn.thidua.web.login.PasswordLinks;

/** One-time links: good once, for a week, the newest only; nobody learns from them who has an account. */
@WebTest
class PasswordLinkTest {

    private static final String NEW = "cụm từ mới dễ nhớ";

    @Autowired
    ProcessEngine engine;

    @Autowired
    PasswordLinks links;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    WebTestBeans.CapturedOutbox outbox;

    @LocalServerPort
    int port;

    String person;
    Http browser;

    @BeforeEach
    void aNewPerson() {
        person = new People(engine).person("nguoimoi", "thu-2024.VLG.EMULATION_OFFICER");
        browser = new Http(port);
    }

    @Test
    void setsThePasswordOnce() {
        String token = token(links.create(person));

        HttpResponse<String> form = browser.get("/mat-khau?token=" + token);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("Đặt mật khẩu", person, "name=\"token\"")
                .doesNotContain("<script");
        assertThat(form.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");

        HttpResponse<String> done = set(token, NEW, NEW);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("Đã đặt mật khẩu");
        assertThat(new Http(port).login(person, NEW).statusCode()).isEqualTo(200);

        assertThat(set(token, NEW, NEW).statusCode()).isEqualTo(410);
        assertThat(browser.get("/mat-khau?token=" + token).body()).contains("Liên kết không còn hiệu lực");
    }

    @Test
    void saysWhatIsWrongAndKeepsTheLink() {
        String token = token(links.create(person));
        assertThat(set(token, "ngan", "ngan").body()).contains("ít nhất 10 ký tự");
        assertThat(set(token, NEW, NEW + "x").body()).contains("chưa giống nhau");
        assertThat(set(token, "aaaaaaaaaaaa", "aaaaaaaaaaaa").body()).contains("dễ đoán");
        assertThat(set(token, NEW, NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewerLinkEndsTheOlder() {
        String old = token(links.create(person));
        String young = token(links.create(person));
        assertThat(set(old, NEW, NEW).statusCode()).isEqualTo(410);
        assertThat(set(young, NEW, NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void livesSevenDays() {
        String token = token(links.create(person));
        Duration life = jdbc.queryForObject(
                "SELECT extract(epoch FROM expires_at - created_at) FROM password_token"
                        + " WHERE user_id = ? AND used_at IS NULL",
                (row, i) -> Duration.ofSeconds(row.getLong(1)),
                person);
        assertThat(life).isEqualTo(Duration.ofDays(7));
        jdbc.update("UPDATE password_token SET expires_at = thidua_now() WHERE user_id = ?", person);
        assertThat(set(token, NEW, NEW).statusCode()).isEqualTo(410);
    }

    @Test
    void onlyAHashIsKept() {
        String token = token(links.create(person));
        List<String> stored =
                jdbc.queryForList("SELECT t::text FROM password_token t WHERE user_id = ?", String.class, person);
        assertThat(stored).hasSize(1).noneMatch(row -> row.contains(token));
    }

    @Test
    void aRequestAnswersTheSameWhoeverAsksAndSendsOnlyToTheKnown() throws InterruptedException {
        HttpResponse<String> known = ask(person);
        HttpResponse<String> byMail = ask(person + "@example.vn");
        HttpResponse<String> unknown = ask("khong-co-ai");
        assertThat(List.of(known.statusCode(), byMail.statusCode(), unknown.statusCode()))
                .containsOnly(200);
        assertThat(known.body()).isEqualTo(unknown.body()).isEqualTo(byMail.body());

        List<OutgoingMail> mails = mailsTo(person + "@example.vn", 2);
        assertThat(mails).hasSize(2).allMatch(mail -> mail.template().equals("password-link"));
        String link = String.valueOf(mails.get(1).model().get("link"));
        assertThat(set(token(link), NEW, NEW).statusCode()).isEqualTo(200);
        assertThat(String.valueOf(mails.get(1).model().get("boundary"))).startsWith("trước ");
    }

    @Test
    void nobodysMailboxIsFlooded() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            ask(person);
        }
        Thread.sleep(500);
        assertThat(mailsTo(person + "@example.vn", 3)).hasSize(3);
    }

    @Test
    void anotherSiteCannotAskForOne() {
        HttpResponse<String> answer = browser.send(
                "POST",
                "/mat-khau/quen",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("who=" + person),
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> ask(String who) {
        return browser.send(
                "POST",
                "/mat-khau/quen",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("who=" + encode(who)));
    }

    private HttpResponse<String> set(String token, String password, String again) {
        return browser.send(
                "POST",
                "/mat-khau",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(
                        "token=" + token + "&password=" + encode(password) + "&again=" + encode(again)));
    }

    private List<OutgoingMail> mailsTo(String address, int expected) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(10);
        List<OutgoingMail> mails;
        do {
            Thread.sleep(50);
            mails = outbox.mails.stream()
                    .filter(mail -> mail.to().equals(address))
                    .toList();
        } while (mails.size() < expected && Instant.now().isBefore(end));
        return mails;
    }

    private static String token(String link) {
        assertThat(link).startsWith("http://localhost:8080/mat-khau?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
