package vn.thidua.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.thidua.duty.form.FormField;
import vn.thidua.duty.form.FormSchema;

/** Handing in as somebody meets it in the real Tasklist: what is on the page, by the words that stand there. */
record HandInPage(Page page) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String COMPONENT = ".thidua-hand-in";

    /** The task's own address, as it stands in a mail. */
    static HandInPage open(Page page, String taskId) {
        goTo(page, taskId);
        page.locator(COMPONENT + " > header").waitFor();
        return new HandInPage(page);
    }

    /** As from a mail: loaded anew. A Tasklist that is open takes a change of its address for a wish of its own and may put it back. */
    static void goTo(Page page, String taskId) {
        page.navigate("about:blank");
        page.navigate("/camunda/app/tasklist/default/#/?task=" + taskId);
    }

    HandInPage claim() {
        page.locator(".task-card .claim").click();
        assertThat(page.locator(COMPONENT + " fieldset.body:enabled")).hasCount(1);
        return this;
    }

    Locator component() {
        return page.locator(COMPONENT);
    }

    Locator slot(String title) {
        return page.locator(".slot")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h5", new Page.LocatorOptions().setHasText(title))));
    }

    Locator file(String name) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Tệp " + name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void chooseMany(List<Path> files) {
        page.locator(".at-once input[type=file]").setInputFiles(files.toArray(Path[]::new));
    }

    void choose(String slot, Path... files) {
        slot(slot).locator(".zone input[type=file]").setInputFiles(files);
    }

    void complete() {
        button("Hoàn thành").click();
    }

    /** The input of a field; in a group of people, labels repeat from person to person. */
    Locator field(FormSchema schema, FormField field) {
        long before = schema.fields().stream()
                .takeWhile(other -> other != field)
                .filter(other ->
                        other.name().equals(field.name()) && other.group().equals(field.group()))
                .count();
        Locator group = page.locator(".fields .group");
        Locator box = field.group().isEmpty()
                ? group
                : group.filter(new Locator.FilterOptions()
                        .setHas(page.locator("legend", new Page.LocatorOptions().setHasText(field.group()))));
        return box.locator(".field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label", new Page.LocatorOptions().setHasText(field.name()))))
                .nth((int) before)
                .locator("input, textarea")
                .first();
    }

    void tabTo(Locator wanted) {
        for (int i = 0; i < 150; i++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + wanted);
    }

    /** As a person types: dates as they are written in Vietnam, a decimal comma. */
    void fillIn(FormSchema schema, Map<String, Object> answers) {
        for (FormField field : schema.fields()) {
            Object answer = answers.get(field.key());
            Locator input = field(schema, field);
            if (answer == null || !input.isVisible()) {
                continue;
            }
            switch (field.type()) {
                case DATE -> input.fill(LocalDate.parse(answer.toString()).format(DATE));
                case NUMBER -> input.fill(answer.toString().replace('.', ','));
                case CHECKBOX -> input.check();
                default -> input.fill(answer.toString());
            }
        }
    }

    /** Pictures at the width of a desk and of a telephone, and no fault that axe finds in the component. */
    void look(String name) {
        pictures(name, 1440, 360);
        assertThat(new AxeBuilder(page)
                        .include(COMPONENT)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(name)
                .isEmpty();
    }

    /** A picture of one part, large enough to be read. */
    static void closeUp(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** Pictures of the whole component, nothing of which may lie beside its column or the screen. */
    void pictures(String name, int... widths) {
        for (int width : widths) {
            page.setViewportSize(width, 900);
            // Tasklist moves its columns slowly.
            page.waitForTimeout(500);
            int height =
                    (int) Math.min(4000, ((Number) component().evaluate("e => e.scrollHeight")).doubleValue() + 400);
            page.setViewportSize(width, Math.max(900, height));
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + "-" + width + ".png")));
            assertThat((int) component().evaluate("e => e.scrollWidth - e.clientWidth"))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(0);
            assertThat(
                            (int)
                                    component()
                                            .evaluate(
                                                    "e => Math.ceil(e.getBoundingClientRect().right) - document.documentElement.clientWidth"))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(0);
        }
        page.setViewportSize(1440, 900);
    }
}
