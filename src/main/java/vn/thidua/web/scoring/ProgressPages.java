package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.cycle.reading.YearView;
import vn.thidua.scoring.progress.ProgressViews;
import vn.thidua.scoring.progress.ProgressWorkbook;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.page.HtmlPages;
import vn.thidua.web.year.SignIn;

/** The progress board of scoring: a page, the same as a workbook, and the way there from Tasklist (progress-link-1.js). */
@RestController
@ConditionalOnWebApplication
class ProgressPages {
    private final ProgressViews views;
    private final YearReading reading;
    private final FileCaller caller;
    private final SignIn signIn;
    private final HtmlPages pages = new HtmlPages();

    ProgressPages(ProgressViews views, YearReading reading, FileCaller caller, SignIn signIn) {
        this.views = views;
        this.reading = reading;
        this.caller = caller;
        this.signIn = signIn;
    }

    record Link(String href, String text) {}

    @GetMapping({"/nam/{year}/tien-do", "/nam/{year}/tien-do/"})
    ResponseEntity<String> board(@PathVariable("year") String year, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> views.of(person, year)
                        .flatMap(progress -> reading.head(person, year)
                                .map(head -> pages.page(
                                        HttpStatus.OK, "year/progress", Map.of("head", head, "progress", progress))))
                        .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "year/missing", Map.of())));
    }

    @GetMapping("/diem/{year}/tien-do.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable("year") String year, HttpServletRequest request, HttpServletResponse response) {
        return Downloads.workbook(
                views.of(caller.reading(request), year).map(ProgressWorkbook::of), "tien-do-cham-diem", response);
    }

    /** The boards of running years that are the person's to see; empty for most. */
    @GetMapping("/diem/tien-do")
    List<Link> links(HttpServletRequest request) {
        String person = caller.reading(request);
        List<YearView.Head> years = reading.years(person).stream()
                .filter(YearView.Head::running)
                .filter(head -> views.mayOpen(person, head.id()))
                .toList();
        return years.stream()
                .map(head -> new Link(
                        "/nam/" + head.id() + "/tien-do",
                        years.size() == 1 ? "Tiến độ chấm điểm" : "Tiến độ chấm điểm " + head.name()))
                .toList();
    }
}
