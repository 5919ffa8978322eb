package vn.thidua.scoring.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.Journal;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** A unit's sheet for one person: only what {@link SheetRights} lets them see. */
@Service
@Transactional(readOnly = true)
public class SheetViews {
    private final SheetStore store;
    private final ScoreRepository scores;
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final KnownInputs known;
    private final Conflicts conflicts;
    private final DutyRepository duties;
    private final SubmissionRepository files;
    private final DutyTexts texts;
    private final YearStore years;
    private final TimeSource time;

    SheetViews(
            SheetStore store,
            ScoreRepository scores,
            CriteriaTables tables,
            SheetAccess access,
            KnownInputs known,
            Conflicts conflicts,
            DutyRepository duties,
            SubmissionRepository files,
            DutyTexts texts,
            YearStore years,
            TimeSource time) {
        this.store = store;
        this.scores = scores;
        this.tables = tables;
        this.access = access;
        this.known = known;
        this.conflicts = conflicts;
        this.duties = duties;
        this.files = files;
        this.texts = texts;
        this.years = years;
        this.time = time;
    }

    /** Empty where there is no such sheet, or nothing of it is the person's to see. */
    public Optional<SheetView> of(String person, String yearId, String unit) {
        if (years.find(yearId).isEmpty() || years.plan(yearId).unit(unit).isEmpty()) {
            return Optional.empty();
        }
        long stand = scores.stand(yearId);
        SheetRights rights = access.rights(person, yearId, unit);
        return rights.nothing()
                ? Optional.empty()
                : store.find(yearId, unit)
                        .map(sheet -> view(person, years.planWithFormerPeople(yearId), sheet, rights, stand));
    }

    /** The sheet with every column, for nobody in particular; empty where the unit has none. */
    public Optional<SheetView> whole(String yearId, String unit) {
        long stand = scores.stand(yearId);
        return store.find(yearId, unit).map(sheet -> {
            Set<Column> all = EnumSet.of(Column.SELF, Column.AGREED);
            all.addAll(sheet.appraisers());
            SheetRights everything = new SheetRights(all, Set.of(), false, false, false, false, "");
            return view(Journal.SYSTEM, years.planWithFormerPeople(yearId), sheet, everything, stand);
        });
    }

    /** What happened to a line, the latest first; empty where the person sees nothing of the sheet. */
    public Optional<SheetView.Past> past(String person, String yearId, String unit, String line) {
        if (years.find(yearId).isEmpty() || years.plan(yearId).unit(unit).isEmpty()) {
            return Optional.empty();
        }
        SheetRights rights = access.rights(person, yearId, unit);
        if (rights.nothing()) {
            return Optional.empty();
        }
        Plan plan = years.planWithFormerPeople(yearId);
        Set<String> replaced = conflicts.people(yearId, unit);
        List<Entry> entries = new ArrayList<>(scores.history(yearId, unit, line));
        Collections.reverse(entries);
        List<SheetView.NoteView> notes = scores.notes(yearId, unit).stream()
                .filter(note -> note.line().equals(line))
                .sorted(Comparator.comparingLong(Note::id).reversed())
                .map(note -> CellViews.note(plan, note))
                .toList();
        return Optional.of(new SheetView.Past(
                entries.stream()
                        .filter(entry -> rights.visible().contains(entry.column()))
                        .map(entry -> new SheetView.PastCell(
                                entry.column(), CellViews.cell(plan, entry, 0, replaced.contains(entry.by()))))
                        .toList(),
                notes));
    }

    /** One cell, as it is after a write. */
    public SheetView.Cell cell(String yearId, Entry entry) {
        int changes = scores.changes(yearId, entry.unit()).getOrDefault(entry.line() + "/" + entry.column(), 1);
        return CellViews.cell(
                years.planWithFormerPeople(yearId),
                entry,
                changes,
                conflicts.people(yearId, entry.unit()).contains(entry.by()));
    }

