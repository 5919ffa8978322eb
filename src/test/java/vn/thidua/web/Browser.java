package vn.thidua.web;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The system's Chromium, driven by Playwright; nothing is downloaded. {@link #find} tells whether there is one, so that a
 * test can be skipped where there is none. Each {@link #open} is a person at a machine of their own, English as machines
 * often are, in Vietnamese time. Screenshots go to {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync");

    /** Milliseconds; builds share machines. */
    private static final double PATIENCE = 40_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String base;
    private final List<String> problems = new ArrayList<>();

    public Browser(String base) {
        this.base = base;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(ARGUMENTS));
    }

    /** Where Chromium is on this machine; named so that {@code @EnabledIf} can ask. */
    public static Optional<Path> find() {
        Stream<String> folders = Stream.concat(
                Stream.of("/usr/bin"),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")));
        return folders.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean isThere() {
        return find().isPresent();
    }

    public Page open(String path) {
        Page page = openLive(path);
        // The page draws its form, loads texts and fonts, and draws the form anew: what was typed before is lost.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** As {@link #open}, of a page that keeps a connection to the server and so never falls silent. */
    public Page openLive(String path) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("en-US")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(problems::add);
        page.navigate(path);
        return page;
    }

    /** Opens one of the web apps ({@code tasklist}, {@code cockpit}, {@code admin}, {@code welcome}) and signs in. */
    public Page login(String app, String user, String password) {
        Page page = open("/camunda/app/" + app + "/default/");
        List<String> answers = new CopyOnWriteArrayList<>();
        page.onResponse(answer -> answers.add(answer.status() + " " + answer.url()));
        signIn(page, user, password);
        try {
            page.locator("[cam-widget-header] .account, .account.dropdown")
                    .first()
                    .waitFor();
        } catch (TimeoutError e) {
            screenshot(page, "login-failed");
            throw new AssertionError(
                    user + " is not signed in; answers: " + answers + "; page: " + page.innerText("body"), e);
        }
        return page;
    }

    /** A page of ours for somebody who signed in before, without the web app that signing in opens: far quicker. */
    public Page openAs(String user, String password, String path) {
        Page page = openLive("/camunda/app/tasklist/default/assets/images/favicon.ico");
        APIRequestContext request = page.context().request();
        request.get("/camunda/app/tasklist/default/");
        String token = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
        APIResponse answer = request.post(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", token)
                        .setForm(FormData.create().set("username", user).set("password", password)));
        if (!answer.ok()) {
            throw new AssertionError(user + " is not signed in: " + answer.status() + " " + answer.text());
        }
        page.navigate(path);
        return page;
    }

    /** The button of exactly this name. */
    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Fills in and sends the login form that a page shows. */
    public static void signIn(Page page, String user, String password) {
        Locator form = page.locator("form[name=signinForm]");
        form.locator("input[type=text]").fill(user);
        form.locator("input[type=password]").fill(password);
        form.locator("button[type=submit]").click();
    }

    /** A radio or a box in a Camunda Form, which may draw itself anew just then: as a person would, once more. */
    public static void choose(Locator choice) {
        for (int attempt = 1; ; attempt++) {
            try {
                choice.check();
                return;
            } catch (PlaywrightException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /** The whole page at the width of a desk and of a telephone, where nothing may lie beside the screen. */
    public static void screenshots(Page page, String name) {
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
            if ((int) page.evaluate("document.scrollingElement.scrollWidth") > width) {
                throw new AssertionError(name + " is wider than " + width + " pixels");
            }
        }
    }

    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Script errors of all pages so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
