package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.NoSeat;
import vn.thidua.scoring.papers.ScorePapers;
import vn.thidua.scoring.sheet.CellViews;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetNotes;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.SheetViews;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.scoring.sheet.StaleCell;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;
import vn.thidua.year.YearStore;

/** What sheets ask and do. Who may is decided behind it, anew for every request. */
@RestController
@ConditionalOnWebApplication
class ScoreRequests {
    /** A sheet has at most so many cells that somebody may paste at once. */
    private static final int MOST_CELLS = 1_000;

    private final SheetViews views;
    private final CellAnswers answers;
    private final Sheets sheets;
    private final SheetNotes notes;
    private final SheetAccess access;
    private final ScoreRepository scores;
    private final ScorePapers papers;
    private final YearStore years;
    private final FileCaller caller;

    ScoreRequests(
            SheetViews views,
            CellAnswers answers,
            Sheets sheets,
            SheetNotes notes,
            SheetAccess access,
            ScoreRepository scores,
            ScorePapers papers,
            YearStore years,
            FileCaller caller) {
        this.views = views;
        this.answers = answers;
        this.sheets = sheets;
        this.notes = notes;
        this.access = access;
        this.scores = scores;
        this.papers = papers;
        this.years = years;
        this.caller = caller;
    }

    record CellWrite(
            @Nullable String line,
            @Nullable Column column,
            @Nullable Long base,
            @Nullable String points,
            @Nullable String bonus,
            @Nullable Integer count,
            @Nullable String reason) {}

    record Cells(@Nullable List<CellWrite> cells) {}

    /** @param about whose objection it is, where the meeting's chair notes it down for another unit */
    record Said(
            @Nullable String line,
            Note.@Nullable Kind kind,
            @Nullable String text,
            @Nullable String about) {}

    record Noted(SheetView.NoteView note, long stand) {}

    record Several(List<Map<String, Object>> results, long stand) {}

    @GetMapping("/diem/{year}/don-vi/{unit}")
    SheetView sheet(@PathVariable("year") String year, @PathVariable("unit") String unit, HttpServletRequest request) {
        return views.of(caller.reading(request), year, unit).orElseThrow(FileErrors.Missing::new);
    }

    @GetMapping("/diem/{year}/don-vi/{unit}/lich-su")
    SheetView.Past past(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestParam("dong") String line,
            HttpServletRequest request) {
        return views.past(caller.reading(request), year, unit, line).orElseThrow(FileErrors.Missing::new);
    }

    @PutMapping("/diem/{year}/don-vi/{unit}/o")
    ResponseEntity<?> write(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody CellWrite cell,
            HttpServletRequest request) {
        String person = known(year, unit, caller.changing(request));
        try {
            Entry entry = sheets.write(person, year, unit, write(cell));
            return answers.set(year, entry);
        } catch (StaleCell e) {
            return answers.stale(year, e);
        }
    }

    @PostMapping("/diem/{year}/don-vi/{unit}/nhieu-o")
    Several writeAll(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Cells cells,
            HttpServletRequest request) {
        String person = known(year, unit, caller.changing(request));
        List<CellWrite> wanted = cells.cells() == null ? List.of() : cells.cells();
        if (wanted.size() > MOST_CELLS) {
            throw new DutyRefused(
                    "Dán quá nhiều ô một lần (" + wanted.size() + "); chia thành từng phần " + MOST_CELLS + " ô.");
        }
        List<Map<String, Object>> results = new ArrayList<>();
        List<Sheets.Write> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (CellWrite cell : wanted) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("line", cell.line());
            result.put("column", cell.column());
            try {
                readable.add(write(cell));
                places.add(results.size());
            } catch (FigureCheck.Refused e) {
                result.put("message", e.getMessage());
                result.put("field", e.field());
            }
            results.add(result);
        }
        List<Sheets.Written> written = readable.isEmpty() ? List.of() : sheets.writeAll(person, year, unit, readable);
        for (int i = 0; i < written.size(); i++) {
            results.get(places.get(i)).putAll(outcome(year, written.get(i)));
        }
        return new Several(results, scores.stand(year));
    }

    @PostMapping("/diem/{year}/don-vi/{unit}/ghi-chu")
    Noted note(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Said said,
            HttpServletRequest request) {
        String person = known(year, unit, caller.changing(request));
        if (said.kind() == null || said.line() == null) {
            throw new DutyRefused("Thiếu dòng hoặc loại ghi chú. Tải lại trang.");
        }
        String text = said.text() == null ? "" : said.text();
        boolean forAnother =
                said.about() != null && years.plan(year).unit(said.about()).isPresent() && !text.isBlank();
        if (forAnother
                && (said.kind() != Note.Kind.OBJECTION
                        || !access.rights(person, year, unit).mayMark())) {
            throw new NoSeat("Chỉ người điều hành cuộc họp được ghi ý kiến thay cho đơn vị khác.");
        }
        Note note = notes.say(
                person,
                year,
                unit,
                said.line(),
                said.kind(),
                forAnother ? DutyTexts.partyName(years.plan(year), said.about()) + ": " + text : text);
        return new Noted(CellViews.note(years.planWithFormerPeople(year), note), scores.stand(year));
    }

    /** As Excel, with the columns that the person may see. */
    @GetMapping("/diem/{year}/don-vi/{unit}/bang-diem.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            HttpServletRequest request,
            HttpServletResponse response) {
        String person = known(year, unit, caller.reading(request));
        return Downloads.workbook(papers.sheet(person, year, unit), "bang-diem-" + unit, response);
    }

    private Map<String, Object> outcome(String year, Sheets.Written written) {
        if (written.entry() != null) {
            return Map.of("cell", views.cell(year, written.entry()));
        }
        RuntimeException problem = written.problem();
        if (problem instanceof StaleCell stale) {
            return answers.there(year, stale);
        }
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("message", problem == null ? "" : String.valueOf(problem.getMessage()));
        if (problem instanceof FigureCheck.Refused refused) {
            outcome.put("field", refused.field());
        }
        return outcome;
    }

    /** What somebody may not see does not exist for them. */
    private String known(String year, String unit, String person) {
        if (views.of(person, year, unit).isEmpty()) {
            throw new FileErrors.Missing();
        }
        return person;
    }

    private static Sheets.Write write(CellWrite cell) {
        if (cell.line() == null || cell.column() == null) {
            throw new FigureCheck.Refused("points", "Thiếu dòng hoặc cột của ô. Tải lại trang.");
        }
        return new Sheets.Write(
                cell.line(),
                cell.column(),
                cell.base(),
                new Figure(Decimals.read(cell.points(), "points"), Decimals.read(cell.bonus(), "bonus"), cell.count()),
                cell.reason() == null ? "" : cell.reason());
    }
}
