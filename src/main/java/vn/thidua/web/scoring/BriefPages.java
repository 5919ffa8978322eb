package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.duty.DutyRefused;
import vn.thidua.scoring.brief.Brief;
import vn.thidua.scoring.brief.BriefPdf;
import vn.thidua.scoring.brief.Briefs;
import vn.thidua.scoring.brief.Pledges;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;
import vn.thidua.web.page.HtmlPages;

/** A unit's brief for its leaders (S1-21): to read, print and write on. For others than the unit's own people it does not exist. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/nam/{year}/diem/{unit}/tom-tat")
class BriefPages {
    private final Briefs briefs;
    private final Pledges pledges;
    private final YearReading reading;
    private final FileCaller caller;
    private final HtmlPages pages = new HtmlPages();

    BriefPages(Briefs briefs, Pledges pledges, YearReading reading, FileCaller caller) {
        this.briefs = briefs;
        this.pledges = pledges;
        this.reading = reading;
        this.caller = caller;
    }

    /** @param base what the person has seen; null where nothing stood there */
    record Proposed(
            @Nullable String line,
            @Nullable Long base,
            @Nullable String text) {}

    record Raised(@Nullable String line) {}

    record Reported(
            @Nullable Integer target,
            @Nullable Long base,
            @Nullable String value,
            @Nullable String remark) {}

    @GetMapping({"", "/"})
    ResponseEntity<String> page(
            @PathVariable("year") String year, @PathVariable("unit") String unit, HttpServletRequest request) {
        String person = caller.reading(request);
        Brief brief = brief(person, year, unit);
        return pages.page(
                HttpStatus.OK,
                "year/brief",
                Map.of("head", reading.head(person, year).orElseThrow(FileErrors.Missing::new), "brief", brief));
    }

    @GetMapping("/tom-tat.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Brief brief = brief(caller.reading(request), year, unit);
        return Downloads.of(BriefPdf.of(brief), MediaType.APPLICATION_PDF, "tom-tat-" + unit + ".pdf", response);
    }

    @PostMapping("/de-xuat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void propose(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Proposed body,
            HttpServletRequest request) {
        briefs.propose(own(year, unit, request), year, unit, line(body.line()), body.base(), body.text());
    }

    @PostMapping("/neu")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void raise(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Raised body,
            HttpServletRequest request) {
        briefs.raise(own(year, unit, request), year, unit, line(body.line()));
    }

    @PostMapping("/chi-tieu")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Reported body,
            HttpServletRequest request) {
        String person = own(year, unit, request);
        int target = body.target() == null ? 0 : body.target();
        pledges.report(person, year, unit, target, body.base(), body.value(), body.remark());
    }

    private Brief brief(String person, String year, String unit) {
        return briefs.of(person, year, unit).orElseThrow(FileErrors.Missing::new);
    }

    private String own(String year, String unit, HttpServletRequest request) {
        String person = caller.changing(request);
        if (!briefs.own(person, year, unit)) {
            throw new FileErrors.Missing();
        }
        return person;
    }

    private static String line(@Nullable String line) {
        if (line == null || line.isBlank()) {
            throw new DutyRefused("Chưa chọn dòng của bảng điểm. Chọn dòng rồi gửi lại.");
        }
        return line;
    }
}