    private SheetView view(String person, Plan plan, Sheet sheet, SheetRights rights, long stand) {
        String yearId = plan.yearId();
        CriteriaTable table = tables.inForce(yearId).orElseThrow();
        Map<String, Integer> changes = scores.changes(yearId, sheet.unit());
        Map<String, Integer> fileCounts = fileCounts(yearId, sheet.unit());
        Set<String> replaced = conflicts.people(yearId, sheet.unit());
        List<SheetView.LineView> lines = new ArrayList<>();
        boolean contestedShown = rights.visible().containsAll(sheet.appraisers());
        for (Line line : sheet.lines()) {
            Map<Column, SheetView.Cell> cells = new EnumMap<>(Column.class);
            for (Column column : rights.visible()) {
                sheet.entry(line.code(), column)
                        .ifPresent(entry -> cells.put(
                                column,
                                CellViews.cell(
                                        plan,
                                        entry,
                                        changes.getOrDefault(line.code() + "/" + column, 1),
                                        replaced.contains(entry.by()))));
            }
            boolean carried = rights.visible().stream()
                    .flatMap(column -> sheet.entry(line.code(), column).stream())
                    .anyMatch(entry -> entry.act() == Entry.Act.CARRIED);
            lines.add(new SheetView.LineView(
                    line.code(),
                    line.kind().name(),
                    line.group(),
                    line.name(),
                    Decimals.text(line.max()),
                    Decimals.text(line.step()),
                    CellViews.text(line.bonusMax()),
                    CellViews.deduct(line),
                    line.penaltyText(),
                    line.evidence(),
                    line.supplier(),
                    known(yearId, sheet.unit(), line),
                    fileCounts.get(line.code()),
                    contestedShown && sheet.contested(line),
                    sheet.marked(line.code()),
                    carried,
                    cells,
                    sheet.notes(line.code()).stream()
                            .map(note -> CellViews.note(plan, note))
                            .toList()));
        }
        Column mine = rights.writable().stream()
                .filter(c -> c != Column.AGREED)
                .findFirst()
                .orElse(null);
        Duty duty = mine == null
                ? null
                : duties.find(SheetAccess.key(plan, sheet.unit(), mine)).orElse(null);
        return new SheetView(
                yearId,
                DutyTexts.yearName(plan),
                sheet.unit(),
                DutyTexts.partyName(plan, sheet.unit()),
                new SheetView.Table(
                        table.version(), table.state().name(), table.content().reference()),
                time.now(),
                stand,
                new SheetView.Person(person, CellViews.person(plan, person)),
                evidence(plan, sheet.unit(), rights),
                mine == null ? "READ" : mine.name(),
                duty == null ? null : heading(plan, duty),
                rights.visible().stream().sorted().toList(),
                rights.writable(),
                rights.whyNot(),
                rights.mayExplain(),
                rights.mayObject(),
                rights.mayMark(),
                handedIn(plan, sheet.unit(), rights),
                mine == null ? null : saved(plan, sheet, mine),
                CellViews.groups(table.content()),
                lines);
    }

    /** Where the files are that go with the self-score: with its own duty, whoever looks. */
    private @Nullable Long evidence(Plan plan, String unit, SheetRights rights) {
        return rights.visible().contains(Column.SELF)
                ? duties.find(SheetAccess.key(plan, unit, Column.SELF))
                        .map(Duty::id)
                        .orElse(null)
                : null;
    }

    private SheetView.Heading heading(Plan plan, Duty duty) {
        return new SheetView.Heading(
                texts.title(plan, duty),
                texts.boundary(duty),
                duty.effectiveDeadline(),
                DutyTexts.consequence(duty.type()),
                DutyTexts.contact(plan, duty.type()));
    }

    private SheetView.@Nullable Known known(String yearId, String unit, Line line) {
        return known.of(yearId, unit, line)
                .map(k -> new SheetView.Known(
                        k.text(),
                        CellViews.text(k.figure().points()),
                        CellViews.text(k.figure().bonus()),
                        k.figure().count()))
                .orElse(null);
    }

    private Map<Column, SheetView.HandedIn> handedIn(Plan plan, String unit, SheetRights rights) {
        Map<Column, SheetView.HandedIn> in = new LinkedHashMap<>();
        rights.visible().stream()
                .filter(column -> column != Column.AGREED)
                .sorted()
                .forEach(column -> duties.find(SheetAccess.key(plan, unit, column))
                        .filter(Duty::received)
                        .flatMap(duties::current)
                        .ifPresent(receipt -> in.put(
                                column,
                                new SheetView.HandedIn(receipt.receivedAt(), CellViews.person(plan, receipt.by())))));
        return in;
    }

    private static SheetView.@Nullable Saved saved(Plan plan, Sheet sheet, Column column) {
        return sheet.cells().values().stream()
                .flatMap(cells -> Stream.ofNullable(cells.get(column)))
                .max(Comparator.comparing(Entry::at))
                .map(entry -> new SheetView.Saved(entry.at(), CellViews.person(plan, entry.by())))
                .orElse(null);
    }

    /** Evidence of each line, of the self-score and the supplement together; no count for lines without any. */
    private Map<String, Integer> fileCounts(String yearId, String unit) {
        Map<String, Integer> counts = new HashMap<>();
        for (DutyType type : List.of(DutyType.SELF_SCORE, DutyType.SUPPLEMENT)) {
            duties.find(DutyKey.of(yearId, type, unit))
                    .ifPresent(duty -> files.ofDuty(duty.id()).stream()
                            .filter(Submission::current)
                            .forEach(file -> counts.merge(file.slot(), 1, Integer::sum)));
        }
        return counts;
    }
}
