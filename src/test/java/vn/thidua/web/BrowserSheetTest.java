package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.web.Browser.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
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
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetStore;

/** Two officers of one unit on its sheet of a real year, each in a browser of their own. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserSheetTest {
    private static final String COLLEAGUE = "agg.chuyenvien2";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    Browser browser;

    @BeforeEach
    void selfScoringIsOpen() {
        year = new YearFixture(context)
                .start(
                        "bang-hai-nguoi",
                        "2024-10-01T07:00",
                        "  - { id: agg.kythuat",
                        "  - { id: " + COLLEAGUE
                                + ", name: Lê Minh Châu, party: AGG, function: EMULATION_OFFICER, email: chuyenvien2@agg.example, phone: \"0900 001 019\" }\n"
                                + "  - { id: agg.kythuat");
        year.run("2024-10-02T09:00");
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
    }

    private Page open(String person) {
        Page page = browser.openAs(person, year.password(person), "/nam/" + year.yearId() + "/diem/AGG");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        assertThat(status(page)).isVisible();
        return page;
    }

    private static Locator status(Page page) {
        return page.locator(".thidua-score-sheet .status");
    }

    private static Locator points(Page page, String line) {
        return page.locator("tr[data-line='" + line + "'] td[data-field=points]");
    }

    private static void type(Page page, String line, String... figures) {
        points(page, line).click();
        for (String figure : figures) {
            page.keyboard().type(figure);
            page.keyboard().press("Enter");
        }
    }

    private String stands(String line) {
        Figure figure = year.bean(SheetStore.class)
                .find(year.yearId(), "AGG")
                .orElseThrow()
                .figure(line, Column.SELF);
        return figure.points() == null ? "" : Decimals.text(figure.points());
    }

    private void await(Page page, String line, String figure) {
        page.waitForCondition(() -> Objects.equals(stands(line), figure));
    }

    @Test
    @DisplayName(
            "Given two on one sheet, then each sees the other's figures, a conflict is shown and decided, a column is pasted, and what is typed without a connection is neither lost nor put over the other's")
    void twoOnOneSheet() {
        Page nga = open(officer("AGG"));
        Page chau = open(COLLEAGUE);
        type(nga, "1.1", "1,5");
        assertThat(points(chau, "1.1")).containsText("1,5");
        assertThat(points(chau, "1.1").locator(".who")).hasText("Đỗ Thúy Nga vừa sửa");

        points(chau, "1.2").click();
        chau.keyboard().type("0,5");
        type(nga, "1.2", "1");
        await(nga, "1.2", "1");
        assertThat(chau.locator("[aria-live=polite]").first())
                .containsText("Đỗ Thúy Nga vừa sửa điểm «Tự chấm» của dòng 1.2.");
        chau.keyboard().press("Enter");
        Locator choice = chau.locator("tr.choice");
        assertThat(choice).containsText("Dòng 1.2: Đỗ Thúy Nga cũng vừa sửa ô này. Chọn một giá trị:");
        Browser.screenshots(chau, "sheet-real-conflict");
        chau.setViewportSize(1440, 900);
        assertThat(stands("1.2")).as("not overwritten unseen").isEqualTo("1");
        button(chau, "Giữ giá trị của tôi").click();
        assertThat(points(nga, "1.2")).containsText("0,5");
        assertThat(year.bean(ScoreRepository.class).history(year.yearId(), "AGG", "1.2"))
                .hasSize(2);

        chau.evaluate("text => navigator.clipboard.writeText(text)", "2\r\n1,5\r\nkhông\r\n1\r\n7\r\n");
        points(chau, "2.1").click();
        chau.keyboard().press("Control+v");
        assertThat(chau.locator(".report")).containsText("Đã nhận 3 ô; không nhận 2 ô.");
        await(chau, "2.4", "1");
        assertThat(List.of(stands("2.1"), stands("2.2"), stands("2.3"), stands("2.5")))
                .containsExactly("2", "1.5", "", "");
        assertThat(points(nga, "2.2")).containsText("1,5");

        withoutAConnection(nga, chau);
        assertThat(browser.problems()).isEmpty();
    }

    /** Nga is cut off and goes on typing, while Chau sets one of the same lines and another one. */
    private void withoutAConnection(Page nga, Page chau) {
        nga.context().setOffline(true);
        type(nga, "3.1", "3,5", "4");
        assertThat(status(nga)).containsText("Mất kết nối với máy chủ: cứ nhập tiếp, 2 ô đang giữ trên máy này");
        type(chau, "3.2", "1", "2");
        await(chau, "3.3", "2");
        Browser.screenshots(nga, "sheet-real-offline");
        nga.setViewportSize(1440, 900);
        nga.context().setOffline(false);
        await(nga, "3.1", "3.5");
        assertThat(points(nga, "3.3")).containsText("2");
        assertThat(nga.locator("tr.choice")).containsText("Dòng 3.2: Lê Minh Châu cũng vừa sửa ô này.");
        assertThat(stands("3.2")).as("not overwritten unseen").isEqualTo("1");
        button(nga, "Giữ giá trị của tôi").click();
        await(nga, "3.2", "4");
        assertThat(points(chau, "3.2")).containsText("4");
        assertThat(status(nga)).containsText("Đã lưu nháp");
    }
}
