package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.Scoring;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.web.page.HtmlPages;
import vn.thidua.web.year.SignIn;

/**
 * The page of the scoring meeting's board (board-1.js), which asks the server for its figures by itself. Who does not belong to the
 * year is answered as if there were none; what of the figures anybody may see is decided where they are asked for.
 */
@RestController
@ConditionalOnWebApplication
class BoardPages {
    private final YearReading reading;
    private final Scoring scoring;
    private final SignIn signIn;
    private final HtmlPages pages = new HtmlPages();

    BoardPages(YearReading reading, Scoring scoring, SignIn signIn) {
        this.reading = reading;
        this.scoring = scoring;
        this.signIn = signIn;
    }

    @GetMapping({"/nam/{year}/bang-diem", "/nam/{year}/bang-diem/"})
    ResponseEntity<String> board(@PathVariable("year") String year, HttpServletRequest request) {
        return signIn.required(
                request,
                person -> reading.head(person, year)
                        .map(head -> pages.page(
                                HttpStatus.OK,
                                "year/board",
                                Map.of("head", head, "circulates", scoring.mayCirculate(year, person))))
                        .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "year/missing", Map.of())));
    }
}
