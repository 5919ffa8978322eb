package vn.thidua.tryout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.Thidua;
import vn.thidua.calendar.Vietnam;
import vn.thidua.web.Browser;

/** The product as a user meets it: started on an empty folder, used in a browser, killed, started again. */
@EnabledIf("vn.thidua.web.Browser#isThere")
class BrowserServeTest {
    private static final String OFFICER = "agg.chuyenvien";
    private static final String TASK = "Tự chấm điểm kèm hồ sơ minh chứng";
    private static final Pattern CODE = Pattern.compile("(\\d+\\.\\d+)\\. ");
    private static final Pattern RECEIPT = Pattern.compile("BN-\\d{4}-\\d{6}");

    @TempDir
    Path folder;

    private Path data;
    private int port;
    private String password;

    @BeforeEach
    void prepareFolder() throws IOException {
        data = DataFolders.prepared(folder);
        port = freePort();
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        DataFolders.release(data);
    }

    @Test
    @DisplayName(
            "An officer does a task with its form, sees the receipt and its mail; after a kill everything is still there")
    void aTryoutIsUsedKilledAndUsedAgain() throws Exception {
        String receipt;
        try (JavaProcess server = serve()) {
            assertThat(server.await("Thi đua đã sẵn sàng tại")).isEqualTo("http://localhost:" + port);
            TryoutPasswords passwords = TryoutPasswords.read(data);
            String admin = passwords.of("admin").orElseThrow();
            assertThat(server.await("  admin")).startsWith(admin);
            assertThat(server.await("Mật khẩu của cả")).contains("data/mat-khau.txt");
            password = passwords.of(OFFICER).orElseThrow();
            assertThat(status("admin", admin)).isEqualTo(200);
            assertThat(status("admin", "wrong")).isEqualTo(401);

            receipt = useBrowser(this::doTheTask);
            assertThat(mailWith(receipt)).contains("To: ", "chuyenvien@agg.example");
            server.kill();
        }
        try (JavaProcess server = serve()) {
            server.await("Thi đua đã sẵn sàng tại");
            assertThat(server.output()).doesNotContain("Đang dựng phần đã qua");
            assertThat(useBrowser(BrowserServeTest::readTheReceipt)).isEqualTo(receipt);
            assertThat(mailWith(receipt)).isNotEmpty();

            server.terminate();
            assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
        }
    }

    /** Signed in to Tasklist as the officer, in a browser that knows nothing of what was before. */
    private String useBrowser(java.util.function.Function<Page, String> what) {
        try (Browser browser = new Browser("http://localhost:" + port)) {
            String result = what.apply(browser.login("tasklist", OFFICER, password));
            assertThat(browser.problems()).isEmpty();
            return result;
        }
    }

    private String doTheTask(Page page) {
        open(page, TASK);
        page.locator(".task-card .claim").click();
        fill(page, "Số, ký hiệu", "215/BC-SNV");
        fill(page, "Ngày ban hành", Vietnam.date(LocalDate.now(Vietnam.ZONE)));
        fillTheSheet(page);
        handInFiles(page);
        Browser.screenshot(page, "tryout-task");
        page.locator("button:has-text('Hoàn thành')").last().click();
        assertThat(page.locator(".thidua-notice")).containsText("Hệ thống đã ghi nhận kết quả");
        String receipt = readTheReceipt(page);
        Browser.screenshot(page, "tryout-receipt");
        return receipt;
    }

    /** By keyboard: a figure, Enter, the next; 0 is a score too. */
    private static void fillTheSheet(Page page) {
        Locator lines = page.locator("tr[data-line]")
                .filter(new Locator.FilterOptions().setHas(page.locator("td[data-field=points]")));
        lines.first().waitFor();
        List<String> criteria = lines.evaluateAll("rows => rows.map(row => row.dataset.line)") instanceof List<?> codes
                ? codes.stream()
                        .map(String::valueOf)
                        .filter(code -> code.matches("\\d+\\.\\d+"))
                        .toList()
                : List.of();
        assertThat(criteria).hasSizeGreaterThanOrEqualTo(40);
        for (String code : criteria) {
            page.locator("tr[data-line='" + code + "'] td[data-field=points]").click();
            page.keyboard().type(code.equals("1.1") ? "1,5" : "1");
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("tr[data-line='1.1'] td[data-field=points]")).containsText("1,5");
        Browser.screenshot(page, "tryout-sheet");
    }

