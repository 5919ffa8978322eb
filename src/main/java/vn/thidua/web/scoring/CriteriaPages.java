package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.cycle.reading.YearView;
import vn.thidua.scoring.drafting.CriteriaView;
import vn.thidua.scoring.drafting.CriteriaViews;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;
import vn.thidua.web.page.HtmlPages;

/** The criteria table of a year: what is in force, what is drafted, all versions, what was said; to everybody of the year (S2-13). */
@RestController
@ConditionalOnWebApplication
class CriteriaPages {
    private final CriteriaViews views;
    private final YearReading reading;
    private final RoundTasks tasks;
    private final FileCaller caller;
    private final HtmlPages pages = new HtmlPages();

    CriteriaPages(CriteriaViews views, YearReading reading, RoundTasks tasks, FileCaller caller) {
        this.views = views;
        this.reading = reading;
        this.tasks = tasks;
        this.caller = caller;
    }

    @GetMapping({"/nam/{year}/tieu-chi", "/nam/{year}/tieu-chi/"})
    ResponseEntity<String> table(@PathVariable("year") String year, HttpServletRequest request) {
        String person = caller.reading(request);
        YearView.Head head = head(person, year);
        return pages.page(
                HttpStatus.OK,
                "year/criteria",
                Map.of(
                        "head",
                        head,
                        "view",
                        views.of(year, person),
                        "issuing",
                        tasks.issuing(year, person).orElse("")));
    }

    @GetMapping("/nam/{year}/tieu-chi/phien-ban/{version:[0-9]{1,6}}")
    ResponseEntity<String> version(
            @PathVariable("year") String year, @PathVariable("version") int version, HttpServletRequest request) {
        YearView.Head head = head(caller.reading(request), year);
        return views.version(year, version)
                .map(view -> pages.page(
                        HttpStatus.OK,
                        "year/criteria-version",
                        Map.of("head", head, "view", view, "nothing", CriteriaView.Rights.NONE)))
                .orElseThrow(FileErrors.Missing::new);
    }

    /** The last table, to go on from. */
    @GetMapping("/nam/{year}/tieu-chi/mau.xlsx")
    ResponseEntity<byte[]> template(
            @PathVariable("year") String year, HttpServletRequest request, HttpServletResponse response) {
        head(caller.reading(request), year);
        return Downloads.workbook(views.workbook(year, 0), "mau-bang-tieu-chi-" + year, response);
    }

    @GetMapping("/nam/{year}/tieu-chi/phien-ban/{version:[1-9][0-9]{0,5}}.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable("year") String year,
            @PathVariable("version") int version,
            HttpServletRequest request,
            HttpServletResponse response) {
        head(caller.reading(request), year);
        return Downloads.workbook(
                views.workbook(year, version), "bang-tieu-chi-" + year + "-phien-ban-" + version, response);
    }

    private YearView.Head head(String person, String year) {
        return reading.head(person, year).orElseThrow(FileErrors.Missing::new);
    }
}
