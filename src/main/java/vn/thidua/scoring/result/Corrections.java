package vn.thidua.scoring.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.DutyRefused;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;

/** Corrects what is frozen, by a recorded ruling and by nothing else (rules.md, "Scores"). */
@Service
public class Corrections {
    private final ScoreRepository scores;
    private final SheetStore store;
    private final Results results;
    private final ResultMaking making;
    private final CriteriaTables tables;
    private final Journal journal;

    Corrections(
            ScoreRepository scores,
            SheetStore store,
            Results results,
            ResultMaking making,
            CriteriaTables tables,
            Journal journal) {
        this.scores = scores;
        this.store = store;
        this.results = results;
        this.making = making;
        this.tables = tables;
        this.journal = journal;
    }

    /** What a ruling puts in place of a frozen figure. */
    public record Correction(String unit, String line, Figure figure) {}

    /**
     * A recorded ruling corrects the frozen result: the figures are agreed anew and a new frozen result stands beside the old. The only
     * way to set a figure after the freeze.
     *
     * @param reason of the ruling
     * @param by who ruled, as an officer of {@code party}
     * @throws DutyRefused where nothing is frozen, no reason is given, or a figure stands already
     * @throws FigureCheck.Refused where a figure does not fit its line
     */
    @Transactional
    public Result correct(String yearId, List<Correction> corrections, String reason, String by, String party) {
        scores.lock(yearId);
        if (results.latest(yearId, Result.Kind.FROZEN).isEmpty()) {
            throw new DutyRefused("Kết quả chưa chốt nên chưa có gì để sửa theo quyết định.");
        }
        if (reason.isBlank() || corrections.isEmpty()) {
            throw new DutyRefused("Quyết định sửa kết quả đã chốt phải nêu điểm được sửa và lý do.");
        }
        List<Map<String, Object>> entered = new ArrayList<>();
        for (Correction correction : corrections) {
            entered.add(enter(yearId, correction, reason, by, party));
        }
        Result made = making.make(yearId, Result.Kind.FROZEN, by, reason);
        Map<String, Object> detail = new LinkedHashMap<>(making.journalled(made));
        detail.put("reason", reason);
        detail.put("corrections", entered);
        journal.record(yearId, JournalEvent.FROZEN, DutyCode.FREEZE.code(), null, by, detail);
        return made;
    }

    private Map<String, Object> enter(String yearId, Correction correction, String reason, String by, String party) {
        Sheet sheet = store.find(yearId, correction.unit())
                .orElseThrow(() -> new DutyRefused("Đơn vị «" + correction.unit() + "» không có bảng điểm."));
        Line line = sheet.lines().stream()
                .filter(l -> l.code().equals(correction.line()))
                .findFirst()
                .orElseThrow(
                        () -> new DutyRefused("Bảng tiêu chí đang áp dụng không có dòng «" + correction.line() + "»."));
        Figure figure = FigureCheck.checked(line, correction.figure());
        Figure frozen = sheet.figure(line.code(), Column.AGREED);
        if (figure.none() || Sheet.same(line, figure, frozen)) {
            throw new DutyRefused("Dòng " + line.code() + ": điểm sửa phải có và khác điểm đã chốt.");
        }
        Entry entry = scores.insert(
                        yearId,
                        new ScoreRepository.New(
                                sheet.unit(),
                                line.code(),
                                Column.AGREED,
                                tables.inForce(yearId).orElseThrow().version(),
                                figure,
                                reason,
                                by,
                                party,
                                Entry.Act.SET,
                                sheet.entry(line.code(), Column.AGREED)
                                        .map(Entry::id)
                                        .orElse(null)))
                .orElseThrow(() -> new IllegalStateException("somebody writes agreed figures without the year's lock"));
        return Map.of(
                "unit", entry.unit(),
                "line", entry.line(),
                "entry", entry.id(),
                "from", Sheets.words(frozen),
                "to", Sheets.words(figure));
    }
}
