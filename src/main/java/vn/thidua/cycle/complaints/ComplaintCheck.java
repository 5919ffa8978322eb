package vn.thidua.cycle.complaints;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRefused;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.YearStore;

/** Holds what is filed or ruled against the year, the table in force and what is frozen. Refusals are sentences. */
@Component
class ComplaintCheck {
    private final YearStore years;
    private final CriteriaTables tables;
    private final SheetStore sheets;
    private final Results results;
    private final ComplaintTimes times;

    ComplaintCheck(YearStore years, CriteriaTables tables, SheetStore sheets, Results results, ComplaintTimes times) {
        this.years = years;
        this.tables = tables;
        this.sheets = sheets;
        this.results = results;
        this.times = times;
    }

    /**
     * The frozen result that a complaint filed now would be about.
     *
     * @throws DutyRefused before the freeze and once the year is over
     */
    Result frozen(String yearId, Instant now) {
        if (!years.get(yearId).running() || !now.isBefore(times.close(yearId))) {
            throw new DutyRefused(ComplaintWords.of("refused.yearOver"));
        }
        return results.latest(yearId, Result.Kind.FROZEN)
                .orElseThrow(() -> new DutyRefused(ComplaintWords.of("refused.notFrozen")));
    }

    /** @throws DutyRefused where the table has no such line */
    Line line(String yearId, String code) {
        return CriteriaTable.lines(tables.content(yearId)).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new DutyRefused(ComplaintWords.of("refused.line", code)));
    }

    /** @throws DutyRefused where the unit has no sheet in this year */
    Sheet sheet(String yearId, String unit) {
        return sheets.find(yearId, unit).orElseThrow(() -> new DutyRefused(ComplaintWords.of("refused.unit", unit)));
    }

    /** What is frozen in a line. */
    Figure frozen(Sheet sheet, Line line) {
        return sheet.figure(line.code(), Column.AGREED);
    }

    /**
     * The figure that is to stand there instead.
     *
     * @throws DutyRefused where it does not fit its line, or stands there already
     */
    Figure other(String yearId, String unit, String code, TypedFigure typed) {
        Line line = line(yearId, code);
        Figure figure = typed.checked(line);
        if (Sheet.same(line, figure, frozen(sheet(yearId, unit), line))) {
            throw new DutyRefused(ComplaintWords.of("refused.same", code));
        }
        return figure;
    }

    /** @throws DutyRefused once the year is over, or leader and deputy are out of time */
    void inTime(Complaint complaint, Instant at) {
        if (!at.isBefore(complaint.dueAt())) {
            throw new vn.thidua.duty.TooLate(ComplaintWords.of("refused.late", Vietnam.words(complaint.dueAt())));
        }
    }
}
