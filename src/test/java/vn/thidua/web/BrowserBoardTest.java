package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;
import static vn.thidua.web.Browser.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
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
    private static final int VIEWERS = 13;
    /** Milliseconds. A machine that runs fourteen browsers and the server is no reason to fail; what is aimed at is a second. */
    private static final double LONGEST = 5000;

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
        Page page = browser.openAs(person, year.password(person), "/nam/" + year.yearId() + "/bang-diem");
        assertThat(page.locator(".connection")).hasAttribute("data-state", "live");
        return page;
    }

    /** Thirteen people of the five units, the leader's officer not among them. */
    private List<Page> viewers() {
        Stream<String> officers = Stream.of("KGG", "AGG", "BTE", "CTO").map(YearFixture::officer);
        Stream<String> others = Stream.of("agg", "bte", "cto", "kgg", "vlg")
                .flatMap(unit -> Stream.of(unit + ".giamdoc", unit + ".kythuat"));
        return Stream.concat(officers, others).limit(VIEWERS).map(this::board).toList();
    }

    /** The moment, by the machine's clock, at which a position is agreed on in a page. */
    private static void awaitAgreed(Page page, String position) {
        page.locator(position).evaluate("""
                button => { window.arrived = new Promise(done => new MutationObserver(() =>
                  button.dataset.state === 'agreed' && done(Date.now())).observe(button, { attributes: true })); }""");
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate("() => " + expression)).doubleValue();
    }

    @Test
    @DisplayName(
            "Given a meeting, when the leader agrees on a contested line in two clicks, then thirteen viewers see it; its end and the freeze reach them by themselves")
    void fromTheMeetingToTheFreeze() {
        SheetStore sheets = year.bean(SheetStore.class);
        Sheet contested = sheets.all(year.yearId()).values().stream()
                .filter(sheet ->
                        !sheet.unit().equals("VLG") && !sheet.contested().isEmpty())
                .findFirst()
                .orElseThrow();
        String line = contested.contested().get(0).code();

        String position = "button.settle[data-unit='" + contested.unit() + "'][data-line='" + line + "']";
        Page leader = board(officer("VLG"));
        List<Page> viewers = viewers();
        Page member = viewers.get(VIEWERS - 1);
        Locator cell = leader.locator(position);
        Locator seen = member.locator(position);
        assertThat(cell).hasAttribute("data-state", "disputed");
        assertThat(seen).hasAttribute("data-state", "disputed");
        Browser.screenshot(leader, "board-real");
        assertThat(member.locator("#thong-bao-chenh-lech")).hasCount(0);

        viewers.forEach(viewer -> awaitAgreed(viewer, position));
        cell.click();
        leader.evaluate("() => addEventListener('click', () => (window.clicked = Date.now()), { capture: true })");
        leader.locator(".agree .primary").click();
        viewers.forEach(viewer -> assertThat(viewer.locator(position)).hasAttribute("data-state", "agreed"));
        double slowest = viewers.stream()
                        .mapToDouble(viewer -> number(viewer, "window.arrived"))
                        .max()
                        .orElseThrow()
                - number(leader, "window.clicked");
        System.out.printf(
                "A change on the board of a real server was at the last of 13 viewers after %.0f ms%n", slowest);
        assertThat(slowest).isLessThan(LONGEST);
        viewers.stream().limit(VIEWERS - 1).forEach(viewer -> viewer.context().close());
        assertThat(sheets.find(year.yearId(), contested.unit())
                        .orElseThrow()
                        .figure(line, Column.AGREED)
                        .none())
                .isFalse();
        Browser.screenshots(member, "board-real-member");

        year.run(only(DutyCode.SCORING_MEETING, DutyCode.SUPPLEMENT), "2024-11-25T13:30");
        assertThat(member.locator(".phase")).containsText("Thống nhất các dòng bổ sung");
        assertThat(member.locator(".phase")).containsText("Cụm trưởng, Cụm phó chốt các dòng được bổ sung");
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
        assertThat(member.locator(".phase")).containsText(frozen.hash());
        member.getByText("Các kết quả trước").click();
        assertThat(member.locator(".results li")).hasCount(1);
        assertThat(member.locator(".results li")).containsText("Kết quả tạm thời, phiên bản 1");
        Browser.screenshots(member, "board-real-results");
        member.locator(".results a").click();
        assertThat(member.locator("main")).containsText("Kết quả tạm thời");
        leader.reload();
        assertThat(leader.locator("main")).containsText(frozen.hash());
        assertThat(leader.locator("#thong-bao-chenh-lech")).hasCount(0);
        Browser.screenshot(leader, "board-real-frozen");
        assertThat(browser.problems()).isEmpty();
    }
}
