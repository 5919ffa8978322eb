package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.scoring.brief.Briefs;
import vn.thidua.scoring.sheet.SheetViews;
import vn.thidua.web.page.HtmlPages;
import vn.thidua.web.year.SignIn;

/** A unit's sheet outside of Tasklist (score-page-1.js): to explain contested lines, and to read figures with their history (S2-13). */
@RestController
@ConditionalOnWebApplication
class SheetPages {
    private final YearReading reading;
    private final SheetViews sheets;
    private final Briefs briefs;
    private final SignIn signIn;
    private final HtmlPages pages = new HtmlPages();

    SheetPages(YearReading reading, SheetViews sheets, Briefs briefs, SignIn signIn) {
        this.reading = reading;
        this.sheets = sheets;
        this.briefs = briefs;
        this.signIn = signIn;
    }

    @GetMapping("/nam/{year}/diem/{unit}")
    ResponseEntity<String> sheet(
            @PathVariable("year") String year, @PathVariable("unit") String unit, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> sheets.of(person, year, unit)
                        .flatMap(view -> reading.head(person, year)
                                .map(head -> pages.page(
                                        HttpStatus.OK,
                                        "year/sheet",
                                        Map.of(
                                                "head",
                                                head,
                                                "unit",
                                                unit,
                                                "unitName",
                                                view.unitName(),
                                                "brief",
                                                briefs.own(person, year, unit)))))
                        .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "year/missing", Map.of())));
    }
}
