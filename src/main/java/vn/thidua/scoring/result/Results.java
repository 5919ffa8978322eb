package vn.thidua.scoring.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;

/**
 * Results of a year: provisional when the meeting ends, frozen by two people, corrected only by a ruling that makes a new frozen one
 * beside the old (rules.md, "Scores"). Nothing is ever changed in one.
 */
@Service
public class Results {
    private final JdbcClient jdbc;
    private final ScoreRepository scores;
    private final SheetStore store;
    private final ResultMaking making;
    private final CriteriaTables tables;
    private final Journal journal;

    Results(
            JdbcClient jdbc,
            ScoreRepository scores,
            SheetStore store,
            ResultMaking making,
            CriteriaTables tables,
            Journal journal) {
        this.jdbc = jdbc;
        this.scores = scores;
        this.store = store;
        this.making = making;
        this.tables = tables;
        this.journal = journal;
    }

    /** What changed between two results. @param before empty where it was not in the earlier one */
    public record Difference(String unit, String line, String before, String after) {}

    /** All results, the earliest first. */
    public List<Result> all(String yearId) {
        return jdbc.sql("SELECT * FROM score_result WHERE year_id = ? ORDER BY number")
                .param(yearId)
                .query((rs, n) -> Result.of(rs))
                .list();
    }

    public Optional<Result> latest(String yearId) {
        return jdbc.sql("SELECT * FROM score_result WHERE year_id = ? ORDER BY number DESC LIMIT 1")
                .param(yearId)
                .query((rs, n) -> Result.of(rs))
                .optional();
    }

    public Optional<Result> latest(String yearId, Result.Kind kind) {
        return jdbc.sql("SELECT * FROM score_result WHERE year_id = ? AND kind = ? ORDER BY number DESC LIMIT 1")
                .params(yearId, kind.name())
                .query((rs, n) -> Result.of(rs))
                .optional();
    }

    /** What the sheets say now, without making a result of it. */
    public ResultContent now(String yearId) {
        return making.now(yearId);
    }

    /**
     * The meeting has ended: what nobody contested and nobody agreed on line by line stands as proposed, and the whole is the
     * provisional result. Nothing where the year has no sheets, or is frozen.
     */
    @Transactional
    public Optional<Result> provisional(String yearId, String by) {
        scores.lock(yearId);
        Map<String, Sheet> sheets = store.all(yearId);
        if (sheets.isEmpty() || latest(yearId, Result.Kind.FROZEN).isPresent()) {
            return Optional.empty();
        }
        for (Sheet sheet : sheets.values()) {
            if (sheet.appraised()) {
                adopt(yearId, sheet, "Không có chênh lệch khi kết thúc cuộc họp");
            }
        }
        Result made = making.make(yearId, Result.Kind.PROVISIONAL, by, "");
        journal.record(
                yearId, JournalEvent.PROVISIONAL, DutyCode.SCORING_MEETING.code(), null, by, making.journalled(made));
        return Optional.of(made);
    }

    /** What nobody agreed on although nothing is open about it stands as proposed, and is written down as such. */
    private void adopt(String yearId, Sheet sheet, String reason) {
        int version = tables.inForce(yearId).orElseThrow().version();
        for (Line line : sheet.lines()) {
            Figure proposed = sheet.proposed(line);
            Optional<Entry> agreed = sheet.entry(line.code(), Column.AGREED);
            boolean untouched = agreed.map(Entry::figure).orElse(Figure.NONE).none();
            if (untouched && !proposed.none() && !open(sheet, line)) {
                Optional<Entry> entered = scores.insert(
                        yearId,
                        new ScoreRepository.New(
                                sheet.unit(),
                                line.code(),
                                Column.AGREED,
                                version,
                                proposed,
                                reason,
                                Journal.SYSTEM,
                                "",
                                Entry.Act.PROPOSED,
                                agreed.map(Entry::id).orElse(null)));
                if (entered.isEmpty()) {
                    throw new IllegalStateException("somebody writes agreed figures without the year's lock");
                }
            }
        }
    }

    /** Both have frozen. */
    @Transactional
    public Result freeze(String yearId, String by) {
        adoptAll(yearId);
        return making.make(yearId, Result.Kind.FROZEN, by, "");
    }

    /** What the journal keeps of a result, for the audit to hold it against. */
    public Map<String, Object> journalled(Result result) {
        return making.journalled(result);
    }

    /** Before the freeze: what nobody contested is written down as agreed, for all units. */
    @Transactional
    public void adoptAll(String yearId) {
        scores.lock(yearId);
        store.all(yearId).values().forEach(sheet -> adopt(yearId, sheet, "Không có chênh lệch khi chốt kết quả"));
    }

    /** A line that somebody still has to settle: contested, or a criterion without any figure, and not agreed on. */
    public static boolean open(Sheet sheet, Line line) {
        if (!sheet.figure(line.code(), Column.AGREED).none()) {
            return false;
        }
        return sheet.contested(line)
                || line.kind() == Line.Kind.CRITERION && (sheet.proposed(line).none() || !sheet.appraised());
    }

    /** Units and lines that keep the result from being frozen. */
    public Map<String, List<String>> unsettled(String yearId) {
        Map<String, List<String>> unsettled = new LinkedHashMap<>();
        store.all(yearId).forEach((unit, sheet) -> {
            List<String> lines = sheet.lines().stream()
                    .filter(line -> open(sheet, line))
                    .map(Line::code)
                    .toList();
            if (!lines.isEmpty()) {
                unsettled.put(unit, lines);
            }
        });
        return unsettled;
    }

    /** Figures that differ, by unit and line. */
    public static List<Difference> differences(ResultContent before, ResultContent after) {
        List<Difference> differences = new ArrayList<>();
        after.figures().forEach((unit, lines) -> {
            Map<String, ResultContent.Line> earlier = before.figures().getOrDefault(unit, Map.of());
            java.util.TreeSet<String> codes = new java.util.TreeSet<>(lines.keySet());
            codes.addAll(earlier.keySet());
            for (String code : codes) {
                String was = words(earlier.get(code));
                String is = words(lines.get(code));
                if (!was.equals(is)) {
                    differences.add(new Difference(unit, code, was, is));
                }
            }
        });
        return differences;
    }

    private static String words(ResultContent.@org.jspecify.annotations.Nullable Line line) {
        return line == null ? "" : Sheets.words(line.figure());
    }
}
