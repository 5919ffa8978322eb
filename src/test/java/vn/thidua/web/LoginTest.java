package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in: anonymous callers stay out, guessing is slowed down, nobody can be locked out for good. */
@WebTest
class LoginTest {

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    People people;

    @BeforeEach
    void people() {
        people = new People(engine);
    }

    @Test
    void engineRestAnswersNobodyUnknown() {
        Http anybody = new Http(port);
        for (String path :
                new String[] {"/engine-rest/task", "/engine-rest/engine", "/engine-rest/engine/default/user"}) {
            HttpResponse<String> answer = anybody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(anybody.post("/engine-rest/task", "{}").statusCode()).isEqualTo(401);
        assertThat(anybody.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theWebAppsAreUtf8() {
        for (String app : new String[] {"tasklist", "cockpit", "admin"}) {
            HttpResponse<String> page = new Http(port).get("/camunda/app/" + app + "/default/");
            assertThat(page.statusCode()).as(app).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse(""))
                    .as(app)
                    .isEqualToIgnoringCase("text/html;charset=utf-8");
        }
    }

    @Test
    void engineRestAnswersAUserWithTheUsersRights() {
        String officer = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        Http rest = new Http(port).basic(officer, People.PASSWORD);
        assertThat(rest.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(rest.get("/engine-rest/user").body()).contains(officer).doesNotContain("quantri");
        assertThat(rest.post("/engine-rest/process-definition/key/webTest/start", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(rest.send("DELETE", "/engine-rest/user/" + officer, null, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherSiteCannotUseABrowsersCredentials() {
        String officer = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        HttpResponse<String> answer = new Http(port)
                .basic(officer, People.PASSWORD)
                .send(
                        "POST",
                        "/engine-rest/task",
                        "text/plain",
                        BodyPublishers.ofString("{}"),
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tooManyWrongPasswordsAreHeldUpForTheirAddressAloneAndLockNothing() {
        String officer = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        String other = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        Http browser = new Http(port);
        for (int i = 0; i < 6; i++) {
            assertThat(browser.login(officer, "sai-mat-khau-" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> held = browser.login(officer, People.PASSWORD);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body()).contains("thử lại sau 15 phút");
        assertThat(held.headers().firstValue("Retry-After")).isPresent();
        assertThat(new Http(port)
                        .basic(officer, People.PASSWORD)
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(429);

        assertThat(new Http(port).login(other, People.PASSWORD).statusCode()).isEqualTo(200);
        UserEntity stored = (UserEntity)
                engine.getIdentityService().createUserQuery().userId(officer).singleResult();
        assertThat(stored.getAttempts()).isZero();
        assertThat(stored.getLockExpirationTime()).isNull();
        assertThat(engine.getIdentityService().checkPassword(officer, People.PASSWORD))
                .as("the engine's own lock-out is out of the way")
                .isTrue();
    }

    @Test
    void anUnknownUserTakesAsLongAsAKnownOne() {
        String officer = people.person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        assertThat(refusalTime(officer)).isBetween(Duration.ofMillis(250), Duration.ofMillis(1500));
        assertThat(refusalTime("khong-co-ai")).isBetween(Duration.ofMillis(250), Duration.ofMillis(1500));
    }

    private Duration refusalTime(String user) {
        Http rest = new Http(port).basic(user, "sai-mat-khau");
        Instant start = Instant.now();
        assertThat(rest.get("/engine-rest/task").statusCode()).isEqualTo(401);
        return Duration.between(start, Instant.now());
    }

    @Test
    void everyAnswerCarriesSaneHeaders() {
        for (String path : new String[] {"/camunda/app/tasklist/default/", "/engine-rest/task", "/mat-khau/quen"}) {
            HttpResponse<String> answer = new Http(port).get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void theWebAppsKeepCamundasPolicyButForFilesInANewTab() {
        String policy = new Http(port)
                .get("/camunda/app/tasklist/default/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy.replaceFirst("'nonce-[^']+'", "\\$NONCE"))
                .isEqualTo(ContentSecurityPolicyProvider.HEADER_DEFAULT_VALUE + " allow-popups-to-escape-sandbox");
    }
}
