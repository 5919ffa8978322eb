package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;
import static vn.thidua.web.Browser.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;

/** An appraisal as an officer does it in Tasklist: scored, a conflict declared, the rest on the progress board, the unit's answer. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserAppraisalTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    Browser browser;

    @BeforeEach
    void unitsHaveScoredThemselves() {
        year = new YearFixture(context).start("tham-dinh", "2024-11-15T07:00");
        year.run(only(DutyCode.SELF_SCORE), "2024-11-18T09:00");
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
    }

    private Page signedIn(String person) {
        return browser.login("tasklist", person, year.password(person));
    }

    private DutyKey appraisal(String by, String unit) {
        return year.key(DutyType.APPRAISAL, by, unit);
    }

    private Sheet sheet(String unit) {
        return year.bean(SheetStore.class).find(year.yearId(), unit).orElseThrow();
    }

    @Test
    @DisplayName(
            "Given an officer of the leader's, when they appraise in Tasklist, find a conflict and open the progress board, then all is as they did it and the unit answers")
    void appraises() {
        Page officer = signedIn(officer("VLG"));
        assertThat(officer.getByText("Tiến độ chấm điểm")).isVisible();
        officer.navigate("/viec/" + year.duty(appraisal("VLG", "AGG")).id());
        button(officer, "Nhận việc").click();
        Locator place = officer.locator(".thidua-score-sheet");
        assertThat(place.getByText("Lấy điểm tự chấm cho dòng còn trống")).isVisible();
        Browser.screenshot(officer, "appraisal-empty");
        place.getByText("Lấy điểm tự chấm cho dòng còn trống").click();
        assertThat(place.locator(".status")).containsText("Đã lưu nháp");
        assertThat(sheet("AGG").column(Column.LEADER)).hasSizeGreaterThan(40);
        Browser.screenshot(officer, "appraisal-as-self");
        button(officer, "Hoàn thành").click();
        assertThat(officer.getByText("Chưa hoàn thành được nhiệm vụ")).isVisible();
        officer.getByText("Tôi không công tác tại đơn vị được thẩm định và không có xung đột lợi ích")
                .last()
                .click();
        button(officer, "Hoàn thành").click();
        assertThat(officer.getByText("Lấy điểm tự chấm cho dòng còn trống")).hasCount(0);
        assertThat(year.duty(appraisal("VLG", "AGG")).received()).isTrue();

        officer.navigate("/viec/" + year.duty(appraisal("VLG", "BTE")).id());
        button(officer, "Nhận việc").click();
        officer.locator(".conflicts summary").click();
        officer.locator(".conflicts textarea").fill("Vợ là Phó Chánh Văn phòng của đơn vị");
        button(officer, "Báo xung đột lợi ích").click();
        Browser.screenshot(officer, "appraisal-conflict");
        button(officer, "Xác nhận, giao người khác thẩm định").click();
        assertThat(officer.locator(".conflicts")).containsText("Lâm Minh Thiện");
        assertThat(place.getByText("Lấy điểm tự chấm cho dòng còn trống")).hasCount(0);
        assertThat(place.locator(".notice.bad")).hasCount(0);
        Browser.screenshot(officer, "appraisal-replaced");

        year.complete(appraisal("KGG", "AGG"), "submit", officer("KGG"));
        year.run(only(DutyCode.APPRAISAL), "2024-11-20T09:00");
        officer.navigate("/nam/" + year.yearId() + "/tien-do");
        assertThat(officer.locator("#tien-do")).containsText("Dòng chênh lệch chưa thống nhất");
        officer.locator("#thu-tu").selectOption("open");
        Browser.screenshot(officer, "progress");
        officer.setViewportSize(400, 800);
        Browser.screenshot(officer, "progress-phone");
        Locator narrow = officer.locator("main");
        assertThat((Integer) officer.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
        assertThat(narrow).isVisible();

        String line = sheet("AGG").contested().get(0).code();
        Page unit = signedIn(officer("AGG"));
        unit.navigate("/nam/" + year.yearId() + "/diem/AGG");
        unit.locator("[data-line='" + line + "'] [data-act=details]").first().click();
        Browser.screenshot(unit, "appraisal-explain");
        unit.locator("dialog textarea").first().fill("Đã có văn bản của Ủy ban nhân dân tỉnh xác nhận");
        unit.locator("dialog")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("giải trình"))
                .first()
                .click();
        assertThat(unit.locator("dialog")).containsText("Đã có văn bản của Ủy ban nhân dân tỉnh xác nhận");
        Browser.screenshot(unit, "appraisal-explained");
        assertThat(sheet("AGG").notes(line)).hasSize(1);
        assertThat(browser.problems()).isEmpty();
    }
}
