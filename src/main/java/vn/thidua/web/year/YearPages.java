package vn.thidua.web.year;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.documents.FileLists;
import vn.thidua.cycle.documents.HandInViews;
import vn.thidua.cycle.reading.DutyView;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.scoring.progress.ProgressViews;
import vn.thidua.web.page.HtmlPages;

/**
 * The pages on which a year stays readable, running or ended. They change nothing and work without scripts. What somebody may not
 * see is answered as what does not exist.
 */
@RestController
@ConditionalOnWebApplication
class YearPages {
    private final YearReading reading;
    private final SignIn signIn;
    private final OpenTasks tasks;
    private final FileLists lists;
    private final HandInViews handIns;
    private final ProgressViews progress;
    private final HtmlPages pages = new HtmlPages();

    YearPages(
            YearReading reading,
            SignIn signIn,
            OpenTasks tasks,
            FileLists lists,
            HandInViews handIns,
            ProgressViews progress) {
        this.reading = reading;
        this.signIn = signIn;
        this.tasks = tasks;
        this.lists = lists;
        this.handIns = handIns;
        this.progress = progress;
    }

    @GetMapping({"/nam", "/nam/"})
    ResponseEntity<String> years(HttpServletRequest request) {
        return signIn.required(request, person -> shown("years", Map.of("years", reading.years(person))));
    }

    @GetMapping("/nam/{year}")
    ResponseEntity<String> year(@PathVariable("year") String year, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> reading.year(person, year)
                        .map(view -> shown("year", Map.of("view", view, "progress", progress.mayOpen(person, year))))
                        .orElseGet(this::missing));
    }

    @GetMapping("/nam/{year}/viec/{duty}")
    ResponseEntity<String> duty(
            @PathVariable("year") String year, @PathVariable("duty") String duty, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> duty(person, duty)
                        .filter(view -> view.year().id().equals(year))
                        .map(view -> shown(
                                "duty",
                                Map.of(
                                        "view",
                                        view,
                                        "task",
                                        tasks.link(view.key(), person).orElse(""))))
                        .orElseGet(this::missing));
    }

    @GetMapping({"/nam/{year}/tep", "/nam/{year}/tep/"})
    ResponseEntity<String> files(@PathVariable("year") String year, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> lists.of(person, year)
                        .map(view -> shown("files", Map.of("view", view)))
                        .orElseGet(this::missing));
    }

    @GetMapping("/nam/{year}/tep/{duty:[0-9]{1,18}}")
    ResponseEntity<String> filesOfDuty(
            @PathVariable("year") String year, @PathVariable("duty") long duty, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> handIns.of(person, duty, false)
                        .map(view -> shown("files-of-duty", Map.of("view", view, "year", year)))
                        .orElseGet(this::missing));
    }

    /** A mail names a duty, whose tasks come and go: this leads to the one that is open for the reader, or to the duty's page. */
    @GetMapping("/viec/{duty}")
    ResponseEntity<String> link(@PathVariable("duty") String duty, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> duty(person, duty)
                        .map(view -> SignIn.to(tasks.link(view.key(), person)
                                .orElse("/nam/" + view.year().id() + "/viec/" + view.id())))
                        .orElseGet(this::missing));
    }

    private Optional<DutyView> duty(String person, String id) {
        return id.matches("[0-9]{1,18}") ? reading.duty(person, Long.parseLong(id)) : Optional.empty();
    }

    private ResponseEntity<String> shown(String template, Map<String, Object> model) {
        return pages.page(HttpStatus.OK, "year/" + template, model);
    }

    private ResponseEntity<String> missing() {
        return pages.page(HttpStatus.NOT_FOUND, "year/missing", Map.of());
    }
}
