package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.duty.DutyType;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.YearStore;

/** Starting a year and moving a deadline by the pages that staff have. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserSteeringTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String AGENCY = "vtdkt.thuongtruc";
    private static final String OTHER = "trinh-duyet-tai-len";

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    YearFixture year;
    Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = new Browser("http://localhost:" + port);
    }

    @AfterEach
    void end() {
        browser.close();
        year.end();
        years().find(OTHER + "-2024")
                .filter(ClusterYear::running)
                .ifPresent(
                        started -> context.getBean(ClusterYears.class).cancel(started.id(), "admin", "hết phép thử"));
    }

    @Test
    @DisplayName(
            "S2-01 the standing agency uploads a plan, is told at once of a file that is none, sees all findings, confirms")
    void aYearIsStartedFromAnUploadedPlan() {
        year = new YearFixture(context).start("trinh-duyet-lap", "2024-11-18T07:00");
        Page page = login(AGENCY);
        Locator processes = startable(page);
        assertThat(processes).hasText(new String[] {"Cập nhật người và đầu mối", "Hủy năm thi đua", "Lập năm thi đua"});
        processes.filter(text("Lập năm thi đua")).click();
        upload(page, "trong.yaml", "");
        assertThat(page.getByRole(AriaRole.ALERT).filter(text("Tệp này trống"))).isVisible();
        upload(page, "anh.png", "PNG");
        assertThat(page.getByRole(AriaRole.ALERT).filter(text("không phải tệp kế hoạch")))
                .isVisible();
        upload(page, "lon.yaml", "# a\n".repeat(300_000));
        assertThat(page.getByRole(AriaRole.ALERT).filter(text("lớn hơn 1 MB"))).isVisible();
        upload(page, "sai.yaml", "cluster: [");
        assertThat(page.locator(".modal-body .notifications")).containsText("Không đọc được YAML");
        Browser.screenshot(page, "plan-refused");

        upload(
                page,
                "loi.yaml",
                YearFixture.plan(OTHER, "deadline: { before: 2024-02-06 }", "deadline: { before: 2023-02-06 }"));
        open(page, "Việc của tôi", "Xem kết quả kiểm tra và xác nhận");
        assertThat(page.getByText("Kế hoạch còn lỗi nên không khởi động được").first())
                .isVisible();
        Browser.choose(page.getByLabel("Khởi động năm thi đua theo kế hoạch này"));
        complete(page);
        assertThat(page.locator(".page-notifications")).containsText("Kế hoạch còn lỗi nên chưa khởi động được");
        Browser.choose(page.getByLabel("Hủy, không khởi động"));
        complete(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        startable(page).filter(text("Lập năm thi đua")).click();
        upload(page, "ke-hoach.yaml", YearFixture.plan(OTHER, "name: Cụm thi đua", "name: Cụm thi đua tải lên"));
        open(page, "Việc của tôi", "Xem kết quả kiểm tra và xác nhận: Cụm thi đua tải lên");
        assertThat(page.getByText("Có thể khởi động").first()).isVisible();
        assertThat(page.getByText("7020/BNV-VP").first()).isVisible();
        Browser.screenshot(page, "plan-findings");
        Browser.choose(page.getByLabel("Khởi động năm thi đua theo kế hoạch này"));
        complete(page);
        assertThat(page.locator("ol.tasks-list > li").filter(text("Xem kết quả kiểm tra")))
                .hasCount(0);

        assertThat(years().get(OTHER + "-2024").running()).isTrue();
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    @DisplayName(
            "S2-15 the leader asks for a later deadline, the standing agency agrees, a unit's task says the new one")
    void aDeadlineIsMoved() {
        year = new YearFixture(context).start("trinh-duyet-doi", "2024-11-18T07:00");
        year.run("2024-11-20T10:00");
        Page leader = login(YearFixture.officer("VLG"));
        Locator processes = startable(leader);
        assertThat(processes)
                .hasText(new String[] {"Dời thời hạn", "Khiếu nại kết quả chấm điểm", "Yêu cầu cung cấp số liệu"});
        processes.filter(text("Dời thời hạn")).click();
        leader.locator(".modal-footer .btn-primary").click();
        open(leader, "Việc của tôi", "Đề nghị thời hạn mới");
        choose(leader, "Năm thi đua", "năm 2024");
        choose(leader, "Mốc, hạn", "danh sách dự họp: trước 15:00 ngày 21/11/2024 (thứ Năm)");
        choose(leader, "Cách tính hạn", "Trước một giờ của ngày");
        fill(leader, "Lý do", "Bão số 9 làm gián đoạn công việc");
        fill(leader, "Ngày mới", "21/11/2024");
        fill(leader, "Giờ mới", "16:30");
        complete(leader);
        assertThat(leader.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        Page agency = login(AGENCY);
        open(agency, "Việc của đơn vị tôi", "Đồng ý hoặc từ chối: danh sách dự họp");
        agency.locator(".task-card .claim").click();
        assertThat(agency.getByText("Bão số 9 làm gián đoạn công việc").first()).isVisible();
        assertThat(agency.locator(".fjs-container")).containsText("Hạn: trước 15:00 ngày 21/11/2024 (thứ Năm)");
        Browser.choose(agency.getByLabel("Đồng ý", new Page.GetByLabelOptions().setExact(true)));
        Browser.screenshot(agency, "move-agree");
        complete(agency);
        assertThat(agency.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        Page clerk = login("agg.vanthu");
        assertThat(clerk.locator(".start-process-action")).isHidden();
        Page unit = login(YearFixture.officer("AGG"));
        open(unit, "Việc của đơn vị tôi", "Đăng ký danh sách dự họp");
        assertThat(unit.locator(".fjs-container")).containsText("Hạn: trước 16:30 ngày 21/11/2024 (thứ Năm)");
        Browser.screenshot(unit, "move-unit");
        assertThat(year.duty(year.key(DutyType.ATTENDEES, "AGG")).deadlineAt()).isEqualTo(instant("2024-11-21T16:30"));
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    @DisplayName(
            "S1-08 an officer asks a department for figures, reports an obstacle; the head reads the history and gives more time")
    void figuresAreAskedFor() {
        year = new YearFixture(context).start("trinh-duyet-so-lieu", "2024-11-04T09:00");
        year.settle();
        Page officer = login(YearFixture.officer("AGG"));
        Locator processes = startable(officer);
        assertThat(processes).hasText(new String[] {"Khiếu nại kết quả chấm điểm", "Yêu cầu cung cấp số liệu"});
        processes.filter(text("Yêu cầu cung cấp số liệu")).click();
        assertThat(officer.locator(".modal-body")).containsText("Chưa có gì được gửi");
        officer.locator(".modal-footer .btn-primary").click();
        open(officer, "Việc của tôi", "Ghi yêu cầu số liệu");
        assertThat(officer.locator(".fjs-container"))
                .containsText("2.2. Quản lý, sử dụng biên chế đúng số được giao: Sở Tài chính");
        officer.getByLabel("Tiêu chí liên quan").click();
        officer.locator(".fjs-dropdownlist-item").filter(text("2.2. ")).first().click();
        fill(officer, "Địa chỉ thư của nơi cung cấp", "vanthu@stc.agg.example");
        fill(officer, "Nội dung yêu cầu", "Số biên chế được giao và có mặt đến 31/10/2024");
        fill(officer, "Thời hạn trả lời", "18/11/2024");
        fill(officer, "Giờ", "10:00");
        complete(officer);
        assertThat(officer.locator(".page-notifications")).containsText("không trước hạn tự chấm điểm");
        Browser.screenshot(officer, "figures-refused");
        fill(officer, "Thời hạn trả lời", "12/11/2024");
        complete(officer);
        assertThat(officer.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        open(officer, "Việc của đơn vị tôi", "Theo dõi yêu cầu số liệu: Sở Tài chính – tiêu chí 2.2");
        officer.locator(".task-card .claim").click();
        assertThat(officer.locator(".fjs-container")).containsText("trước 10:00 ngày 12/11/2024 (thứ Ba)");
        Browser.choose(officer.getByLabel("Đã có trả lời"));
        officer.getByLabel("Ngày văn bản trả lời").scrollIntoViewIfNeeded();
        assertThat(officer.getByLabel("Nội dung vướng mắc")).isHidden();
        Browser.screenshot(officer, "figures-follow");
        Browser.choose(officer.getByLabel("Có vướng mắc, trình lãnh đạo đơn vị"));
        fill(officer, "Nội dung vướng mắc", "Sở chưa chốt số liệu quý");
        complete(officer);
        assertThat(officer.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        Page head = login("agg.giamdoc");
        assertThat(head.locator(".start-process-action")).isHidden();
        open(head, "Việc của đơn vị tôi", "Chỉ đạo xử lý vướng mắc số liệu");
        head.locator(".task-card .claim").click();
        assertThat(head.locator(".fjs-container")).containsText("báo vướng mắc: Sở chưa chốt số liệu quý");
        Browser.choose(head.getByLabel("Gia hạn, cán bộ tiếp tục theo dõi"));
        fill(head, "Thời hạn trả lời mới", "13/11/2024");
        fill(head, "Giờ", "15:00");
        fill(head, "Ý kiến chỉ đạo", "Tôi đã trao đổi với Giám đốc Sở");
        Browser.screenshot(head, "figures-instruct");
        complete(head);
        assertThat(head.getByRole(AriaRole.STATUS)).containsText("Hệ thống đã ghi nhận kết quả");

        assertThat(context.getBean(DataRequests.class)
                        .ofUnit(year.yearId(), "AGG")
                        .get(0)
                        .dueAt())
                .isEqualTo(instant("2024-11-13T15:00"));
        assertThat(browser.problems()).isEmpty();
    }

    private YearStore years() {
        return context.getBean(YearStore.class);
    }

    private Page login(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        return browser.login("tasklist", person, PASSWORD);
    }

    private static Locator startable(Page page) {
        page.locator(".start-process-action").first().click();
        return page.locator(".modal-body ul.processes a");
    }

    private static void upload(Page page, String name, String content) {
        page.locator("#planFile")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
        page.locator(".modal-footer .btn-primary").click();
    }

    private static void open(Page page, String filter, String task) {
        page.locator(".task-filter .name").filter(text(filter)).first().click();
        page.locator("ol.tasks-list > li").filter(text(task)).first().click();
    }

    private static void choose(Page page, String label, String option) {
        page.locator(".fjs-form-field-select")
                .filter(text(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item").filter(text(option)).first().click();
    }

    /** As a person does: into the field, and out of it, before the next; the calendar closes with a delay of its own. */
    private static void fill(Page page, String label, String value) {
        Locator field = page.getByLabel(label);
        field.fill(value);
        field.press("Tab");
        page.waitForTimeout(400);
        assertThat(field).hasValue(value);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn thành"))
                .click();
    }
}
