package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.cycle.reading.YearView;
import vn.thidua.scoring.brief.Briefs;
import vn.thidua.scoring.pack.Directions;
import vn.thidua.scoring.pack.Pack;
import vn.thidua.scoring.pack.PackWorkbook;
import vn.thidua.scoring.pack.Packs;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;
import vn.thidua.web.page.HtmlPages;

/** The pack for the conference (S3-01): to read, to download, and for the leader's office to enter directions. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/nam/{year}/ho-so-hoi-nghi")
class PackPages {
    private final Packs packs;
    private final Directions directions;
    private final Briefs briefs;
    private final BoardViews boards;
    private final YearReading reading;
    private final FileCaller caller;
    private final HtmlPages pages = new HtmlPages();

    PackPages(
            Packs packs,
            Directions directions,
            Briefs briefs,
            BoardViews boards,
            YearReading reading,
            FileCaller caller) {
        this.packs = packs;
        this.directions = directions;
        this.briefs = briefs;
        this.boards = boards;
        this.reading = reading;
        this.caller = caller;
    }

    /** @param replaced the entry that is corrected or taken back; null for one more */
    record Directed(
            @Nullable Long replaced,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String day,
            @Nullable String summary) {}

    /** Before there is a result to see the page says from when on there is. */
    @GetMapping({"", "/"})
    ResponseEntity<String> page(@PathVariable("year") String year, HttpServletRequest request) {
        String person = caller.reading(request);
        YearView.Head head = reading.head(person, year).orElseThrow(FileErrors.Missing::new);
        if (!boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        Optional<Pack> pack = packs.of(person, year);
        List<String> own = briefs.own(person, year);
        return pack.map(p -> pages.page(HttpStatus.OK, "year/pack", Map.of("head", head, "pack", p, "own", own)))
                .orElseGet(() -> pages.page(HttpStatus.OK, "year/pack-later", Map.of("head", head, "own", own)));
    }

    @GetMapping("/ho-so-hoi-nghi.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable("year") String year, HttpServletRequest request, HttpServletResponse response) {
        Pack pack = packs.of(caller.reading(request), year).orElseThrow(FileErrors.Missing::new);
        return Downloads.workbook(Optional.of(PackWorkbook.of(pack)), "ho-so-hoi-nghi-" + year, response);
    }

    @PostMapping("/chi-dao")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void direct(@PathVariable("year") String year, @RequestBody Directed body, HttpServletRequest request) {
        String person = caller.changing(request);
        if (!boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        directions.enter(person, year, body.replaced(), body.issuer(), body.number(), body.day(), body.summary());
    }
}