    /** One of the try-out's signed samples for everything that is asked for: dropped at once, sorted by the codes in their names. */
    private void handInFiles(Page page) {
        byte[] sample = sample();
        Locator slots = page.locator(".thidua-hand-in .slot");
        FilePayload[] files = slots.allInnerTexts().stream()
                .map(CODE::matcher)
                .filter(Matcher::lookingAt)
                .map(code -> new FilePayload(code.group(1) + " minh chứng.pdf", "application/pdf", sample))
                .toArray(FilePayload[]::new);
        page.locator(".thidua-hand-in .zone.big input[type=file]").setInputFiles(files);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Tải lên " + files.length + " tệp")))
                .click();
        slots.filter(new Locator.FilterOptions().setHasText("Báo cáo tự chấm điểm"))
                .locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", sample));
        assertThat(slots.filter(new Locator.FilterOptions().setHasText("chưa có tệp")))
                .hasCount(0);
    }

    private byte[] sample() {
        try {
            return Files.readAllBytes(data.resolve("tep-mau/bao-cao-mau-1.pdf"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In the task that lets the unit see what it handed in, and on the duty's own page. */
    private static String readTheReceipt(Page page) {
        open(page, "Đã nộp, xem biên nhận hoặc rút lại: " + TASK);
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("215/BC-SNV");
        Matcher number = RECEIPT.matcher(form.textContent());
        assertThat(number.find()).isTrue();

        page.navigate("/nam");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Cụm thi đua")))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TASK)).click();
        assertThat(page.locator("main")).containsText(number.group());
        assertThat(page.locator("main")).containsText("215/BC-SNV");
        return number.group();
    }

    /** What follows a completed task is made by jobs of the engine; the list is asked again until it is there. */
    private static void open(Page page, String task) {
        Locator entry = page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHasText(task));
        for (int i = 0; i < 20 && entry.count() == 0; i++) {
            page.navigate("/camunda/app/tasklist/default/");
            page.locator(".task-filter .name")
                    .filter(new Locator.FilterOptions().setHasText("Việc của đơn vị tôi"))
                    .first()
                    .click();
            page.waitForTimeout(1000);
        }
        entry.first().click();
    }

    /** As a person does: into the field, and out of it, before the next; the calendar closes with a delay of its own. */
    private static void fill(Page page, String label, String value) {
        Locator field = page.getByLabel(label).first();
        field.fill(value);
        field.press("Tab");
        page.waitForTimeout(300);
        assertThat(field).hasValue(value);
    }

    /** The file of the mail that names the receipt; mails leave some seconds after what they tell. */
    private String mailWith(String receipt) throws InterruptedException, IOException {
        for (int i = 0; i < 60; i++) {
            try (Stream<Path> files = Files.list(data.resolve("mail"))) {
                var mail = files.filter(file -> file.toString().endsWith(".eml"))
                        .filter(file -> file.getFileName().toString().contains("-receipt-"))
                        .map(BrowserServeTest::read)
                        .filter(text -> text.contains(receipt) && text.contains("chuyenvien@agg.example"))
                        .findFirst();
                if (mail.isPresent()) {
                    return mail.get();
                }
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no mail with " + receipt);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaProcess serve() throws IOException {
        return JavaProcess.start(Thidua.class, folder, Map.of("SERVER_PORT", "" + port));
    }

    private int status(String user, String word) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + word).getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/engine"))
                .header("Authorization", "Basic " + basic)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
