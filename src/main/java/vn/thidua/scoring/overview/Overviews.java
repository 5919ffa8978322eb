package vn.thidua.scoring.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Plan;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.papers.ScoreWords;
import vn.thidua.scoring.result.Board;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.result.ScorePhases;
import vn.thidua.year.YearStore;

/**
 * The standings for one person, by the rules that sheets and board go by: before the meeting only what the person sees of single
 * sheets and no ranks, from the meeting on everything to members and standing agency (S2-13).
 */
@Service
@Transactional(readOnly = true)
public class Overviews {
    private final BoardViews boards;
    private final ScorePhases phases;
    private final CriteriaTables tables;
    private final Results results;
    private final OverviewRows rows;
    private final YearStore years;

    Overviews(
            BoardViews boards,
            ScorePhases phases,
            CriteriaTables tables,
            Results results,
            OverviewRows rows,
            YearStore years) {
        this.boards = boards;
        this.phases = phases;
        this.tables = tables;
        this.results = results;
        this.rows = rows;
        this.years = years;
    }

    /**
     * An earlier or later result beside the others.
     *
     * @param differences of figures to the result before it, a Vietnamese sentence each
     */
    public record OneResult(Overview overview, Overview.Version version, List<String> differences) {}

    /** Empty where the person is neither of a member nor of the standing agency, or no table was issued yet. */
    public Optional<Overview> of(String person, String yearId) {
        if (!boards.mayOpen(person, yearId)) {
            return Optional.empty();
        }
        return tables.inForce(yearId).map(table -> {
            Board.Phase phase = phases.of(yearId);
            String said = phases.words(yearId, phase);
            if (phase == Board.Phase.BEFORE) {
                List<OverviewRows.Bar> bars = rows.seen(person, yearId, table);
                return overview(
                        yearId,
                        table.content(),
                        false,
                        said,
                        "Chỉ gồm những gì tài khoản này được xem.",
                        bars,
                        List.of());
            }
            List<Result> all = results.all(yearId);
            Optional<Result> frozen = last(all, Result.Kind.FROZEN);
            ResultContent content =
                    frozen.map(r -> ResultContent.read(r.content())).orElseGet(() -> results.now(yearId));
            String basis = frozen.map(r -> "Theo kết quả đã chốt, số " + r.number() + ".")
                    .orElse("Theo các mức điểm đang tính; còn thay đổi được đến khi chốt kết quả.");
            Criteria made = content(table, yearId, content.table());
            return overview(yearId, made, true, said, basis + " " + ranked(made), rows.of(content), all);
        });
    }

    /** One of the results that were made; empty where it is not the person's to see, or there is none. */
    public Optional<OneResult> result(String person, String yearId, int number) {
        if (!boards.mayOpen(person, yearId) || !phases.open(yearId)) {
            return Optional.empty();
        }
        List<Result> all = results.all(yearId);
        return all.stream().filter(r -> r.number() == number).findFirst().map(result -> {
            ResultContent content = ResultContent.read(result.content());
            CriteriaTable table = tables.inForce(yearId).orElseThrow();
            Overview overview =
                    overview(yearId, content(table, yearId, content.table()), true, "", "", rows.of(content), all);
            List<String> differences = all.stream()
                    .filter(r -> r.number() == number - 1)
                    .flatMap(r -> Results.differences(ResultContent.read(r.content()), content).stream())
                    .map(d -> difference(years.plan(yearId), d))
                    .toList();
            return new OneResult(overview, version(years.plan(yearId), result), differences);
        });
    }

    private Overview overview(
            String yearId,
            Criteria table,
            boolean open,
            String phase,
            String basis,
            List<OverviewRows.Bar> bars,
            List<Result> all) {
        Plan plan = years.plan(yearId);
        List<Overview.GroupHead> groups = table.groups().stream()
                .map(g -> new Overview.GroupHead(g.code(), g.name(), g.max()))
                .toList();
        LastYear last = rows.lastYear(plan, table);
        List<Overview.Row> shown = bars.stream().map(bar -> bar.row(plan, last)).toList();
        List<Overview.Version> versions = new ArrayList<>();
        all.forEach(result -> versions.add(0, version(plan, result)));
        return new Overview(
                yearId,
                DutyTexts.yearName(plan),
                open,
                phase,
                basis,
                groups,
                table.total(),
                shown,
                last.known(),
                last.words(),
                shown.isEmpty() ? "" : Plot.of(groups, table.total(), shown, plan.year() - 1),
                versions);
    }

    private Criteria content(CriteriaTable inForce, String yearId, int version) {
        return inForce.version() == version
                ? inForce.content()
                : tables.versions(yearId).stream()
                        .filter(t -> t.version() == version)
                        .findFirst()
                        .orElseThrow()
                        .content();
    }

    private static String ranked(Criteria table) {
        return table.rankBy() == RankBy.TOTAL
                ? "Xếp hạng theo tổng điểm, không tính điểm thưởng."
                : "Xếp hạng theo tổng điểm có thưởng.";
    }

    private static Optional<Result> last(List<Result> all, Result.Kind kind) {
        return all.stream().filter(r -> r.kind() == kind).reduce((earlier, later) -> later);
    }

    private static Overview.Version version(Plan plan, Result result) {
        return new Overview.Version(
                result.number(),
                ScoreWords.of(result.kind()),
                Vietnam.words(result.at()) + ", " + ScoreWords.person(plan, result.by()),
                result.reason(),
                result.hash());
    }

    private static String difference(Plan plan, Results.Difference d) {
        return DutyTexts.partyName(plan, d.unit()) + ", dòng " + d.line() + ": từ "
                + (d.before().isEmpty() ? "chưa có điểm" : d.before()) + " thành "
                + (d.after().isEmpty() ? "không còn điểm" : d.after()) + ".";
    }
}
