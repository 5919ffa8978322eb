package vn.thidua.rehearsal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.Scoring;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Function;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetNotes;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.year.YearStore;

/**
 * The figures of a rehearsal: the same every time, plausible, with lines that the appraisers judge differently, lines for which the
 * meeting lets evidence be supplied, and supplements that change what was agreed. Set through the services of a real year.
 */
@Component
public class SampleScores {
    private static final String MARKED = "supplementable";

    private final SheetStore sheets;
    private final Sheets service;
    private final SheetNotes notes;
    private final Scoring scoring;
    private final DutyRepository duties;
    private final YearStore years;

    SampleScores(
            SheetStore sheets,
            Sheets service,
            SheetNotes notes,
            Scoring scoring,
            DutyRepository duties,
            YearStore years) {
        this.sheets = sheets;
        this.service = service;
        this.notes = notes;
        this.scoring = scoring;
        this.duties = duties;
        this.years = years;
    }

    /**
     * What the person does on the sheet before pressing Complete; nothing for duties without one.
     *
     * @param answers of a script: under {@code supplementable} the lines that the meeting marks
     */
    public void prepare(DutyKey key, String person, Map<String, Object> answers) {
        Duty duty = duties.get(key);
        if (!DocumentForms.withSheet(duty)) {
            return;
        }
        switch (key.type()) {
            case SELF_SCORE -> selfScore(key, person);
            case APPRAISAL -> appraise(key, person);
            case MEETING_RESULT -> agree(key.yearId(), ScoreDuties.unit(key), person, answers);
            case FREEZE -> settle(key.yearId(), person);
            default -> {}
        }
    }

    private void selfScore(DutyKey key, String person) {
        Sheet sheet = sheet(key.yearId(), key.party());
        List<Sheets.Write> writes = new ArrayList<>();
        for (Line line : sheet.lines()) {
            add(writes, sheet, line, Column.SELF, self(sheet.unit(), line), "");
        }
        write(person, key.yearId(), sheet, writes);
    }

    private void appraise(DutyKey key, String person) {
        Plan plan = years.plan(key.yearId());
        Sheet sheet = sheet(key.yearId(), ScoreDuties.unit(key));
        Column column = ScoreDuties.column(plan, key);
        List<Sheets.Write> writes = new ArrayList<>();
        for (Line line : sheet.lines()) {
            Figure self = sheet.counted(line.code(), Column.SELF);
            Figure figure = self.none() ? self(sheet.unit(), line) : self;
            Random chance = chance(sheet.unit(), line, column.name());
            boolean doubts = line.kind() == Line.Kind.CRITERION && chance.nextInt(12) == 0;
            if (doubts && figure.points() != null && figure.points().compareTo(line.step()) >= 0) {
                figure = new Figure(figure.points().subtract(line.step()), figure.bonus(), null);
            }
            boolean differs = !Sheet.same(line, figure, self);
            add(
                    writes,
                    sheet,
                    line,
                    column,
                    figure,
                    differs ? "Minh chứng chưa thể hiện đầy đủ kết quả, điều chỉnh theo hồ sơ" : "");
        }
        write(person, key.yearId(), sheet, writes);
    }

    /** Contested lines are agreed on as proposed, marked ones lower for the time being. */
    private void agree(String yearId, String unit, String person, Map<String, Object> answers) {
        Sheet sheet = sheet(yearId, unit);
        List<String> marked = answers.get(MARKED) instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of(sheet.lines().get(0).code());
        List<Sheets.Write> writes = new ArrayList<>();
        for (Line line : sheet.lines()) {
            if (marked.contains(line.code())) {
                if (!sheet.marked(line.code())) {
                    notes.say(
                            person,
                            yearId,
                            unit,
                            line.code(),
                            Note.Kind.MARKED,
                            "Bổ sung văn bản gốc ký số của dòng này");
                }
                add(writes, sheet, line, Column.AGREED, forTheTimeBeing(sheet, line), "Chờ minh chứng bổ sung");
            } else if (Results.open(sheet, line)) {
                add(
                        writes,
                        sheet,
                        line,
                        Column.AGREED,
                        orNothing(line, sheet.proposed(line)),
                        "Thống nhất tại cuộc họp");
            }
        }
        write(person, yearId, sheet, writes);
    }

