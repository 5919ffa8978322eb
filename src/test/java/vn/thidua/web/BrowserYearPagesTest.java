package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;

/** The way from a mail's link to what a closed year still shows, at a desk and on a telephone. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserYearPagesTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String HOSTILE = "Dòng một <script>document.title = 'hỏng'</script>\nDòng hai";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;

    @AfterEach
    void end() {
        year.end();
    }

    private String password(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        return PASSWORD;
    }

    @Test
    @DisplayName(
            "The link of an old mail asks to sign in and leads to the duty with its receipts, after the year is closed")
    void fromAMailToTheReceipts() {
        year = new YearFixture(context).start("trang-trinh-duyet", "2024-01-29T07:30");
        year.run("2024-01-31T09:00");
        DutyKey plan = year.key(DutyType.UNIT_PLAN, "AGG");
        year.complete(plan, "submit", officer("AGG"));
        year.complete(plan, "withdraw", officer("AGG"));
        year.complete(plan, "submit", officer("AGG"), Map.of("summary", HOSTILE));
        year.run("2024-12-31T17:00");
        long duty = year.duty(plan).id();

        try (Browser browser = new Browser("http://localhost:" + port)) {
            Page page = browser.open("/viec/" + duty);
            Browser.signIn(page, officer("AGG"), password(officer("AGG")));
            page.waitForURL("**/nam/" + year.yearId() + "/viec/" + duty);
            assertThat(page.locator("h1")).hasText("Nộp kế hoạch phát động thi đua của đơn vị");
            assertThat(page.locator(".receipt")).hasCount(2);
            assertThat(page.locator(".receipt").first()).containsText("Đơn vị đã rút lại");
            assertThat(page.locator(".receipt").last()).containsText("document.title");
            assertThat(page).hasTitle(Pattern.compile("^Nộp kế hoạch"));
            Browser.screenshots(page, "year-page-duty");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^←")))
                    .click();
            assertThat(page.locator("main")).containsText("Việc còn quá hạn khi kết thúc năm thi đua");
            Browser.screenshots(page, "year-page-year");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^←")))
                    .click();
            assertThat(page.locator("main")).containsText("Đã kết thúc lúc 17:00 ngày 31/12/2024 (thứ Ba)");
            Browser.screenshots(page, "year-page-years");
            page.keyboard().press("Tab");
            assertThat(page.getByText("Đến nội dung")).isFocused();
            page.navigate("/nam/khong-co");
            Browser.screenshots(page, "year-page-missing");

            page.navigate("/camunda/app/tasklist/default/");
            page.setViewportSize(1440, 900);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Năm thi đua"))
                    .waitFor();
            page.locator(".task-filter .name").first().waitFor();
            Browser.screenshot(page, "year-page-tasklist");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Năm thi đua"))
                    .click();
            page.waitForURL("**/nam");

            String agency = "vtdkt.thuongtruc";
            Page supervisor = browser.open("/nam/" + year.yearId());
            Browser.signIn(supervisor, agency, password(agency));
            supervisor.waitForURL("**/nam/" + year.yearId());
            assertThat(supervisor.locator("main section")).not().hasCount(0);
            Browser.screenshots(supervisor, "year-page-agency");
            assertThat(browser.problems()).isEmpty();
        }
    }
}
