package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
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
import vn.thidua.scoring.brief.Briefs;
import vn.thidua.scoring.overview.Overviews;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;
import vn.thidua.web.page.HtmlPages;

/** The standings with their drawing, and every result that was made; both work without scripts. */
@RestController
@ConditionalOnWebApplication
class OverviewPages {
    private final Overviews overviews;
    private final Briefs briefs;
    private final YearReading reading;
    private final FileCaller caller;
    private final HtmlPages pages = new HtmlPages();

    OverviewPages(Overviews overviews, Briefs briefs, YearReading reading, FileCaller caller) {
        this.overviews = overviews;
        this.briefs = briefs;
        this.reading = reading;
        this.caller = caller;
    }

    @GetMapping({"/nam/{year}/diem", "/nam/{year}/diem/"})
    ResponseEntity<String> standings(@PathVariable("year") String year, HttpServletRequest request) {
        String person = caller.reading(request);
        YearView.Head head = head(person, year);
        List<String> own = briefs.own(person, year);
        return overviews
                .of(person, year)
                .map(o -> pages.page(HttpStatus.OK, "year/overview", Map.of("head", head, "o", o, "own", own)))
                .orElseThrow(FileErrors.Missing::new);
    }

    @GetMapping("/nam/{year}/diem/ket-qua/{number:[1-9][0-9]{0,5}}")
    ResponseEntity<String> result(
            @PathVariable("year") String year, @PathVariable("number") int number, HttpServletRequest request) {
        String person = caller.reading(request);
        YearView.Head head = head(person, year);
        return overviews
                .result(person, year, number)
                .map(one -> pages.page(
                        HttpStatus.OK,
                        "year/result",
                        Map.of(
                                "head",
                                head,
                                "o",
                                one.overview(),
                                "v",
                                one.version(),
                                "differences",
                                one.differences())))
                .orElseThrow(FileErrors.Missing::new);
    }

    private YearView.Head head(String person, String year) {
        return reading.head(person, year).orElseThrow(FileErrors.Missing::new);
    }
}