    /** Marked lines rise to the self-score where something was supplied; the difference is told before the first of the two freezes. */
    private void settle(String yearId, String person) {
        if (duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received)) {
            return;
        }
        Plan plan = years.plan(yearId);
        for (Sheet sheet : sheets.all(yearId).values()) {
            boolean supplied = duties.find(DutyKey.of(yearId, DutyType.SUPPLEMENT, sheet.unit()))
                    .filter(duty -> duty.received() && duty.state() != Duty.State.DECLINED)
                    .isPresent();
            List<Sheets.Write> writes = new ArrayList<>();
            for (Line line : sheet.lines()) {
                Figure self = sheet.counted(line.code(), Column.SELF);
                if (sheet.marked(line.code()) && supplied && !self.none()) {
                    add(writes, sheet, line, Column.AGREED, self, "Chấp nhận minh chứng bổ sung");
                } else if (Results.open(sheet, line)) {
                    add(
                            writes,
                            sheet,
                            line,
                            Column.AGREED,
                            orNothing(line, sheet.proposed(line)),
                            "Thống nhất khi chốt");
                }
            }
            if (!writes.isEmpty()) {
                write(officer(plan, Seats.leaderFor(plan, sheet.unit())), yearId, sheet, writes);
            }
        }
        scoring.circulate(yearId, person);
    }

    private static String officer(Plan plan, String unit) {
        return plan.people(unit).stream()
                .filter(p -> p.function() == Function.EMULATION_OFFICER)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Figure forTheTimeBeing(Sheet sheet, Line line) {
        Figure proposed = orNothing(line, sheet.proposed(line));
        if (proposed.points() == null) {
            return proposed;
        }
        int steps = 1 + chance(sheet.unit(), line, "meeting").nextInt(6);
        BigDecimal lower = proposed.points().subtract(line.step().multiply(BigDecimal.valueOf(steps)));
        return new Figure(lower.max(BigDecimal.ZERO), proposed.bonus(), null);
    }

    private static Figure orNothing(Line line, Figure proposed) {
        return proposed.none() && line.kind() == Line.Kind.CRITERION ? Figure.points("0") : proposed;
    }

    private static Figure self(String unit, Line line) {
        Random chance = chance(unit, line, "SELF");
        return switch (line.kind()) {
            case CRITERION -> {
                int steps = Math.max(0, chance.nextInt(6) - 3);
                BigDecimal points = line.max().subtract(line.step().multiply(BigDecimal.valueOf(steps)));
                BigDecimal bonus = line.bonusMax() != null && chance.nextInt(4) == 0 ? line.bonusMax() : null;
                yield new Figure(points.max(BigDecimal.ZERO), bonus, null);
            }
            case BONUS -> chance.nextInt(5) == 0 ? new Figure(null, line.max(), null) : Figure.NONE;
            case PENALTY -> new Figure(null, null, chance.nextInt(10) == 0 ? 1 : 0);
        };
    }

    private static Random chance(String unit, Line line, String what) {
        return new Random((unit + "/" + line.code() + "/" + what).hashCode() * 2_654_435_761L);
    }

    private static void add(
            List<Sheets.Write> writes, Sheet sheet, Line line, Column column, Figure figure, String reason) {
        Long base = sheet.entry(line.code(), column).map(Entry::id).orElse(null);
        Figure given = line.deduct() != null && line.kind() == Line.Kind.PENALTY
                ? new Figure(null, null, figure.count())
                : figure;
        if (base != null || !given.none()) {
            writes.add(new Sheets.Write(line.code(), column, base, given, reason));
        }
    }

    private void write(String person, String yearId, Sheet sheet, List<Sheets.Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        for (Sheets.Written written : service.writeAll(person, yearId, sheet.unit(), writes)) {
            if (written.problem() != null) {
                throw written.problem();
            }
        }
    }

    private Sheet sheet(String yearId, String unit) {
        return sheets.find(yearId, unit).orElseThrow();
    }
}
