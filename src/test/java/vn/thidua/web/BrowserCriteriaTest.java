package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.web.Browser.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.workbook.ManyMistakes;
import vn.thidua.scoring.criteria.workbook.Workbooks;
import vn.thidua.scoring.drafting.CriteriaSubject;

/** The page of the criteria table, as leader and member use it (S2-11, S1-14). */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserCriteriaTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        return browser.openAs(person, year.password(person), "/nam/" + year.yearId() + "/tieu-chi");
    }

    /** First a workbook with mistakes, then one without; nothing is laid down before it was looked at. */
    private void uploadAndAccept(Page leader) {
        CriteriaTables tables = year.bean(CriteriaTables.class);
        upload(leader, "loi.xlsx", ManyMistakes.file());
        Locator preview = leader.locator(".preview");
        assertThat(preview).containsText("loi.xlsx: " + ManyMistakes.TOLD.size() + " lỗi. Sửa trong tệp rồi chọn lại.");
        assertThat(preview.locator("tbody tr")).hasCount(ManyMistakes.TOLD.size());
        assertThat(preview.locator("tbody tr").first()).containsText("Tiêu chí!D6");
        assertThat(button(leader, "Nhận làm dự thảo")).hasCount(0);
        Browser.screenshots(leader, "criteria-mistakes");

        upload(leader, "khong-phai.xlsx", "Nhóm;1".getBytes(StandardCharsets.UTF_8));
        assertThat(leader.locator("form.upload .problem")).isVisible();
        assertThat(preview.locator("tbody tr")).hasCount(0);

        upload(leader, "sua.xlsx", Workbooks.changed(workbook -> {
            Workbooks.put(workbook, "Tiêu chí", "E6", "0,5");
            Workbooks.put(workbook, "Tiêu chí", "C7", "Hoàn thành nhiệm vụ, có nghiệm thu");
        }));
        assertThat(preview).containsText("sua.xlsx không có lỗi. 2 thay đổi so với bảng trong kế hoạch năm:");
        Browser.screenshots(leader, "criteria-difference");
        assertThat(tables.draft(year.yearId())).isEmpty();
        button(leader, "Nhận làm dự thảo").click();
        leader.waitForCondition(() -> tables.draft(year.yearId()).isPresent());
        assertThat(preview.locator("li")).hasCount(0);
        assertThat(leader.locator("main")).containsText("Hoàn thành nhiệm vụ, có nghiệm thu");
        assertThat(tables.draft(year.yearId()))
                .get()
                .extracting(CriteriaTable::source)
                .isEqualTo(CriteriaTable.Source.WORKBOOK);
    }

    private static void upload(Page page, String name, byte[] file) {
        page.locator("form.upload input[type=file]").setInputFiles(new FilePayload(name, EXCEL, file));
        button(page, "Kiểm tra và xem trước").click();
    }

    @Test
    @DisplayName(
            "Given a workbook, when the leader uploads it, then mistakes are shown, mended it becomes the draft; asked for comments, a member comments, and only the leader sees the leader's acts")
    void aWorkbookBecomesADraftThatMembersCommentOn() {
        Page leader = open(officer("VLG"));
        uploadAndAccept(leader);
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
