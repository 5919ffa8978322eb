package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.scoring.criteria.workbook.CriteriaWorkbook;
import vn.thidua.scoring.drafting.CriteriaDrafting;
import vn.thidua.scoring.drafting.CriteriaSubject;
import vn.thidua.scoring.drafting.Preview;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;

/** What is done on the pages of the criteria table. Who may is decided behind it, anew for every request. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/nam/{year}/tieu-chi")
class CriteriaRequests {
    private final CriteriaDrafting drafting;
    private final CommentRounds rounds;
    private final RoundTasks tasks;
    private final YearReading reading;
    private final FileCaller caller;

    CriteriaRequests(
            CriteriaDrafting drafting, CommentRounds rounds, RoundTasks tasks, YearReading reading, FileCaller caller) {
        this.drafting = drafting;
        this.rounds = rounds;
        this.tasks = tasks;
        this.reading = reading;
        this.caller = caller;
    }

    record Ends(@Nullable String ends) {}

    record Reason(@Nullable String reason, @Nullable Integer version) {}

    record Said(@Nullable String place, @Nullable String text) {}

    record Answered(@Nullable String decision, @Nullable String text) {}

    record Done(@Nullable String answer, @Nullable String text) {}

    record Draft(int version) {}

    @PostMapping("/xem-truoc")
    Preview preview(@PathVariable("year") String year, HttpServletRequest request) throws IOException {
        String person = member(year, request);
        return drafting.preview(year, file(request), person);
    }

    @PostMapping("/du-thao")
    Draft accept(@PathVariable("year") String year, @RequestParam("sau") int base, HttpServletRequest request)
            throws IOException {
        String person = member(year, request);
        return new Draft(drafting.accept(year, file(request), base, person).version());
    }

    @PostMapping("/lay-y-kien")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable("year") String year, @RequestBody Ends body, HttpServletRequest request) {
        rounds.open(year, CriteriaSubject.CODE, instant(body.ends()), member(year, request));
    }

    @PostMapping("/huy-lay-y-kien")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable("year") String year, @RequestBody Reason body, HttpServletRequest request) {
        rounds.withdraw(year, CriteriaSubject.CODE, body.reason(), member(year, request));
    }

    @PostMapping("/y-kien")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(@PathVariable("year") String year, @RequestBody Said body, HttpServletRequest request) {
        rounds.comment(year, CriteriaSubject.CODE, body.place(), body.text(), member(year, request));
    }

    @PostMapping("/y-kien/{comment:[0-9]{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable("year") String year,
            @PathVariable("comment") long comment,
            @RequestBody Answered body,
            HttpServletRequest request) {
        String person = member(year, request);
        if (body.decision() == null) {
            throw new DutyRefused("Chưa chọn tiếp thu hay giải trình. Chọn một trong hai rồi gửi lại.");
        }
        rounds.answer(year, comment, body.decision().equals("accept"), body.text(), person);
    }

    @PostMapping("/tra-loi")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable("year") String year, @RequestBody Done body, HttpServletRequest request) {
        tasks.say(year, member(year, request), body.answer(), body.text());
    }

    @PostMapping("/ban-hanh")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void issue(@PathVariable("year") String year, @RequestBody Reason body, HttpServletRequest request) {
        String person = member(year, request);
        drafting.issueNewVersion(year, body.version() == null ? 0 : body.version(), body.reason(), person);
    }

    /** Others find nothing here, as on the page. */
    private String member(String year, HttpServletRequest request) {
        String person = caller.changing(request);
        if (reading.head(person, year).isEmpty()) {
            throw new FileErrors.Missing();
        }
        return person;
    }

    /** One byte more than allowed is enough to refuse. */
    private static byte[] file(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(CriteriaWorkbook.MOST_BYTES + 1);
    }

    /** As a browser's field for day and hour sends it, in Vietnamese time. */
    private static Instant instant(@Nullable String text) {
        try {
            return Vietnam.at(LocalDateTime.parse(text == null ? "" : text));
        } catch (DateTimeException e) {
            throw new DutyRefused("Chưa có ngày, giờ kết thúc lấy ý kiến. Chọn đủ ngày và giờ rồi gửi lại.");
        }
    }
}
