package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Handing in as people meet it in the browser, against a server that fails on demand ({@link HandInStub}). */
@EnabledIf("vn.thidua.web.Browser#isThere")
class HandInComponentTest {
    private static final int SUPPLEMENT = 1;
    private static final int FORM = 2;
    private static final int BIG = 20 * HandInStub.CHUNK + 100;

    HandInStub stub;
    Browser browser;

    @BeforeEach
    void aServer() throws IOException {
        stub = new HandInStub();
        stub.views.put(SUPPLEMENT, HandInViews.supplement(SUPPLEMENT));
        stub.views.put(FORM, HandInViews.form(FORM));
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
    void thirtyFilesAtOnceEachGoesToItsPlaceAndARefusedOneHoldsNobodyUp() {
        Page page = open(SUPPLEMENT);
        FilePayload[] files = IntStream.range(0, 30)
                .mapToObj(i -> file(
                        i < 28
                                ? new String[] {"1.1", "1_2", "TC 2.1"}[i % 3] + " van ban " + i + ".pdf"
                                : "khong so " + i + ".pdf",
                        HandInStub.CHUNK + i))
                .toArray(FilePayload[]::new);
        stub.refused.add("1_2 van ban 1.pdf");
        stub.delay = 60;
        many(page).setInputFiles(files);
        assertThat(page.getByText("30 tệp chờ tải lên, trong đó 2 tệp chưa chọn mục"))
                .isVisible();
        assertThat(page.getByLabel("Mục của tệp TC 2.1 van ban 2.pdf")).hasValue("2.1");
        look(page, "staged");
        assertThat(stub.uploads).isEmpty();

        button(page, "Tải lên 28 tệp đã chọn mục").click();
        page.waitForTimeout(400);
        look(page, "sending");
        assertThat(page.getByLabel("Mục của tệp khong so 28.pdf")).isFocused();
        page.getByLabel("Mục của tệp khong so 28.pdf").selectOption("2.2");
        page.getByLabel("Mục của tệp khong so 29.pdf").selectOption("2.2");
        button(page, "Tải lên 2 tệp đã chọn mục").click();

        assertThat(page.locator(".file")).hasCount(29);
        assertThat(page.locator(".sending[data-state=refused]")).containsText(HandInStub.REASON);
        assertThat(slot(page, "1.1")).containsText("đã nộp 10 tệp");
        assertThat(page.getByText("BN-2024-000029")).isVisible();
        assertThat(stub.mostAtOnce.get()).isLessThanOrEqualTo(3);
        look(page, "received");
        button(page, "Bỏ khỏi danh sách tệp 1_2 van ban 1.pdf").click();
        assertThat(page.locator(".sending")).hasCount(0);
    }

    @Test
    void filesDroppedOnACriterionAreSentForIt() {
        Page page = open(SUPPLEMENT);
        JSHandle dropped = page.evaluateHandle("""
                () => { const data = new DataTransfer();
                  for (const name of ['a.pdf', 'b.docx']) data.items.add(new File(['x'.repeat(10)], name));
                  return data; }""");
        slot(page, "2.1").locator(".zone").dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(slot(page, "2.1").locator(".file")).hasCount(2);
        assertThat(slot(page, "2.1")).containsText("Không phải bản gốc, chỉ là tài liệu kèm theo.");
        assertThat(stub.files(SUPPLEMENT))
                .allMatch(file -> file.path("slot").asText().equals("2.1"));
    }

    @Test
    void anUploadThatIsCutGoesOnWhereItStopped() {
        Page page = open(SUPPLEMENT);
        int[] pieces = {0};
        stub.fault(request -> request.startsWith("PATCH") && ++pieces[0] > 5, HandInStub.CHUNK / 2, 0, null);
        choose(page, "1.1", file("1.1 lon.pdf", BIG));
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
        assertThat(stub.sentOfStored.get("1.1 lon.pdf")).isBetween((long) BIG, (long) BIG + HandInStub.CHUNK);
        assertThat(stub.count("POST /tep/viec/1/tai-len")).isEqualTo(1);
    }

    @Test
    void withoutAConnectionFilesWaitAndGoOnAsSoonAsItIsBack() {
        Page page = open(SUPPLEMENT);
        stub.delay = 200;
        choose(page, "1.2", file("lon.pdf", BIG), file("nho.pdf", 100));
        assertThat(page.getByRole(AriaRole.PROGRESSBAR).first())
                .hasAttribute("aria-valuetext", Pattern.compile("Đang tải lên: [1-9].*"));
        page.context().setOffline(true);
        assertThat(page.locator(".sending[data-state=waiting]").first()).containsText("Mất kết nối");
        look(page, "waiting");
        stub.delay = 0;
        page.context().setOffline(false);
        assertThat(slot(page, "1.2").locator(".file")).hasCount(2);
        assertThat(stub.sentOfStored.get("lon.pdf")).isLessThanOrEqualTo(BIG + HandInStub.CHUNK);
    }

    @Test
    void anAnswerThatWasLostMakesNoSecondFile() {
        Page page = open(SUPPLEMENT);
        Page.WaitForResponseOptions patient = new Page.WaitForResponseOptions();
        page.route("**/tep/tai-len/*", route -> {
            if (route.request().method().equals("PATCH")) {
                page.unroute("**/tep/tai-len/*");
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                patient,
                () -> choose(page, "1.1", file("mot.pdf", 500)));
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
        assertThat(page.locator(".sending")).hasCount(0);
        assertThat(stub.files(SUPPLEMENT)).hasSize(1);
    }

    @Test
    void whereTheServerStandsElsewhereItsOffsetCounts() {
        Page page = open(SUPPLEMENT);
        int[] pieces = {0};
        stub.fault(new HandInStub.Fault(
                request -> request.startsWith("PATCH") && ++pieces[0] > 2,
                0,
                409,
                "{\"message\":\"Vị trí khác.\",\"offset\":0}"));
        choose(page, "1.1", file("a.pdf", 5 * HandInStub.CHUNK));
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
    }

    /** The server does not know yet that the connection of the piece before is lost: what is sent meanwhile is sent for nothing. */
    @Test
    void whileTheServerListensToTheLostConnectionNothingIsSentAgain() {
        Page page = open(SUPPLEMENT);
        int[] pieces = {0};
        page.route("**/tep/tai-len/*", route -> {
            if (route.request().method().equals("PATCH") && ++pieces[0] == 3) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        String standing = "{\"offset\":" + 2 * HandInStub.CHUNK + ",\"busy\":true}";
        stub.fault(new HandInStub.Fault(request -> request.startsWith("GET /tep/tai-len/"), 0, 200, standing));
        stub.fault(new HandInStub.Fault(request -> request.startsWith("GET /tep/tai-len/"), 0, 200, standing));
        choose(page, "1.1", file("a.pdf", 4 * HandInStub.CHUNK));
        assertThat(page.locator(".sending[data-state=waiting]")).containsText("Máy chủ đang xử lý phần đã gửi trước");
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
        assertThat(stub.count("GET /tep/tai-len/")).isEqualTo(3);
        assertThat(pieces[0]).isEqualTo(5);
    }

    /** Another node listens to it: only the piece itself is told, with the offset that it was sent for. */
    @Test
    void aPieceThatMeetsAnotherAtItsPlaceWaitsInsteadOfGivingUp() {
        Page page = open(SUPPLEMENT);
        for (int i = 0; i < 2; i++) {
            stub.fault(new HandInStub.Fault(
                    request -> request.startsWith("PATCH"), 0, 409, "{\"message\":\"Vị trí khác.\",\"offset\":0}"));
        }
        choose(page, "1.1", file("a.pdf", 100));
        assertThat(page.locator(".sending[data-state=waiting]")).containsText("Máy chủ đang xử lý phần đã gửi trước");
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
        assertThat(stub.count("PATCH /tep/tai-len/")).isEqualTo(3);
    }

    @Test
    void cancelRetryAndFilesThatCannotBe() {
        Page page = open(SUPPLEMENT);
        stub.delay = 400;
        choose(page, "1.1", file("huy.pdf", BIG));
        assertThat(page.getByRole(AriaRole.PROGRESSBAR))
                .hasAttribute("aria-valuetext", Pattern.compile("Đang tải lên: [1-9].*"));
        button(page, "Hủy tải lên tệp huy.pdf").click();
        assertThat(page.locator(".sending")).hasCount(0);
        assertThat(slot(page, "1.1")).isFocused();
        page.waitForCondition(stub.uploads::isEmpty);
        stub.delay = 0;

        stub.fault(request -> request.startsWith("POST"), 0, 403, "Tài khoản chưa được giao việc này.");
        choose(page, "1.1", file("lai.pdf", 10), file("trong.pdf", 0));
        assertThat(page.locator(".sending[data-state=failed]")).containsText("Tài khoản chưa được giao việc này.");
        assertThat(page.locator(".sending[data-state=refused]")).containsText("Tệp này trống (0 byte)");
        look(page, "failed");
        button(page, "Thử lại tệp lai.pdf").click();
        assertThat(page.locator(".file")).hasCount(1);

        stub.fault(request -> request.startsWith("POST"), 0, 413, "Đơn vị đã dùng hết dung lượng của năm.");
        choose(page, "1.2", file("day.pdf", 10));
        assertThat(slot(page, "1.2").locator(".sending[data-state=refused]")).containsText("hết dung lượng");
        stub.fault(request -> request.startsWith("POST"), 0, 503, "Kho tệp tạm thời chưa ghi được.");
        choose(page, "1.3", file("cho.pdf", 10));
        assertThat(slot(page, "1.3").locator(".file")).hasCount(1);
    }

    @Test
    void anUploadThatAnotherPageBeganIsGoneOnWithTheSameFileOnly() {
        Page first = open(SUPPLEMENT);
        stub.delay = 300;
        choose(first, "1.3", file("do dang.pdf", BIG));
        assertThat(first.getByRole(AriaRole.PROGRESSBAR))
                .hasAttribute("aria-valuetext", Pattern.compile("Đang tải lên: [1-9].*"));
        first.close();
        stub.delay = 0;
        Page page = open(SUPPLEMENT);
        assertThat(slot(page, "1.3")).containsText("Chưa tải xong");
        look(page, "begun");
        Locator again = slot(page, "1.3").locator(".sending input[type=file]");
        again.setInputFiles(file("khac.pdf", BIG));
        assertThat(slot(page, "1.3")).containsText("Đây không phải tệp đang tải dở");
        again.setInputFiles(file("do dang.pdf", BIG));
        assertThat(slot(page, "1.3").locator(".file")).hasCount(1);
        assertThat(stub.sentOfStored.get("do dang.pdf")).isLessThanOrEqualTo(BIG + HandInStub.CHUNK);
    }

    @Test
    void aFileShowsItsVerdictIsReplacedAndWithdrawnWithAReason() {
        Page page = open(SUPPLEMENT);
        choose(page, "1.1", file("1.1 ke hoach.pdf", 1_234_567));
        Locator card = slot(page, "1.1").locator(".file").first();
        assertThat(card).containsText("Đang kiểm tra…");
        assertThat(card).containsText("1,2 MB · tiếp nhận lúc 12:10:01 ngày 24/11/2024");
        ObjectNode file = stub.files(SUPPLEMENT).get(0);
        synchronized (stub.views) {
            file.setAll((ObjectNode) HandInViews.read("""
                    {"verdict":"NEEDS_RULING","verdictWords":"Cần người có thẩm quyền xem xét","reasons":["Tổ chức của người ký không phải cơ quan ban hành."],
                     "facts":["Người ký: Lê Văn Cường; tổ chức: Sở Tài chính tỉnh Ví Dụ"],"remarks":["Không có dữ liệu thu hồi."],"notExamined":["Nội dung trong ảnh."],
                     "citation":{"number":"12/KH-SNV","issued":"2024-11-10","issuer":"Sở Nội vụ","confirmed":false,"doubts":["Ngày ban hành sau ngày ký."]},
                     "ruling":{"words":"Được chấp nhận","lines":["Cụm trưởng (Trần Văn Bình): chấp nhận. Lý do: ký thừa lệnh."]}}
                    """));
        }
        assertThat(card.locator(".badge")).hasText("?Cần người có thẩm quyền xem xét");
        card.getByText("Chi tiết kiểm tra").click();
        assertThat(card).containsText("Lê Văn Cường");
        assertThat(card).containsText("ký thừa lệnh");
        assertThat(card).containsText("Ngày ban hành sau ngày ký.");
        card.getByText("Sửa, xác nhận").click();
        card.getByLabel("Cơ quan ban hành").fill("Sở Nội vụ tỉnh Ví Dụ");
        look(page, "verdict");
        button(page, "Xác nhận trích yếu của tệp 1.1 ke hoach.pdf").click();
        assertThat(card).containsText("Trích yếu đã xác nhận: 12/KH-SNV, ngày 10/11/2024, Sở Nội vụ tỉnh Ví Dụ.");
        assertThat(card.getByText("Xem", new Locator.GetByTextOptions().setExact(true)))
                .hasAttribute("href", "/tep/1");

        card.locator("input[type=file]").setInputFiles(file("1.1 ban moi.pdf", 10));
        assertThat(slot(page, "1.1")).containsText("Các bản trước (1)");
        button(page, "Rút lại tệp 1.1 ban moi.pdf").click();
        assertThat(page.getByLabel("Lý do rút lại").first()).isFocused();
        button(page, "Xác nhận rút lại").click();
        assertThat(slot(page, "1.1")).containsText("Cần nêu lý do rút lại.");
        page.keyboard().type("Nhầm tệp");
        look(page, "withdraw");
        button(page, "Xác nhận rút lại").click();
        assertThat(slot(page, "1.1")).containsText("Các bản trước (2)");
        assertThat(slot(page, "1.1")).isFocused();
        slot(page, "1.1").getByText("Các bản trước (2)").click();
        assertThat(slot(page, "1.1")).containsText("Lý do: Nhầm tệp");
        look(page, "older");
    }

    @Test
    void nothingToAddIsSaidAndUnsaid() {
        Page page = open(SUPPLEMENT);
        assertThat(slot(page, "1.1")
                        .getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText("bổ sung")))
                .hasCount(0);
        button(page, "Không bổ sung: 1.2. Phát động, ký giao ước").click();
        assertThat(slot(page, "1.2")).containsText("Đơn vị đã chọn «không bổ sung» cho mục này.");
        assertThat(button(page, "Chọn tệp cho mục 1.2. Phát động, ký giao ước")).isHidden();
        look(page, "declined");
        button(page, "Bỏ chọn «không bổ sung»: 1.2. Phát động, ký giao ước").click();
        assertThat(button(page, "Chọn tệp cho mục 1.2. Phát động, ký giao ước")).isVisible();
    }

    @Test
    void whatIsTypedIsKeptOnTheServerAndAColleaguesDraftIsNotOverwrittenUnseen() {
        Page page = open(FORM);
        page.locator(".fields").getByLabel("Số, ký hiệu").fill("12/KH-SNV");
        assertThat(page.locator(".draft"))
                .containsText("Đã lưu nháp lúc 12:12:30 ngày 25/11/2024, người lưu: Nguyễn Thị An; chưa nộp.");
        stub.fault(request -> request.startsWith("PUT"), 0, 503, "Máy chủ bận.");
        page.getByLabel("Điểm tự chấm").fill("9,75");
        assertThat(page.locator(".draft")).containsText("Chưa lưu được nháp (máy chủ bận)");
        look(page, "draft-failed");
        assertThat(page.locator(".draft")).containsText("Đã lưu nháp lúc");
        Page again = open(FORM);
        assertThat(again.locator(".fields").getByLabel("Số, ký hiệu")).hasValue("12/KH-SNV");
        assertThat(again.getByLabel("Điểm tự chấm")).hasValue("9,75");

        synchronized (stub.views) {
            ObjectNode view = stub.view(FORM);
            ((ObjectNode) view.path("answers")).put("docNumber", "13/KH-SNV");
            view.putObject("draft").put("at", "2024-11-25T05:30:00Z").put("by", "Phạm Văn Dũng");
        }
        again.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(again.getByText("Phạm Văn Dũng vừa lưu một bản nháp khác lúc 12:30:00 ngày 25/11/2024."))
                .isVisible();
        assertThat(again.locator(".fields").getByLabel("Số, ký hiệu")).hasValue("12/KH-SNV");
        look(again, "colleague");
        button(again, "Dùng nội dung của bản nháp đó").click();
        assertThat(again.locator(".fields").getByLabel("Số, ký hiệu")).hasValue("13/KH-SNV");
    }

    @Test
    void completeIsHeldBackWithReasonsThatLeadToTheirPlaces() {
        Page page = open(FORM);
        ((ObjectNode) stub.view(FORM).path("slots").get(0)).put("required", true);
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(slot(page, "Bản kế hoạch")).containsText("Bắt buộc");
        complete(page);
        Locator summary = page.locator(".summary");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Ô «Số, ký hiệu»: Bắt buộc nhập.");
        assertThat(summary).containsText("Chưa có tệp cho «Bản kế hoạch đã ký».");
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu")).hasAttribute("aria-invalid", "true");
        look(page, "held-back");
        summary.getByText("Ô «Số, ký hiệu»").click();
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu")).isFocused();
        summary.getByText("Chưa có tệp").click();
        assertThat(slot(page, "Bản kế hoạch")).isFocused();

        fillIn(page);
        choose(page, "Bản kế hoạch", file("ke hoach.pdf", 100));
        assertThat(page.locator(".file")).hasCount(1);
        assertThat(summary).isHidden();
        Locator ready = page.getByText("Không còn nội dung nào thiếu. Bấm «Hoàn thành» để nộp.")
                .first();
        assertThat(ready).isVisible();
        look(page, "ready");
        complete(page);
        page.waitForFunction("window.submitted.length === 1");
        assertThat(ready).isHidden();
        assertThat(page.evaluate("JSON.stringify(window.submitted[0])")).isEqualTo("""
                        {"docNumber":{"name":"docNumber","type":"String","value":"12/KH-SNV"},\
                        "docDate":{"name":"docDate","type":"String","value":"2024-11-10"},\
                        "summary":{"name":"summary","type":"String","value":null},\
                        "score":{"name":"score","type":"Double","value":95.5},\
                        "people":{"name":"people","type":"Long","value":12},\
                        "answer":{"name":"answer","type":"String","value":"agree"},\
                        "kind":{"name":"kind","type":"String","value":"online"},\
                        "units":{"name":"units","type":"Json","value":["A","C"]},\
                        "start":{"name":"start","type":"String","value":"2024-11-20T14:00"},\
                        "hour":{"name":"hour","type":"String","value":null},\
                        "sure":{"name":"sure","type":"Boolean","value":true}}""");
        // Refused by the server, mended, pressed again: the variables of the first time are in nobody's way.
        page.getByLabel("Không đồng ý", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Lý do không đồng ý").fill("Chưa đủ căn cứ");
        complete(page);
        page.waitForFunction("window.submitted.length === 2");
        assertThat(page.evaluate("window.submitted[1].reason.value")).isEqualTo("Chưa đủ căn cứ");
    }

    @Test
    void completeRightAfterTheLastReceiptIsNotHeldBackByWhatWasMissingBefore() {
        Page page = open(FORM);
        ((ObjectNode) stub.view(FORM).path("slots").get(0)).put("required", true);
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(slot(page, "Bản kế hoạch")).containsText("Bắt buộc");
        fillIn(page);
        page.evaluate("() => { new MutationObserver((changes, observer) => { if (document.querySelector('.file')) {"
                + " observer.disconnect(); document.querySelector('#complete').click(); } })"
                + ".observe(document.body, { childList: true, subtree: true }); }");
        choose(page, "Bản kế hoạch", file("ke hoach.pdf", 100));
        page.waitForCondition(() -> page.evaluate("window.submitted.length").equals(1));
    }

    @Test
    void completeWaitsForFilesOnTheirWay() {
        Page page = open(SUPPLEMENT);
        stub.delay = 1500;
        choose(page, "1.1", file("cham.pdf", 10));
        complete(page);
        assertThat(page.locator(".summary")).containsText("Tệp «cham.pdf» đang tải lên.");
        many(page).setInputFiles(file("chua ro.pdf", 10));
        complete(page);
        assertThat(page.locator(".summary")).containsText("1 tệp đã chọn nhưng chưa tải lên.");
        button(page, "Bỏ tệp chua ro.pdf").click();
        assertThat(page.locator(".file")).hasCount(1);
        assertThat(page.locator(".summary")).isHidden();
        complete(page);
        page.waitForFunction("window.submitted.length === 1");
    }

    @Test
    void wrongValuesAreSaidBesideTheField() {
        Page page = open(FORM);
        page.locator(".fields").getByLabel("Số, ký hiệu").fill("a");
        page.getByLabel("Điểm tự chấm").fill("1.234,5");
        page.getByLabel("Số người").fill("1,5");
        page.locator(".fields")
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Ngày ban hành"))
                .fill("25/11/2024");
        assertThat(page.getByText("Nhập ít nhất 3 ký tự.")).isVisible();
        assertThat(page.getByText("Giá trị phải là số, viết bằng chữ số")).isVisible();
        assertThat(page.getByText("Giá trị phải là số nguyên.")).isVisible();
        assertThat(page.getByText("thứ Hai, ngày 25/11/2024")).isVisible();
        page.getByLabel("Điểm tự chấm").fill("100,5");
        page.getByLabel("Giờ mở cửa").fill("25:00");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Bắt đầu lúc"))
                .fill("31/11/2024 08:00");
        page.getByLabel("Số người").focus();
        assertThat(page.getByText("Chưa đúng: viết dạng giờ:phút")).isVisible();
        assertThat(page.getByText("Chưa đúng: viết dạng dd/mm/yyyy giờ:phút")).isVisible();
        assertThat(page.getByText("Giá trị lớn nhất là 100.")).isVisible();
        look(page, "wrong");
        assertThat(page.getByLabel("Lý do không đồng ý")).isHidden();
        page.getByLabel("Không đồng ý", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(page.getByLabel("Lý do không đồng ý")).isVisible();
    }

    @Test
    void theKeyboardAloneDoesItAll() {
        Page page = open(FORM);
        // Told beforehand: Chromium must know that its file dialog is answered for before a key opens it.
        page.onFileChooser(chooser -> chooser.setFiles(file("phim.pdf", 10)));
        tabTo(page, page.locator(".fields").getByLabel("Số, ký hiệu"));
        page.keyboard().type("12/KH-SNV");
        page.keyboard().press("Enter");
        assertThat(page.locator(".summary")).isHidden();
        tabTo(page, page.getByLabel("Đồng ý", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("Space");
        tabTo(page, page.getByLabel("Tỉnh Ví Dụ A"));
        page.keyboard().press("Space");
        assertThat(page.getByLabel("Tỉnh Ví Dụ A")).isChecked();
        tabTo(page, button(page, "Chọn tệp cho mục Bản kế hoạch đã ký"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".file")).hasCount(1);
        tabTo(page, button(page, "Rút lại tệp phim.pdf"));
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(button(page, "Rút lại tệp phim.pdf")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().type("Nhầm");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Các bản trước (1)")).isVisible();
        tabTo(page, button(page, "Không bổ sung: Bản kế hoạch đã ký"));
        page.keyboard().press("Enter");
        assertThat(page.getByText("Đơn vị đã chọn «không bổ sung»")).isVisible();
        tabTo(page, page.locator("#complete"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".summary")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".fields")
                        .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Ngày ban hành")))
                .isFocused();
    }

    @Test
    void anEndedSessionLosesNothing() {
        Page page = open(FORM);
        stub.delay = 300;
        choose(page, "Bản kế hoạch", file("lon.pdf", BIG));
        page.locator(".fields").getByLabel("Số, ký hiệu").fill("12/KH-SNV");
        stub.signedIn = false;
        assertThat(page.getByText("Phiên làm việc đã hết. Các tệp đang tải")).isVisible();
        assertThat(page.locator(".sending[data-state=paused]")).isVisible();
        look(page, "session-over");
        button(page, "Đã đăng nhập, tiếp tục").click();
        assertThat(page.getByText("Máy chủ vẫn chưa thấy Ông/Bà đăng nhập.")).isVisible();
        stub.signedIn = true;
        stub.delay = 0;
        button(page, "Đã đăng nhập, tiếp tục").click();
        assertThat(page.locator(".file")).hasCount(1);
        assertThat(page.locator(".draft")).containsText("Đã lưu nháp lúc");
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu")).hasValue("12/KH-SNV");
        assertThat(stub.sentOfStored.get("lon.pdf")).isLessThanOrEqualTo(BIG + HandInStub.CHUNK);
    }

    @Test
    void textsOfOthersAreNeverReadAsHtml() {
        String evil = "<img src=x onerror=\"window.evil=1\">.pdf";
        ObjectNode view = stub.view(SUPPLEMENT);
        view.put("title", evil)
                .put("background", evil)
                .put("contact", evil)
                .put("notice", evil)
                .put("consequence", evil);
        ((ObjectNode) view.path("slots").get(0)).put("title", "1.1 " + evil).put("demand", evil);
        Page page = open(SUPPLEMENT);
        choose(page, "1.1", file("<b onmouseover=alert(1)>.pdf", 10));
        assertThat(page.locator(".file")).hasCount(1);
        ObjectNode file = stub.files(SUPPLEMENT).get(0);
        synchronized (stub.views) {
            file.put("name", evil)
                    .put("by", evil)
                    .put("verdict", "INVALID")
                    .put("verdictWords", evil)
                    .put("view", "javascript:window.evil=1");
            file.withArray("reasons").add(evil);
            file.withArray("facts").add(evil);
        }
        assertThat(page.locator(".file .badge")).containsText(evil);
        assertThat(page.locator(".thidua-hand-in img, .thidua-hand-in b")).hasCount(0);
        assertThat(page.locator(".thidua-hand-in a[href^='javascript']")).hasCount(0);
        assertThat((Boolean) page.evaluate("window.evil === undefined")).isTrue();
    }

    @Test
    void filesGoOnWhileTasklistShowsAnotherTask() {
        Page page = open(SUPPLEMENT);
        stub.delay = 200;
        choose(page, "1.1", file("lau.pdf", 10 * HandInStub.CHUNK));
        assertThat(page.getByRole(AriaRole.PROGRESSBAR))
                .hasAttribute("aria-valuetext", Pattern.compile("Đang tải lên: [1-9].*"));
        page.evaluate("window.show('2')");
        assertThat(page.getByText("1 tệp của nhiệm vụ «Bổ sung tài liệu kiểm chứng» vẫn đang tải lên"))
                .isVisible();
        page.locator(".fields").getByLabel("Số, ký hiệu").fill("12/KH-SNV");
        page.evaluate("window.show('1')");
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(1);
        assertThat(slot(page, "1.1").locator(".file")).hasCount(1);
        assertThat(stub.sentOfStored.get("lau.pdf")).isEqualTo(10L * HandInStub.CHUNK);
        page.waitForCondition(
                () -> stub.view(FORM).path("answers").path("docNumber").asText().equals("12/KH-SNV"));
    }

    @Test
    void leavingWithFilesOnTheirWayIsAskedBack() {
        Page page = open(SUPPLEMENT);
        stub.delay = 1000;
        choose(page, "1.1", file("lau.pdf", BIG));
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(1);
        page.locator("h1").click();
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        Page other = open(FORM);
        other.waitForTimeout(300);
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void theServersClockCountsAndTheEndIsSaid() {
        ObjectNode view = stub.view(SUPPLEMENT);
        view.put("now", "2024-11-25T05:59:52Z");
        Page page = open(SUPPLEMENT);
        assertThat(page.locator(".left")).containsText(Pattern.compile("Còn \\d giây"));
        synchronized (stub.views) {
            view.put("now", "2024-11-25T06:00:01Z").put("open", false).put("notice", "Đã hết hạn nộp.");
        }
        assertThat(page.locator(".left")).hasText("(Đã hết hạn)");
        assertThat(page.locator("[aria-live=polite]")).containsText("Đã hết hạn.");
        assertThat(page.getByText("Đã hết hạn nộp.")).isVisible();
        assertThat(button(page, "Chọn tệp cho mục 1.2. Phát động, ký giao ước")).isHidden();
        look(page, "closed");
    }

    @Test
    void aTaskNobodyTookCanBeReadAndNotChanged() {
        Page page = open(FORM);
        page.evaluate("document.getElementById('veil').className = 'disabled-form'");
        assertThat(page.getByText("Bấm «Nhận việc» ở phía trên")).isVisible();
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu")).isDisabled();
        assertThat(button(page, "Chọn tệp cho mục Bản kế hoạch đã ký")).isDisabled();
        look(page, "not-taken");
        page.evaluate("document.getElementById('veil').className = ''");
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu")).isEnabled();
    }

    @Test
    void whatComesLateIsHandedInOnAPageOfOurs() {
        stub.view(SUPPLEMENT)
                .put("task", false)
                .put("late", true)
                .put("notice", "Đã quá hạn: tệp nộp từ bây giờ được ghi là nộp muộn.");
        Page page = browser.open("/?duty=1");
        choose(page, "1.1", file("muon.pdf", 10));
        assertThat(page.locator(".file")).hasCount(1);
        assertThat(button(page, "Rút lại tệp muon.pdf")).isHidden();
        assertThat(page.locator(".fields")).isHidden();
        look(page, "late");
    }

    @Test
    void aPageThatCannotBeOpenedSaysWhyAndTriesAgain() {
        stub.fault(request -> request.startsWith("GET"), 0, 403, "Việc này không thuộc đơn vị của Ông/Bà.");
        Page page = browser.open("/?task=1");
        assertThat(page.getByText("Chưa mở được nội dung nhiệm vụ. Việc này không thuộc đơn vị của Ông/Bà."))
                .isVisible();
        look(page, "not-opened");
        button(page, "Thử lại").click();
        assertThat(slot(page, "1.1")).isVisible();
    }

    private Page open(int duty) {
        Page page = browser.open("/?task=" + duty);
        assertThat(page.locator(".thidua-hand-in h3")).isVisible();
        return page;
    }

    private static void fillIn(Page page) {
        page.locator(".fields").getByLabel("Số, ký hiệu").fill("12/KH-SNV");
        page.locator(".fields")
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Ngày ban hành"))
                .fill("10/11/2024");
        page.getByLabel("Điểm tự chấm").fill("95,5");
        page.getByLabel("Số người").fill("12");
        page.getByLabel("Đồng ý", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Hình thức").selectOption("online");
        page.getByLabel("Tỉnh Ví Dụ A").check();
        page.getByLabel("Tỉnh Ví Dụ C").check();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Bắt đầu lúc"))
                .fill("14h00 20/11/2024");
        page.getByLabel("Tôi xác nhận nội dung trên là đúng").check();
    }

    private static void complete(Page page) {
        page.locator("#complete").click();
    }

    private static Locator slot(Page page, String title) {
        return page.locator(".slot")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h5", new Page.LocatorOptions().setHasText(title))));
    }

    private static Locator many(Page page) {
        return page.locator(".at-once input[type=file]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(Page page, String slot, FilePayload... files) {
        slot(page, slot).locator(".zone input[type=file]").setInputFiles(files);
    }

    private static FilePayload file(String name, int size) {
        byte[] bytes = "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 60; i++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + wanted);
    }

    /** A picture at the width of a desk and of two telephones, nothing beside the screen, and no fault that axe finds. */
    private static void look(Page page, String name) {
        for (int width : new int[] {1100, 360, 320}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screens", name + "-" + width + ".png")));
            assertThat((int) page.evaluate("document.scrollingElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
        page.setViewportSize(1100, 900);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(name)
                .isEmpty();
    }
}
