package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;

@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserYearTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    YearFixture year;

    @AfterEach
    void end() {
        year.end();
    }

    @Test
    @DisplayName(
            "S0-10 an officer of a member registers the technical contact in Tasklist, sees the receipt and gets its mail")
    void anOfficerDoesATaskSeesTheReceiptAndGetsTheMail() {
        year = new YearFixture(context).start("trinh-duyet", "2024-01-08T08:00");
        year.run("2024-11-20T09:30");
        String officer = YearFixture.officer("BTE");
        User user = identity.createUserQuery().userId(officer).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        DutyKey key = year.key(DutyType.TECH_CONTACT, "BTE");

        try (Browser browser = new Browser("http://localhost:" + port)) {
            Page page = browser.login("tasklist", officer, PASSWORD);
            page.getByText("Việc của đơn vị tôi").first().click();
            page.locator("ol.tasks-list > li")
                    .filter(new Locator.FilterOptions().setHasText("Đăng ký đầu mối kỹ thuật của điểm cầu"))
                    .first()
                    .click();
            assertThat(page.getByText("trước 15:00 ngày 21/11/2024 (thứ Năm)").first())
                    .isVisible();
            page.getByText("Nhận việc").first().click();
            page.getByLabel("Họ và tên").first().fill("Phạm Quốc Dũng");
            page.locator(".fjs-container input[type=text]").nth(1).fill("0900000001");
            Browser.choose(page.locator(".fjs-container input[type=radio]").first());
            Browser.screenshot(page, "year-task-filled");
            Locator complete = page.locator("button:has-text('Hoàn thành')").last();
            assertThat(complete).isEnabled();
            complete.click();

            Locator receipt = page.locator("ol.tasks-list > li")
                    .filter(new Locator.FilterOptions().setHasText("Đã nộp, xem biên nhận hoặc rút lại"));
            page.waitForTimeout(1500);
            year.settle();
            page.reload();
            page.getByText("Việc của đơn vị tôi").first().click();
            receipt.first().click();
            assertThat(page.getByText("BN-2024-").first()).isVisible();
            Browser.screenshot(page, "year-receipt");
            assertThat(browser.problems()).isEmpty();
        }

        assertThat(year.duty(key).state()).isIn(Duty.State.DELIVERED, Duty.State.ACCEPTED);
        assertThat(year.receipts(key)).hasSize(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM mail_outbox WHERE template = 'receipt' AND year_id = ? AND unit = 'BTE' AND duty = 'tech-contact'")
                        .param(key.yearId())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
