package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
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
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.form.FormField;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.submission.FileChecks;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.journal.seal.Sealer;

/** Self-score evidence handed in by a new user, in the real Tasklist, on the real server. */
@ThiduaTest
@EnabledIf("vn.thidua.web.Browser#isThere")
@org.junit.jupiter.api.Tag("slow")
class BrowserHandInTest {
    private static final String PASSWORD = "Mat-khau-thu-2024";
    private static final String UNIT = "BTE";
    private static final int CHUNK = 4 * 1024 * 1024;

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private static int years;

    YearFixture year;
    DutyKey key;
    HandInPapers papers;
    Browser browser;

    @BeforeEach
    void aYearAtSelfScoring() throws Exception {
        year = new YearFixture(context);
        year.bean(DocumentDemand.class).use(DocumentDemand.Level.ALL);
        year.start("nop-tep-" + ++years, "2024-11-11T07:00");
        year.run("2024-11-11T09:30");
        key = year.key(DutyType.SELF_SCORE, UNIT);
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
        // Tasklist's own script stumbles when its questions stay without an answer.
        assertThat(problems).allMatch(problem -> problem.contains("camunda-tasklist-bootstrap.js"));
    }

    @Test
    @DisplayName("S0-16 thirty files at once, one of 50 MB, the connection cut and back: each is received once, whole")
    void thirtyFilesOverAConnectionThatBreaks() throws Exception {
        List<Slot> slots = slots();
        List<Path> files = new ArrayList<>();
        files.add(papers.scanned(slots.get(0).code() + " quet 50 MB.pdf", 7000, 7480));
        for (int i = 1; i < 30; i++) {
            files.add(papers.unsigned(slots.get(i % slots.size()).code() + " van ban " + i + ".pdf"));
        }
        Page page = login(YearFixture.officer(UNIT));
        HandInPage form =
                HandInPage.open(page, year.task(key, "submit").getId()).claim();
        Map<String, List<Long>> sent = new ConcurrentHashMap<>();
        List<String> begun = new CopyOnWriteArrayList<>();
        page.onRequest(request -> watch(request, sent));
        page.onResponse(answer -> {
            if (answer.url().endsWith("/tai-len") && answer.status() == 201) {
                begun.add(answer.url());
            }
        });
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");

        form.chooseMany(files);
        assertThat(form.component()).containsText("30 tệp chờ tải lên, đều đã có mục");
        form.pictures("real-staged", 1440, 360);
        // The fourth piece of the big file goes slowly, and the line breaks while it is on its way.
        AtomicReference<Route> fourth = new AtomicReference<>();
        page.route("**/tep/tai-len/*", route -> {
            String offset = route.request().headerValue("Upload-Offset");
            if (fourth.get() != null || offset == null || Long.parseLong(offset) < 3L * CHUNK) {
                route.resume();
            } else {
                fourth.set(route);
            }
        });
        form.button("Tải lên 30 tệp đã chọn mục").click();
        page.waitForCondition(() -> fourth.get() != null);
        network(network, false, CHUNK / 8);
        fourth.get().resume();
        page.waitForTimeout(1500);
        network(network, true, 0);
        Locator big = page.locator(".sending")
                .filter(new Locator.FilterOptions()
                        .setHasText(files.get(0).getFileName().toString()));
        assertThat(big).containsText("Mất kết nối");
        form.pictures("real-cut", 1440, 360);
        assertThat(files()).hasSizeLessThan(30);
        network(network, false, -1);
        assertThat(form.component().locator("article")).hasCount(30);
        assertThat(page.locator(".sending")).hasCount(0);
        form.pictures("real-thirty", 1440);

        List<Submission> received = files();
        assertThat(received).hasSize(30).allMatch(Submission::inTime);
        assertThat(received.stream().map(Submission::receipt).distinct()).hasSize(30);
        for (Path file : files) {
            Submission one = received.stream()
                    .filter(s -> s.name().equals(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.sha256()).isEqualTo(sha256(Files.newInputStream(file)));
            assertThat(sha256(year.bean(FileStore.class).read(one.sha256(), 0, one.size())))
                    .isEqualTo(one.sha256());
            assertThat(form.file(one.name())).containsText(one.receipt());
        }
        assertThat(begun).hasSize(30);
        long whole = Files.size(files.get(0));
        List<Long> offsets =
                sent.values().stream().filter(all -> all.size() > 3).findFirst().orElseThrow();
        assertThat(offsets.stream().mapToLong(o -> Math.min(CHUNK, whole - o)).sum())
                .isLessThanOrEqualTo(whole + CHUNK);
        sent.values().stream()
                .filter(all -> all != offsets)
                .forEach(all -> assertThat(all).hasSizeLessThanOrEqualTo(2));
    }

    private static void watch(Request request, Map<String, List<Long>> sent) {
        if (request.method().equals("PATCH")) {
            sent.computeIfAbsent(request.url(), u -> new CopyOnWriteArrayList<>())
                    .add(Long.valueOf(request.headerValue("Upload-Offset")));
        }
    }

    /** @param upload bytes a second; -1: as fast as it goes */
    private static void network(CDPSession session, boolean offline, int upload) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", upload);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    @Test
    @DisplayName("S0-13 S0-16 a unit hands in its self-score: from a refused file to receipts that can be proved")
    void aSelfScoreFromTheFirstFileToTheReviewer() throws Exception {
        List<Slot> slots = slots();
        String officer = YearFixture.officer(UNIT);
        Page page = login(officer);
        String task = year.task(key, "submit").getId();
        HandInPage form = HandInPage.open(page, task);
        form.pictures("real-not-taken", 1440, 360);
        form.claim();
        form.look("real-empty");

        // Refused, with its reason, and holds nobody up.
        String hostile = "1.1 <img src=x onerror=alert(1)> \"'&.pdf";
        form.choose(
                "1.1. ",
                papers.write(
                        "1.1 chuong trinh.pdf", "MZ nothing a PDF would begin with".getBytes(StandardCharsets.UTF_8)),
                papers.unsigned(hostile));
        assertThat(page.locator(".sending[data-state=refused]")).containsText("Không được tiếp nhận");
        assertThat(form.file(hostile)).containsText("BN-2024-");
        assertThat(form.file(hostile)).containsText("Đang kiểm tra…");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        form.pictures("real-refused", 1440, 360);
        form.button("Bỏ khỏi danh sách tệp 1.1 chuong trinh.pdf").click();

        // Replaced, withdrawn after a question; nothing is deleted.
        Path signed = papers.signed("12-BC.pdf", "Sở Nội vụ tỉnh Bến Tre", "12/BC-SNV", LocalDate.of(2024, 11, 8));
        form.file(hostile).locator("input[type=file]").setInputFiles(signed);
        assertThat(form.file("12-BC.pdf")).containsText("BN-2024-");
        form.choose("1.2. ", papers.unsigned("nham.pdf"));
        form.button("Rút lại tệp nham.pdf").click();
        form.button("Xác nhận rút lại").click();
        assertThat(form.file("nham.pdf")).containsText("Cần nêu lý do rút lại.");
        form.file("nham.pdf").getByLabel("Lý do rút lại").fill("Chọn nhầm tệp");
        HandInPage.closeUp(form.slot("1.2. "), "real-withdraw");
        form.button("Xác nhận rút lại").click();
        assertThat(form.slot("1.2. ")).containsText("Các bản trước (1)");
        assertThat(form.slot("1.2. ")).containsText("chưa có tệp");

        // The verdict comes by itself.
        year.bean(FileChecks.class).examineDue();
        Locator file = form.file("12-BC.pdf");
        assertThat(file).containsText("Hợp lệ, có dấu thời gian tin cậy");
        form.pictures("real-verdict", 1440, 360);
        file.getByText("Sửa, xác nhận số, ký hiệu và ngày ban hành").click();
        form.look("real-citation");
        HandInPage.closeUp(form.slot("1.1. "), "real-citation-near");
        assertThat(file.getByLabel("Số, ký hiệu")).hasValue("12/BC-SNV");
        file.getByText("Xác nhận trích yếu").click();
        assertThat(file).containsText("Trích yếu đã xác nhận: 12/BC-SNV, ngày 08/11/2024");

        // Looked at in a new tab, as the PDF that it is.
        List<Response> answers = new CopyOnWriteArrayList<>();
        page.context().onResponse(answers::add);
        Page tab = page.context()
                .waitForPage(() -> page.getByRole(
                                AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem tệp 12-BC.pdf trong thẻ mới"))
                        .click());
        page.waitForCondition(() -> answers.stream().anyMatch(a -> a.url().matches(".*/tep/\\d+")));
        Response shown = answers.stream()
                .filter(a -> a.url().matches(".*/tep/\\d+"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headerValue("content-type")).isEqualTo("application/pdf");
        assertThat(shown.headerValue("content-disposition")).startsWith("inline");
        assertThat(tab.url()).matches(".*/tep/\\d+");
        tab.close();

        // A draft lives on the server: there after a reload.
        FormSchema schema = FormSchema.load("self-score-files");
        form.fillIn(schema, year.answers(key, "submit"));
        assertThat(page.locator(".draft"))
                .containsText("Đã lưu nháp lúc 09:30:00 ngày 11/11/2024, người lưu: Đoàn Ngọc Trang");
        form = HandInPage.open(page, task);
        assertThat(page.locator(".fields").getByLabel("Số, ký hiệu"))
                .hasValue(year.answers(key, "submit").get("docNumber").toString());
        form.pictures("real-draft", 1440, 360);

        // Held back while something is missing, in the page's own words.
        form.complete();
        assertThat(page.locator("section.summary")).containsText("Chưa có tệp cho «2.1. ");
        form.look("real-held-back");
        List<Path> rest = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.required() && !slot.code().equals("1.1")) {
                rest.add(papers.unsigned(slot.code() + " minh chung.pdf"));
            }
        }
        form.chooseMany(rest);
        form.button("Tải lên " + rest.size() + " tệp đã chọn mục").click();
        assertThat(page.locator(".slot[data-state=needed]")).hasCount(0);
        assertThat(page.locator("section.summary")).isHidden();
        form.complete();
        assertThat(page.getByText("Đã hoàn thành nhiệm vụ. Hệ thống đã ghi nhận kết quả."))
                .isVisible();
        year.settle();
        assertThat(year.duty(key).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.stages(key)).contains("review").doesNotContain("submit");

        Submission one = files().stream()
                .filter(f -> f.name().equals("12-BC.pdf"))
                .findFirst()
                .orElseThrow();
        receiptsOf(page, one);
    }

    @Test
    @DisplayName("S0-16 a whole hand-in by the keyboard alone: taken, filled in, a file chosen, handed in")
    void aHandInByTheKeyboardAlone() throws Exception {
        year.run("2024-11-20T10:00");
        key = year.key(DutyType.ATTENDEES, UNIT);
        Page page = login(YearFixture.officer(UNIT));
        String task = year.task(key, "submit").getId();
        // Told long before: asked for at the moment of the key, the browser may be told after it.
        AtomicReference<FileChooser> chooser = new AtomicReference<>();
        page.onFileChooser(chooser::set);
        HandInPage form = HandInPage.open(page, task);
        form.tabTo(page.locator(".task-card .claim"));
        page.keyboard().press("Enter");
        assertThat(form.component().locator("fieldset.body:enabled")).hasCount(1);
        Map<String, Object> answers = year.answers(key, "submit");
        FormSchema schema = FormSchema.load("attendees");
        for (FormField field : schema.fields()) {
            if (answers.get(field.key()) instanceof String text) {
                form.tabTo(form.field(schema, field));
                page.keyboard().insertText(text);
            }
        }
        assertThat(page.locator(".draft")).containsText("Đã lưu nháp");
        HandInPage colleague = HandInPage.open(login("bte.chanhvanphong"), task);
        for (FormField field : schema.fields()) {
            if (answers.get(field.key()) instanceof String text) {
                assertThat(colleague.field(schema, field)).hasValue(text);
            }
        }
        assertThat(colleague.page().locator(".draft")).containsText("người lưu: Đoàn Ngọc Trang");
        colleague.pictures("real-colleague", 1440);
        form.tabTo(page.locator(".slot .zone button"));
        page.keyboard().press("Space");
        page.waitForCondition(() -> chooser.get() != null);
        chooser.get().setFiles(papers.unsigned("danh sach.pdf"));
        assertThat(form.file("danh sach.pdf")).containsText("BN-2024-");
        form.pictures("real-keyboard", 1440, 360);
        form.tabTo(form.button("Hoàn thành"));
        page.keyboard().press("Enter");
        assertThat(page.getByText("Đã hoàn thành nhiệm vụ. Hệ thống đã ghi nhận kết quả."))
                .isVisible();
        assertThat(year.duty(key).received()).isTrue();
        assertThat(files()).extracting(Submission::name).containsExactly("danh sach.pdf");
    }

    /** Both receipts as the browser gets them say the same, and carry the proof of the entry in the journal. */
    private void receiptsOf(Page page, Submission file) throws Exception {
        year.bean(Sealer.class).sealAll();
        String text = new String(
                page.request().get("/tep/" + file.id() + "/bien-nhan.txt").body(), StandardCharsets.UTF_8);
        byte[] pdf = page.request().get("/tep/" + file.id() + "/bien-nhan.pdf").body();
        ReceiptProof proof = ReceiptProof.find(text);
        assertThat(proof.receipt()).isEqualTo(file.receipt());
        assertThat(proof.detail().toString()).contains(file.sha256());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(ReceiptProof.parse(
                            document.getDocumentInformation().getCustomMetadataValue(ReceiptProof.PDF_KEY)))
                    .isEqualTo(proof);
            String printed = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String fact : List.of(
                    "BIÊN NHẬN TỆP",
                    file.receipt(),
                    "Sở Nội vụ tỉnh Bến Tre",
                    "12-BC.pdf",
                    "09:30:00",
                    "Hợp lệ, có dấu thời gian tin cậy",
                    "Đoàn Ngọc Trang")) {
                assertThat(text).contains(fact);
                assertThat(printed).contains(fact);
            }
        }
        assertThat(text).contains(file.sha256(), "trước 00:00 ngày 16/11/2024");
    }

    private List<Slot> slots() {
        return year.bean(DocumentSlots.class).slots(year.duty(key));
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

    private static String sha256(InputStream bytes) throws Exception {
        try (bytes) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
