package vn.thidua.scoring.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.papers.ScoreWords;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Totals;
import vn.thidua.year.YearStore;

/** Where the bars of an overview come from: single sheets as one person sees them, a result of all, last year's result. */
@Component
class OverviewRows {
    private final SheetStore store;
    private final SheetAccess access;
    private final CriteriaTables tables;
    private final Results results;
    private final YearStore years;

    OverviewRows(SheetStore store, SheetAccess access, CriteriaTables tables, Results results, YearStore years) {
        this.store = store;
        this.access = access;
        this.tables = tables;
        this.results = results;
        this.years = years;
    }

    /** A bar before it has names and last year's figures. */
    record Bar(
            String unit,
            String whose,
            @Nullable Integer rank,
            List<BigDecimal> groups,
            BigDecimal penalty,
            BigDecimal bonus,
            String band,
            String knockOuts) {

        Overview.Row row(Plan plan, LastYear last) {
            return new Overview.Row(
                    unit,
                    DutyTexts.partyName(plan, unit),
                    whose,
                    rank,
                    groups,
                    penalty,
                    bonus,
                    band,
                    knockOuts,
                    last.of(unit));
        }
    }

    /** A bar for each column with figures that the person sees before the meeting. */
    List<Bar> seen(String person, String yearId, CriteriaTable table) {
        List<Bar> bars = new ArrayList<>();
        for (Sheet sheet : store.all(yearId).values()) {
            Set<Column> visible = access.rights(person, yearId, sheet.unit()).visible();
            visible.stream()
                    .sorted()
                    .filter(column -> !sheet.column(column).isEmpty())
                    .forEach(column -> bars.add(bar(table, sheet, column)));
        }
        return bars;
    }

    private static Bar bar(CriteriaTable table, Sheet sheet, Column column) {
        Totals totals = Totals.of(table.content(), sheet.lines(), sheet.column(column));
        return new Bar(
                sheet.unit(),
                sheet.in().contains(column) ? column.title() : column.title() + ", chưa nộp",
                null,
                List.copyOf(totals.groups().values()),
                totals.penalty(),
                totals.bonus(),
                "",
                "");
    }

    /** All units of a result, by rank. */
    List<Bar> of(ResultContent content) {
        return content.units().stream()
                .map(unit -> new Bar(
                        unit.unit(),
                        "",
                        unit.rank(),
                        unit.groups().values().stream().map(BigDecimal::new).toList(),
                        new BigDecimal(unit.penalty()),
                        new BigDecimal(unit.bonus()),
                        unit.band() == null ? "" : unit.band(),
                        ScoreWords.knockOuts(unit.knockOuts())))
                .toList();
    }

    /** What the same cluster froze the year before. */
    LastYear lastYear(Plan plan, Criteria table) {
        int year = plan.year() - 1;
        String yearId = plan.cluster().code() + "-" + year;
        return years.find(yearId)
                .flatMap(there -> results.latest(yearId, Result.Kind.FROZEN))
                .map(result -> {
                    ResultContent content = ResultContent.read(result.content());
                    BigDecimal max = tables.versions(yearId).stream()
                            .filter(t -> t.version() == content.table())
                            .findFirst()
                            .orElseThrow()
                            .content()
                            .total();
                    return LastYear.of(year, content, max, table.total());
                })
                .orElseGet(() -> LastYear.none(year));
    }
}
