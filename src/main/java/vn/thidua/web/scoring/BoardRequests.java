package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.thidua.cycle.Scoring;
import vn.thidua.scoring.papers.ScorePapers;
import vn.thidua.scoring.result.Board;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.scoring.sheet.StaleCell;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;

/** What the board asks and does, beside agreeing on figures, which is done on sheets. Who may is decided behind it, every time anew. */
@RestController
@ConditionalOnWebApplication
class BoardRequests {
    private final BoardViews boards;
    private final CellAnswers answers;
    private final Sheets sheets;
    private final ScoreRepository scores;
    private final ScoreStream stream;
    private final ScorePapers papers;
    private final Scoring scoring;
    private final FileCaller caller;

    BoardRequests(
            BoardViews boards,
            CellAnswers answers,
            Sheets sheets,
            ScoreRepository scores,
            ScoreStream stream,
            ScorePapers papers,
            Scoring scoring,
            FileCaller caller) {
        this.boards = boards;
        this.answers = answers;
        this.sheets = sheets;
        this.scores = scores;
        this.stream = stream;
        this.papers = papers;
        this.scoring = scoring;
        this.caller = caller;
    }

    record Undo(@Nullable Long entry) {}

    /** The cluster's comparison as Excel. */
    @GetMapping("/diem/{year}/so-sanh.xlsx")
    ResponseEntity<byte[]> comparison(
            @PathVariable("year") String year, HttpServletRequest request, HttpServletResponse response) {
        String person = caller.reading(request);
        if (!boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        return Downloads.workbook(papers.comparison(person, year), "so-sanh", response);
    }

    @GetMapping("/diem/{year}/bang")
    Board board(@PathVariable("year") String year, HttpServletRequest request) {
        return boards.of(caller.reading(request), year).orElseThrow(FileErrors.Missing::new);
    }

    @PostMapping("/diem/{year}/hoan-tac")
    ResponseEntity<?> undo(@PathVariable("year") String year, @RequestBody Undo undo, HttpServletRequest request) {
        String person = caller.changing(request);
        if (undo.entry() == null || !boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        try {
            Entry entry = sheets.undo(person, year, undo.entry());
            return answers.set(year, entry);
        } catch (StaleCell e) {
            return answers.stale(year, e);
        }
    }

    /** The difference to the provisional result goes to all members; after it both may freeze. */
    @PostMapping("/diem/{year}/thong-bao")
    Scoring.Circulated circulate(@PathVariable("year") String year, HttpServletRequest request) {
        String person = caller.changing(request);
        if (!boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        return scoring.circulate(year, person);
    }

    /** @param from the stand of what the page shows; an interrupted one goes on where it was */
    @GetMapping(path = "/diem/{year}/thay-doi", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(
            @PathVariable("year") String year,
            @RequestParam(name = "tu", required = false) @Nullable Long from,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request) {
        String person = caller.reading(request);
        if (!boards.mayOpen(person, year)) {
            throw new FileErrors.Missing();
        }
        long stand = last != null && last.matches("\\d{1,18}")
                ? Long.parseLong(last)
                : from == null ? scores.stand(year) : from;
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(stream.follow(person, year, stand));
    }
}
