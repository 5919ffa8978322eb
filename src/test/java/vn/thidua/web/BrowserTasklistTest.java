package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thidua.web.login.PasswordLinks;

/** People at their browsers, whose machines are set to English: everything they meet is Vietnamese. */
@WebTest
@EnabledIf("vn.thidua.web.Browser#isThere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTasklistTest {

    /** Words of Camunda's own English that must not be left anywhere. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(Task|Tasks|Filter|Filters|Complete|Claim|Due|Created|Select|Search|Save|History|Diagram|Description"
                    + "|Add|Username|Password|Sign|Field|required|migrate|Please|Error|More|Actions|null|Welcome|Admin|Cockpit|Tasklist)\\b");

    @Autowired
    ProcessEngine engine;

    @Autowired
    PasswordLinks links;

    @LocalServerPort
    int port;

    Browser browser;
    People people;

    @BeforeEach
    void aBrowser() {
        if (browser == null) {
            browser = new Browser("http://localhost:" + port);
            people = new People(engine);
        }
    }

    @AfterAll
    void closed() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anOfficerHandsInATask() {
        String group = "thu-2024.BRW.EMULATION_OFFICER";
        String officer = people.person("canbo", group);
        people.task(group, LocalDateTime.now().plusDays(20));
        people.task(group, LocalDateTime.now().minusDays(2));

        Page page = browser.login("tasklist", officer, People.PASSWORD);
        Locator filters = page.locator(".task-filter .name");
        assertThat(filters).hasText(new Pattern[] {
            Pattern.compile("Việc của tôi.*", Pattern.DOTALL),
            Pattern.compile("Việc của đơn vị tôi.*", Pattern.DOTALL),
            Pattern.compile("Đến hạn tuần này.*", Pattern.DOTALL),
            Pattern.compile("Quá hạn.*", Pattern.DOTALL)
        });
        assertThat(page).hasTitle("Thi đua – Công việc");

        filters.filter(new Locator.FilterOptions().setHasText("Quá hạn")).click();
        Locator tasks = page.locator(".tasks-list > li.task");
        assertThat(tasks).hasCount(1);
        filters.filter(new Locator.FilterOptions().setHasText("đơn vị tôi")).click();
        assertThat(tasks).hasCount(2);
        assertThat(tasks.first()).containsText("2 ngày trước");

        tasks.nth(1).locator("h4.task").click();
        page.locator(".task-card .claim").click();
        Locator number = page.getByLabel("Số, ký hiệu văn bản");
        assertThat(number).isEnabled();
        number.fill("a");
        assertThat(page.getByText("Nhập ít nhất 3 ký tự.")).isVisible();
        assertThat(page.getByPlaceholder("dd/mm/yyyy")).isVisible();
        assertVietnamese(page, "tasklist-form");
        number.fill("12/KH-SNV");
        choose(page, "Sai (máy chủ từ chối)");
        Browser.choose(page.getByLabel("Tôi xác nhận nội dung trên là đúng"));

        complete(page);
        Locator notice = page.locator(".page-notifications");
        assertThat(notice).containsText("Chưa hoàn thành được nhiệm vụ");
        assertThat(notice).containsText("Ô “Kết quả” chưa đúng: hãy chọn một trong các giá trị có sẵn.");
        assertVietnamese(page, "tasklist-refused");

        choose(page, "Đã ban hành");
        complete(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");
        assertThat(notice).not().containsText("Chưa hoàn thành được nhiệm vụ");
        Browser.screenshot(page, "tasklist-done");
        assertThat(tasks).hasCount(1);
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void theLoginPageIsOursAndSaysWhatIsWrong() {
        Page page = browser.open("/");
        Locator form = page.locator("form[name=signinForm]");
        assertThat(form).isVisible();
        assertThat(page.getByText("Đăng nhập lần đầu hoặc quên mật khẩu?")).isVisible();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertVietnamese(page, "login");
        form.locator("input[type=text]").fill("khong-co-ai");
        form.locator("input[type=password]").fill("sai-mat-khau");
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".form-signin .notifications-panel, .page-notifications")
                        .first())
                .containsText("Sai tên đăng nhập hoặc mật khẩu");
        assertVietnamese(page, "login-refused");

        for (int i = 0; i < 6; i++) {
            form.locator("input[type=text]").fill("khong-co-ai");
            form.locator("input[type=password]").fill("sai-mat-khau");
            form.locator("button[type=submit]").click();
            assertThat(form.locator("input[type=password]")).hasValue("");
        }
        assertThat(page.locator(".page-notifications")).containsText("thử lại sau 15 phút");
        assertVietnamese(page, "login-held");
    }

    @Test
    void theOtherAppsSpeakVietnameseToo() {
        String admin = people.person("quantri", "camunda-admin");
        for (String app : List.of("welcome", "cockpit", "admin")) {
            Page page = browser.login(app, admin, People.PASSWORD);
            page.waitForTimeout(1500);
            assertThat(page.locator(".ce-eol-banner")).isHidden();
            assertVietnamese(page, app);
        }
    }

    @Test
    void aStandingAgencyWatchesInCockpit() {
        String agency = "thu-2024.CQT.STANDING_AGENCY";
        String supervisor = people.person("giamsat", agency);
        people.supervises(agency);
        people.task("thu-2024.CQT.EMULATION_OFFICER", LocalDateTime.now().plusDays(3));

        Page page = browser.login("cockpit", supervisor, People.PASSWORD);
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.getByText("Giao nộp kế hoạch (thử)").first().click();
        assertThat(page.locator(".djs-container")).isVisible();
        page.waitForTimeout(1500);
        assertVietnamese(page, "cockpit-process");
        page.locator("table.process-instances td.instance-id a, [data-plugin-id] td a[href*='process-instance']")
                .first()
                .click();
        assertThat(page.locator(".djs-container")).isVisible();
        page.waitForTimeout(1500);
        assertVietnamese(page, "cockpit-instance");
    }

    @Test
    void aPasswordIsSetByALink() {
        String person = people.person("nguoimoi", "thu-2024.BRW.EMULATION_OFFICER");
        Page page = browser.open(links.create(person).replaceFirst("^https?://[^/]+", ""));
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill("mat khau moi");
        page.getByLabel("Nhập lại mật khẩu mới").fill("mat khau khac");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Hai lần nhập mật khẩu chưa giống nhau.")).isVisible();
        Browser.screenshot(page, "password-problem");
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill("mat khau moi");
        page.getByLabel("Nhập lại mật khẩu mới").fill("mat khau moi");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("Đã đặt mật khẩu");
        Browser.screenshot(page, "password-done");
        browser.login("tasklist", person, "mat khau moi");
    }

    private static void choose(Page page, String label) {
        Locator item = page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(label));
        Locator clear = page.locator(".fjs-select-cross");
        if (clear.isVisible()) {
            clear.click();
        }
        if (!item.isVisible()) {
            page.locator(".fjs-select-display").first().click();
        }
        item.click();
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn thành"))
                .click();
    }

    private static void assertVietnamese(Page page, String name) {
        Browser.screenshot(page, name);
        String text = page.locator("body").innerText().replaceAll("Camunda Platform", "");
        assertThat(ENGLISH.matcher(text).results().map(match -> match.group()).distinct())
                .as("English on page " + name + ": " + text)
                .isEmpty();
    }
}
