package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
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
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;

/** The meeting's board of a real year, as its people use it: followed, agreed on, circulated, frozen (S0-07). */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserBoardTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    Browser browser;

    @BeforeEach
    void theMeetingHasBegun() {
        year = new YearFixture(context).start("bang-that", "2024-11-14T07:00");
        year.run(only(DutyCode.SELF_SCORE, DutyCode.APPRAISAL, DutyCode.CLASSIFICATION), "2024-11-22T14:05");
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
    }

    private Page board(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        Page page = browser.login("tasklist", person, PASSWORD);
        page.navigate("/nam/" + year.yearId() + "/bang-diem");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    @DisplayName(
            "Given a meeting, when the leader agrees on a contested line in two clicks, then another unit sees it; told and signed by both, the result is frozen")
    void fromTheMeetingToTheFreeze() {
        SheetStore sheets = year.bean(SheetStore.class);
        Sheet contested = sheets.all(year.yearId()).values().stream()
                .filter(sheet ->
                        !sheet.unit().equals("VLG") && !sheet.contested().isEmpty())
                .findFirst()
                .orElseThrow();
        String line = contested.contested().get(0).code();

        Page leader = board(officer("VLG"));
        Page member = board(officer("CTO"));
        Locator cell = leader.locator("button.settle[data-unit='" + contested.unit() + "'][data-line='" + line + "']");
        Locator seen = member.locator("button.settle[data-unit='" + contested.unit() + "'][data-line='" + line + "']");
        assertThat(cell).hasAttribute("data-state", "disputed");
        assertThat(seen).hasAttribute("data-state", "disputed");
        Browser.screenshot(leader, "board-real");
        assertThat(member.locator("#thong-bao-chenh-lech")).hasCount(0);

        cell.click();
        leader.locator(".agree .primary").click();
        assertThat(seen).not().hasAttribute("data-state", "disputed");
        assertThat(sheets.find(year.yearId(), contested.unit())
                        .orElseThrow()
                        .figure(line, Column.AGREED)
                        .none())
                .isFalse();
        Browser.screenshot(member, "board-real-member");

        year.run(only(DutyCode.SCORING_MEETING, DutyCode.SUPPLEMENT), "2024-11-25T13:30");
        leader.reload();
        button(leader, "Thông báo chênh lệch").click();
        button(leader, "Gửi cho tất cả các đơn vị").click();
        assertThat(leader.locator("#thong-bao-chenh-lech")).containsText("Đã gửi thư thông báo cho các đơn vị");
        Browser.screenshot(leader, "board-real-circulated");
        assertThat(year.mails("result", "chuyenvien@cto.example"))
                .anyMatch(subject -> subject.contains("Chênh lệch so với kết quả chấm điểm tạm thời"));

        year.complete(year.key(DutyType.FREEZE, "VLG"), "submit", officer("VLG"));
        year.complete(year.key(DutyType.FREEZE, "KGG"), "submit", officer("KGG"));
        Result frozen = year.bean(Results.class)
                .latest(year.yearId(), Result.Kind.FROZEN)
                .orElseThrow();
        leader.reload();
        assertThat(leader.locator("main")).containsText(frozen.hash());
        assertThat(leader.locator("#thong-bao-chenh-lech")).hasCount(0);
        Browser.screenshot(leader, "board-real-frozen");
        assertThat(browser.problems()).isEmpty();
    }
}
