package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The scoring meeting's board as people meet it in the browser, against a server in memory ({@link BoardStub}). */
@EnabledIf("vn.thidua.web.Browser#isThere")
class BoardComponentTest {
    private static final int WITHIN_A_SECOND = 1000;

    BoardStub stub;
    Browser browser;

    @BeforeEach
    void aMeeting() throws IOException {
        begin(new BoardSample());
    }

    private void begin(BoardSample sample) throws IOException {
        stub = new BoardStub(sample);
        browser = new Browser(stub.base());
    }

    @AfterEach
    void end() {
        List<String> problems = browser.problems();
        browser.close();
        stub.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void look() {
        Page page = open("VLG");
        for (int i = 0; i < 6; i++) {
            stub.agreed("AGG", "1." + (1 + i % 5), "2", "Thống nhất theo thẩm định của Cụm trưởng", "KGG");
        }
        stub.agreed("BTE", "1.2", "3", "Thống nhất tại cuộc họp", "VLG");
        page.waitForTimeout(500);
        for (int width : new int[] {1920, 1440, 400}) {
            page.setViewportSize(width, width == 1920 ? 1080 : 900);
            for (String view : List.of("Từng dòng", "Từng đơn vị", "So sánh")) {
                button(page, view).click();
                page.waitForTimeout(200);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(width == 400)
                        .setPath(Path.of(
                                "target", "screens", "board-" + view.replace(" ", "-") + "-" + width + ".png")));
            }
            button(page, "Từng dòng").click();
            page.locator("button.settle[data-state=disputed]").first().click();
            page.waitForTimeout(200);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screens", "board-panel-" + width + ".png")));
            page.keyboard().press("Escape");
        }
    }

    private Page open(String who) {
        Page page = browser.openLive("/nam/nam-thu/bang-diem?la=" + who);
        assertThat(page.locator(".connection")).hasAttribute("data-state", "live");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
