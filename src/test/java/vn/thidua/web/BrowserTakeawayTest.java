package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;
import static vn.thidua.web.Browser.button;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.Scoring;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.YearStore;

/** What people take away of a year's scores, as they use it: the brief, the standings, the pack for the conference (S1-21, S3-01). */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserTakeawayTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    Browser browser;

    @BeforeEach
    void theAppraisalsAreIn() {
        year = new YearFixture(context).start("mang-ve", "2024-02-01T07:00");
        year.run(
                only(DutyCode.PLEDGE, DutyCode.SELF_SCORE, DutyCode.APPRAISAL, DutyCode.CLASSIFICATION),
                "2024-11-22T08:00");
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
        // Of the year before there are results but no figures, which whoever audits all years would name.
        year.bean(JdbcClient.class).sql("""
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            DELETE FROM score_result WHERE year_id = 'mang-ve-2023';
                            DELETE FROM criteria_table WHERE year_id = 'mang-ve-2023';
                            DELETE FROM plan_version WHERE year_id = 'mang-ve-2023';
                            DELETE FROM cluster_year WHERE id = 'mang-ve-2023';
                        END $$""").update();
    }

    private Page open(String person, String path) {
        Page page = browser.login("tasklist", person, year.password(person));
        page.navigate("/nam/" + year.yearId() + path);
        return page;
    }

    private static Path download(Page page, String link) {
        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .first()
                        .click());
        Path file = Path.of("target", "screenshots", download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    @Test
    @DisplayName(
            "From the brief an officer prints and proposes, the head raises it in the meeting; then all see the standings, and the pack with what is missing")
    void fromTheBriefToTheConference() {
        String line = year.bean(SheetStore.class)
                .find(year.yearId(), "AGG")
                .orElseThrow()
                .contested()
                .get(0)
                .code();
        Page officer = open(officer("AGG"), "/diem/AGG/tom-tat");
        Locator issue = officer.locator("section[id='dong-" + line + "']");
        issue.locator("summary").click();
        issue.locator("textarea").fill("Đề nghị giữ mức tự chấm: đã có quyết định kèm theo.");
        issue.locator("button", new Locator.LocatorOptions().setHasText("Ghi đề xuất"))
                .click();
        assertThat(issue).containsText("Đề xuất phản biện: Đề nghị giữ mức tự chấm");
        Locator target = officer.locator("#chi-tieu-1");
        target.locator("input[name=value]").fill("rất nhiều");
        button(officer, "Ghi kết quả").first().click();
        assertThat(target.locator(".problem")).containsText("không phải một con số");
        target.locator("input[name=value]").fill("98,5");
        button(officer, "Ghi kết quả").first().click();
        assertThat(target).containsText("Kết quả: 98,5");
        Browser.screenshots(officer, "brief");
        assertThat(download(officer, "Tải bản PDF để in")).isNotEmptyFile();
        officer.navigate("/nam/" + year.yearId() + "/diem");
        assertThat(officer.locator("h1")).hasText("Điểm trước cuộc họp chấm điểm");
        Browser.screenshots(officer, "standings-before");

        year.run("2024-11-22T14:05");
        Page head = open("agg.giamdoc", "/diem/AGG/tom-tat");
        assertThat(head.locator("main")).containsText("Thứ hạng: hạng");
        button(head, "Nêu phản biện dòng " + line + " trong cuộc họp").click();
        assertThat(head.locator("section[id='dong-" + line + "'] .good")).containsText("Đã nêu trong cuộc họp");
        Browser.screenshots(head, "brief-raised");

        year.run(only(DutyCode.SCORING_MEETING, DutyCode.SUPPLEMENT), "2024-11-25T13:30");
        year.bean(Scoring.class).circulate(year.yearId(), officer("VLG"));
        year.complete(year.key(DutyType.FREEZE, "VLG"), "submit", officer("VLG"));
        year.complete(year.key(DutyType.FREEZE, "KGG"), "submit", officer("KGG"));
        Result frozen = year.bean(Results.class)
                .latest(year.yearId(), Result.Kind.FROZEN)
                .orElseThrow();
        head.navigate("/nam/" + year.yearId() + "/diem");
        assertThat(head.locator("main")).containsText("không có kết quả đã chốt của cụm năm 2023");
        assertThat(head.locator("main")).containsText(frozen.hash());
        lastYear();
        head.reload();
        assertThat(head.locator("figure.plot svg path")).hasCount(5);
        assertThat(head.locator("main")).containsText("So với kết quả đã chốt năm 2023");
        Browser.screenshots(head, "standings-frozen");
        head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Số 1: Kết quả tạm thời"))
                .click();
        assertThat(head.locator("h1")).hasText("Kết quả tạm thời, số 1");

        Page leader = open(officer("VLG"), "/ho-so-hoi-nghi");
        assertThat(leader.locator("li.missing")).hasText("Chưa ghi ý kiến chỉ đạo nào của cấp trên.");
        leader.getByText("Ghi một ý kiến chỉ đạo").click();
        Locator form = leader.locator("form:visible");
        form.locator("[name=issuer]").fill("Chủ tịch Ủy ban nhân dân tỉnh Ví Dụ");
        form.locator("[name=number]").fill("15/TB-VD");
        form.locator("[name=day]").fill("2024-11-20");
        form.locator("[name=summary]").fill("Tổng kết gọn, nêu rõ việc chưa làm được.");
        button(leader, "Ghi vào hồ sơ").click();
        assertThat(leader.locator("#chi-dao + section, section.issue"))
                .containsText("Chủ tịch Ủy ban nhân dân tỉnh Ví Dụ, số 15/TB-VD ngày 20/11/2024");
        assertThat(leader.locator("li.missing")).hasCount(0);
        assertThat(leader.locator("main")).containsText("kết quả chỉ tiêu");
        Browser.screenshots(leader, "pack");
        assertThat(download(leader, "Tải hồ sơ (Excel)")).isNotEmptyFile();
        head.navigate("/nam/" + year.yearId() + "/ho-so-hoi-nghi");
        assertThat(head.locator("main")).containsText("15/TB-VD");
        assertThat(head.locator("main form")).hasCount(0);
        assertThat(browser.problems()).isEmpty();
    }

    /** The same cluster's year before, closed, with this year's result in another order. */
    private void lastYear() {
        String before = "mang-ve-2023";
        YearStore years = year.bean(YearStore.class);
        years.add(before, "Năm trước", years.planText(year.yearId()), "admin");
        JdbcClient jdbc = year.bean(JdbcClient.class);
        jdbc.sql("UPDATE cluster_year SET status = 'CLOSED' WHERE id = ?")
                .param(before)
                .update();
        jdbc.sql("""
                        INSERT INTO criteria_table (year_id, version, state, source, content, by_whom, issued_by, issued_at)
                        SELECT ?, version, state, source, content, by_whom, issued_by, issued_at FROM criteria_table WHERE year_id = ?""").params(before, year.yearId()).update();
        jdbc.sql("""
                        INSERT INTO score_result (year_id, number, kind, content, hash, stand, by_whom)
                        SELECT ?, 1, kind, content, hash, stand, by_whom FROM score_result WHERE year_id = ? AND kind = 'FROZEN'""").params(before, year.yearId()).update();
    }
}
