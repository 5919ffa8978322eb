package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.evidence.ruling.RulingRepository;
import vn.thidua.evidence.submission.FileChecks;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.plan.DutyCode;
import vn.thidua.rehearsal.Script;

/** The hour of the supplement's deadline in the real Tasklist, and the ruling that follows it. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
@org.junit.jupiter.api.Tag("slow")
class BrowserSupplementTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String OFFICE = "Sở Nội vụ tỉnh Bến Tre";
    private static final LocalDate BEFORE_CUTOFF = LocalDate.of(2024, 11, 8);

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    YearFixture year;
    DutyKey key;
    HandInPapers papers;
    Browser browser;

    @BeforeEach
    void theMeetingHasMarkedThreeLines() throws Exception {
        year = new YearFixture(context);
        year.bean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        year.start("bo-sung", "2024-11-22T13:50");
        Script meeting = YearFixture.plus(
                YearFixture.only(DutyCode.SCORING_MEETING),
                new Script.Step(
                        null,
                        false,
                        DutyCode.SCORING_MEETING,
                        false,
                        false,
                        null,
                        Map.of("supplementable", List.of("1.1", "1.2", "2.1"))));
        year.run(meeting, "2024-11-22T17:00");
        year.run("2024-11-25T12:30");
        key = year.key(DutyType.SUPPLEMENT, "BTE");
        papers = new HandInPapers(folder);
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() throws Exception {
        List<String> problems = browser.problems();
        browser.close();
        papers.close();
        year.bean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year.end();
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName(
            "S0-13 S0-14 S0-16 a supplement until its deadline and after it; what the machine cannot decide, officers rule on")
    void aSupplementItsDeadlineAndTheRuling() throws Exception {
        Page page = login(YearFixture.officer("BTE"));
        HandInPage form =
                HandInPage.open(page, year.task(key, "submit").getId()).claim();
        assertThat(form.component()).containsText("trước 13:00 ngày 25/11/2024 (thứ Hai) (Còn");
        assertThat(page.locator(".slot")).hasCount(3);
        assertThat(form.slot("1.1. "))
                .containsText("Yêu cầu: Chỉ chấp nhận bản gốc ký số, ban hành và ký trước 00:00 ngày 15/11/2024");
        form.pictures("real-supplement", 1440, 360);

        Locator declining = form.slot("1.2. ");
        declining.getByRole(AriaRole.BUTTON, named("Không bổ sung")).click();
        assertThat(declining).containsText("Đơn vị đã chọn «không bổ sung» cho mục này.");
        declining.getByRole(AriaRole.BUTTON, named("Bỏ chọn «không bổ sung»")).click();
        assertThat(declining).containsText("chưa có tệp");
        declining.getByRole(AriaRole.BUTTON, named("Không bổ sung")).click();
        assertThat(declining).containsText("Đơn vị đã chọn");

        form.choose("1.1. ", papers.signedByAStranger("31-BC.pdf", OFFICE, "31/BC-SNV", BEFORE_CUTOFF));
        assertThat(form.file("31-BC.pdf")).containsText("BN-2024-");
        year.bean(FileChecks.class).examineDue();
        Locator file = form.file("31-BC.pdf");
        assertThat(file).containsText("Chưa rõ tổ chức cấp chứng thư");
        file.getByText("Sửa, xác nhận số, ký hiệu và ngày ban hành").click();
        file.getByText("Xác nhận trích yếu").click();
        assertThat(file).containsText("Trích yếu đã xác nhận: 31/BC-SNV");
        form.look("real-supplement-filled");

        // The deadline comes while the page is open.
        year.at("2024-11-25T13:00");
        form.button("Rút lại tệp 31-BC.pdf").click();
        form.file("31-BC.pdf").getByLabel("Lý do rút lại").fill("Gửi lại bản khác");
        form.button("Xác nhận rút lại").click();
        assertThat(page.locator(".notice.strong")).containsText("Đã quá hạn. Tệp nộp từ bây giờ được cấp biên nhận");
        assertThat(form.component()).containsText("(Đã hết hạn)");
        assertThat(form.button("Rút lại tệp 31-BC.pdf")).isHidden();
        form.choose("2.1. ", papers.signed("32-BC.pdf", OFFICE, "32/BC-SNV", BEFORE_CUTOFF));
        Locator late = form.file("32-BC.pdf");
        assertThat(late).containsText("Nộp sau khi hết hạn.");
        year.settle();
        assertThat(late).containsText("Nhận sau thời hạn");
        assertThat(form.slot("1.2. ").getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(form.file("31-BC.pdf").getByText("Sửa, xác nhận số, ký hiệu và ngày ban hành"))
                .isHidden();
        assertThat(form.slot("2.1. ")).hasAttribute("data-state", "needed");
        form.look("real-late");
        assertThat(files()).extracting(Submission::verdict).containsExactly(Verdict.UNKNOWN_CA, Verdict.LATE);
        assertThat(files()).allMatch(f -> f.state() == Submission.State.CURRENT);

        rule(files().get(0));
    }

    private void rule(Submission file) {
        String leader = YearFixture.officer("VLG");
        Task task = rulingTask(file);
        Page page = login(leader);
        HandInPage.goTo(page, task.getId());
        page.locator(".task-card .claim").click();
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("Vì sao cần quyết định");
        assertThat(form).containsText("Nguyễn Văn An");
        assertThat(form).containsText("Trích yếu do đơn vị xác nhận: 31/BC-SNV, ngày 08/11/2024");
        assertThat(form).containsText(file.receipt());
        shoot(page, "real-ruling");
        Locator link = form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("31-BC.pdf"));
        // Mails and forms name the server by its public address; here it is on a port of its own.
        link.evaluate("a => (a.href = new URL(a.href).pathname)");
        List<Response> answers = new CopyOnWriteArrayList<>();
        page.context().onResponse(answers::add);
        page.context().waitForPage(link::click);
        page.waitForCondition(() -> answers.stream().anyMatch(a -> a.url().endsWith("/tep/" + file.id())));
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.url()).endsWith("/tep/" + file.id());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headerValue("content-type")).isEqualTo("application/pdf");
        });
        Browser.choose(page.getByLabel("Chấp nhận", new Page.GetByLabelOptions().setExact(true)));
        page.getByLabel("Lý do").first().fill("Chứng thư do cơ quan chuyên trách cấp, đã đối chiếu.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn thành"))
                .click();
        assertThat(page.getByText("Đã hoàn thành nhiệm vụ. Hệ thống đã ghi nhận kết quả."))
                .isVisible();
        List<Ruling> rulings = year.bean(RulingRepository.class).of(file.id());
        assertThat(rulings).hasSize(1);
        assertThat(rulings.get(0).accepted()).isTrue();
        assertThat(rulings.get(0).by()).isEqualTo(leader);
    }

    private Task rulingTask(Submission file) {
        return year.taskService()
                .createTaskQuery()
                .tenantIdIn(year.yearId())
                .taskDefinitionKey("userTask_leader")
                .processInstanceBusinessKey(year.yearId() + "/RULING/" + file.id() + "/FILE")
                .singleResult();
    }

    private static void shoot(Page page, String name) {
        for (int width : new int[] {1440, 360}) {
            page.setViewportSize(width, 1500);
            page.waitForTimeout(500);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + "-" + width + ".png")));
        }
        page.setViewportSize(1440, 900);
    }

    private List<Submission> files() {
        return year.bean(SubmissionRepository.class).ofDuty(year.duty(key).id());
    }

    private Page login(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        return browser.login("tasklist", person, PASSWORD);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name + ":");
    }
}
