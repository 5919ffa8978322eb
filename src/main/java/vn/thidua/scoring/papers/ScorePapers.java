package vn.thidua.scoring.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.result.ScorePhases;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.SheetViews;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.year.YearStore;

/** Sheets and the comparison table as Excel workbooks: whole, for a rehearsal, or as much as one person may see. */
@Service
@Transactional(readOnly = true)
public class ScorePapers {
    private final SheetViews views;
    private final BoardViews boards;
    private final ScorePhases phases;
    private final ScoreRepository scores;
    private final CriteriaTables tables;
    private final Results results;
    private final YearStore years;

    ScorePapers(
            SheetViews views,
            BoardViews boards,
            ScorePhases phases,
            ScoreRepository scores,
            CriteriaTables tables,
            Results results,
            YearStore years) {
        this.views = views;
        this.boards = boards;
        this.phases = phases;
        this.scores = scores;
        this.tables = tables;
        this.results = results;
        this.years = years;
    }

    /**
     * A unit's whole sheet, whoever asks.
     *
     * @throws NoSuchElementException where it has none
     */
    public byte[] sheet(String yearId, String unit) {
        return workbook(yearId, views.whole(yearId, unit).orElseThrow(), true);
    }

    /** As much of a unit's sheet as the person sees; empty where that is nothing. */
    public Optional<byte[]> sheet(String person, String yearId, String unit) {
        return views.of(person, yearId, unit)
                .map(view -> workbook(yearId, view, boards.mayOpen(person, yearId) && phases.open(yearId)));
    }

    /**
     * All units of a year side by side, whoever asks: the frozen result if there is one, else what the sheets say now.
     *
     * @throws NoSuchElementException before a criteria table came into force
     */
    public byte[] comparison(String yearId) {
        Plan plan = years.plan(yearId);
        Optional<Result> frozen = results.latest(yearId, Result.Kind.FROZEN);
        ResultContent content =
                frozen.map(result -> ResultContent.read(result.content())).orElseGet(() -> results.now(yearId));
        CriteriaTable table = tables.versions(yearId).stream()
                .filter(version -> version.version() == content.table())
                .findFirst()
                .orElseThrow();
        Map<String, String> names = new LinkedHashMap<>();
        plan.units().forEach(unit -> names.put(unit.code(), unit.name()));
        return ComparisonWorkbook.of(new ComparisonWorkbook.Comparison(
                DutyTexts.yearName(plan), status(yearId), table.content(), names, content));
    }

    /** The comparison for a person: from the meeting on, to the members and the standing agency; else empty. */
    public Optional<byte[]> comparison(String person, String yearId) {
        return boards.mayOpen(person, yearId)
                        && phases.open(yearId)
                        && tables.inForce(yearId).isPresent()
                ? Optional.of(comparison(yearId))
                : Optional.empty();
    }

    private byte[] workbook(String yearId, SheetView view, boolean open) {
        return SheetWorkbook.of(
                view, open ? status(yearId) : "Cuộc họp chấm điểm chưa bắt đầu.", history(yearId, view));
    }

    /** What stands behind the figures. */
    private String status(String yearId) {
        Optional<Result> latest = results.latest(yearId);
        if (latest.isEmpty()) {
            return "Chưa có kết quả; số liệu còn có thể thay đổi.";
        }
        Result result = latest.get();
        String made = ScoreWords.of(result.kind()) + ", số " + result.number() + ", lúc " + Vietnam.words(result.at());
        if (result.kind() == Result.Kind.FROZEN) {
            return made + ", SHA-256 " + result.hash();
        }
        return scores.stand(yearId) == result.stand() ? made : made + "; số liệu đã thay đổi từ đó";
    }

    private List<SheetWorkbook.Change> history(String yearId, SheetView view) {
        Plan plan = years.plan(yearId);
        Map<Long, Entry> entries = new HashMap<>();
        List<Dated> dated = new ArrayList<>();
        for (Entry entry : scores.history(yearId, view.unit())) {
            entries.put(entry.id(), entry);
            if (view.columns().contains(entry.column())) {
                Figure before = entry.replaces() == null
                        ? Figure.NONE
                        : entries.get(entry.replaces()).figure();
                dated.add(new Dated(entry.id(), change(plan, entry, before)));
            }
        }
        scores.notes(yearId, view.unit())
                .forEach(note -> dated.add(new Dated(
                        note.id(),
                        new SheetWorkbook.Change(
                                note.at(),
                                note.line(),
                                "",
                                ScoreWords.of(note.kind()),
                                "",
                                "",
                                note.text(),
                                ScoreWords.person(plan, note.by()),
                                DutyTexts.partyName(plan, note.party())))));
        return dated.stream()
                .sorted(Comparator.comparingLong(Dated::id))
                .map(Dated::change)
                .toList();
    }

    private record Dated(long id, SheetWorkbook.Change change) {}

    private static SheetWorkbook.Change change(Plan plan, Entry entry, Figure before) {
        return new SheetWorkbook.Change(
                entry.at(),
                entry.line(),
                ScoreWords.of(entry.column()),
                ScoreWords.of(entry.act()),
                Sheets.words(before),
                entry.figure().none() ? "để trống" : Sheets.words(entry.figure()),
                entry.reason(),
                ScoreWords.person(plan, entry.by()),
                DutyTexts.partyName(plan, entry.party()));
    }
}
