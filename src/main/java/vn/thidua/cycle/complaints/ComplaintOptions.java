package vn.thidua.cycle.complaints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Markdown;
import vn.thidua.cycle.Option;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.year.YearStore;

/** What somebody who files a complaint can choose from, and what is frozen. */
@Component
public class ComplaintOptions {
    private final YearStore years;
    private final CriteriaTables tables;
    private final Results results;
    private final TimeSource time;

    ComplaintOptions(YearStore years, CriteriaTables tables, Results results, TimeSource time) {
        this.years = years;
        this.tables = tables;
        this.results = results;
        this.time = time;
    }

    /** Members of the years in which the person may file; a value names its year, since two years may run at once. */
    public List<Option> units(List<String> yearIds) {
        return yearIds.stream()
                .flatMap(yearId -> years.plan(yearId).memberCodes().stream()
                        .map(unit -> new Option(
                                DutyTexts.partyName(years.plan(yearId), unit) + ofYear(yearIds, yearId),
                                yearId + "/" + unit)))
                .toList();
    }

    /** Lines of the tables, likewise. */
    public List<Option> lines(List<String> yearIds) {
        return yearIds.stream()
                .flatMap(yearId -> CriteriaTable.lines(tables.content(yearId)).stream()
                        .map(line -> new Option(label(line) + ofYear(yearIds, yearId), yearId + "/" + line.code())))
                .toList();
    }

    /**
     * The code in a chosen value.
     *
     * @return a value of another year as it was chosen, which this one does not know
     */
    public static String code(String yearId, String value) {
        return value.startsWith(yearId + "/") ? value.substring(yearId.length() + 1) : value;
    }

    /** For the form: what is frozen, for the person's own unit; the year, where there is only one. */
    public Map<String, String> shown(List<String> yearIds, String person) {
        Map<String, String> shown = new LinkedHashMap<>();
        String frozen = yearIds.stream()
                .map(yearId -> "**" + Markdown.plain(DutyTexts.yearName(years.plan(yearId))) + ".** "
                        + Markdown.plain(frozen(yearId, person)))
                .collect(Collectors.joining("\n\n"));
        shown.put("background", frozen + "\n\n" + ComplaintWords.of("fileRule"));
        if (yearIds.size() == 1) {
            shown.put("year", yearIds.get(0));
        }
        return shown;
    }

    private String frozen(String yearId, String person) {
        Optional<Result> result = results.latest(yearId, Result.Kind.FROZEN);
        Plan plan = years.plan(yearId);
        return result.flatMap(r -> ComplaintSeats.unitOf(plan, person, time.now())
                        .flatMap(unit -> ResultContent.read(r.content()).units().stream()
                                .filter(u -> u.unit().equals(unit))
                                .findFirst())
                        .map(u -> ComplaintWords.of(
                                "frozenResult",
                                String.valueOf(r.number()),
                                Vietnam.words(r.at()),
                                r.hash(),
                                DutyTexts.partyName(plan, u.unit()),
                                String.valueOf(u.rank()),
                                u.total().replace('.', ','))))
                .orElseGet(() -> ComplaintWords.of("notFrozen"));
    }

    private static String label(Line line) {
        return line.code() + ". " + line.name();
    }

    private String ofYear(List<String> yearIds, String yearId) {
        return yearIds.size() > 1 ? " – " + DutyTexts.yearName(years.plan(yearId)) : "";
    }
}
