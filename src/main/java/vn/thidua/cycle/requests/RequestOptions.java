package vn.thidua.cycle.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Markdown;
import vn.thidua.cycle.Option;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** What an officer who asks for figures can choose from, and what the criteria table proposes. */
@Component
public class RequestOptions {
    private final YearStore years;
    private final CriteriaTables tables;

    RequestOptions(YearStore years, CriteriaTables tables) {
        this.years = years;
        this.tables = tables;
    }

    /** Lines of the years in which the person may ask; a value names its year, since two years may run at once. */
    public List<Option> lines(List<String> yearIds) {
        return yearIds.stream()
                .flatMap(yearId -> CriteriaTable.lines(tables.content(yearId)).stream()
                        .map(line ->
                                new Option(label(line, yearIds.size() > 1 ? yearId : ""), yearId + "/" + line.code())))
                .toList();
    }

    /**
     * The code of a chosen line.
     *
     * @param value of an option of {@link #lines}
     * @return a line of another year as it was chosen, which no table has
     */
    public static String code(String yearId, String value) {
        return value.startsWith(yearId + "/") ? value.substring(yearId.length() + 1) : value;
    }

    /** For the form: what the table says about who supplies what; the year, where there is only one. */
    public Map<String, String> shown(List<String> yearIds) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("background", yearIds.stream().map(this::suppliers).collect(Collectors.joining("\n\n")));
        if (yearIds.size() == 1) {
            shown.put("year", yearIds.get(0));
        }
        return shown;
    }

    private String suppliers(String yearId) {
        Plan plan = years.plan(yearId);
        String lines = CriteriaTable.lines(tables.content(yearId)).stream()
                .filter(line -> line.supplier() != null)
                .map(line -> "- " + Markdown.plain(line.code() + ". " + line.name() + ": " + line.supplier()))
                .collect(Collectors.joining("\n"));
        return "**" + Markdown.plain(DutyTexts.yearName(plan)) + ".** "
                + RequestWords.of(lines.isEmpty() ? "noSuppliers" : "suppliers") + "\n\n" + lines;
    }

    private String label(Line line, String yearId) {
        String supplier = line.supplier() == null ? "" : " (" + line.supplier() + ")";
        String year = yearId.isEmpty() ? "" : " – " + DutyTexts.yearName(years.plan(yearId));
        return line.code() + ". " + line.name() + supplier + year;
    }
}
