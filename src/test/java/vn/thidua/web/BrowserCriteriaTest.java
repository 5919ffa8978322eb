package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
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
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.scoring.drafting.CriteriaSubject;

/** The page of the criteria table, as leader and member use it (S2-11, S1-14). */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserCriteriaTest {
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
    void theCriteriaAreDue() {
        year = new YearFixture(context).start("tieu-chi-that", "2024-01-30T09:00");
        year.settle();
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
    }

    private Page open(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        Page page = browser.login("tasklist", person, PASSWORD);
        Response answer = page.navigate("/nam/" + year.yearId() + "/tieu-chi");
        assertThat(answer.status()).isEqualTo(200);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    @DisplayName(
            "Given a draft, when the leader asks for comments on the page, then a member comments there, and only the leader sees the leader's acts")
    void aRoundIsOpenedAndAnswered() {
        Page leader = open(officer("VLG"));
        Browser.screenshots(leader, "criteria-leader");
        leader.locator("summary:has-text(\"Lấy ý kiến các đơn vị\")").click();
        leader.locator("input[name=ends]").fill("2024-02-05T17:00");
        button(leader, "Mở đợt lấy ý kiến").click();
        assertThat(leader.locator("form[data-to=huy-lay-y-kien]")).hasCount(1);
        assertThat(year.bean(CommentReading.class).open(year.yearId(), CriteriaSubject.CODE))
                .isPresent();
        year.settle();

        Page member = open(officer("AGG"));
        Browser.screenshots(member, "criteria-member");
        assertThat(member.locator("form[data-to=lay-y-kien], form[data-to=huy-lay-y-kien], form.upload"))
                .hasCount(0);
        member.getByText("Không có ý kiến, đồng ý với dự thảo").click();
        button(member, "Gửi trả lời của đơn vị").click();
        assertThat(member.locator("form[data-to=tra-loi]")).hasCount(0);
        assertThat(year.bean(CommentReading.class)
                        .silent(year.bean(CommentReading.class)
                                .open(year.yearId(), CriteriaSubject.CODE)
                                .orElseThrow()))
                .doesNotContain("AGG");
        assertThat(browser.problems()).isEmpty();
    }
}
