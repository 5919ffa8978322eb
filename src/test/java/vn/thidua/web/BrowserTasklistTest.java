package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer signs in to Tasklist on a machine set to English, takes a task and hands it in. */
@WebTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserTasklistTest {

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    @Test
    void anOfficerDoesATask() {
        People people = new People(engine);
        String group = "thu-2024.BRW.EMULATION_OFFICER";
        String officer = people.person("canbo", group);
        people.task(group, LocalDateTime.now().plusHours(1));
        people.task(group, LocalDateTime.now().minusDays(2));
        people.task(group, LocalDateTime.now().plusDays(40));
        try (Browser browser = new Browser("http://localhost:" + port)) {
            Page page = browser.open("/");
            assertThat(page.locator("form[name=signinForm]")).isVisible();
            page.waitForTimeout(1000);
            Browser.screenshot(page, "login");
            page = browser.login("tasklist", officer, People.PASSWORD);
            page.waitForTimeout(3000);
            Browser.screenshot(page, "tasklist");
        }
    }
}
