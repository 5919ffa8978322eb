package vn.thidua.scoring.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.CarryOver;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Sheets;

/** Figures that a version of the table has no place for, in words. Nobody learns so of a figure that is not theirs to see yet. */
final class FallenWords {
    private FallenWords() {}

    /** For the leader before issuing: by line and column, how many units, and no figure. */
    static List<String> counted(List<CarryOver.Fallen> fallen) {
        Map<String, Set<String>> units = new LinkedHashMap<>();
        fallen.forEach(f -> units.computeIfAbsent(
                        "Dòng " + f.line() + ", cột " + f.column().title(), k -> new LinkedHashSet<>())
                .add(f.unit()));
        return units.entrySet().stream()
                .map(e -> e.getKey() + ": điểm của " + e.getValue().size() + " đơn vị không chuyển sang được.")
                .toList();
    }

    /** For a party after issuing: its own self-score, what it appraised, and what was agreed on for it. */
    static List<String> of(Plan plan, String party, List<CarryOver.Fallen> fallen) {
        List<String> words = new ArrayList<>(fallen.stream()
                .filter(f -> f.unit().equals(party) && (f.column() == Column.SELF || f.column() == Column.AGREED))
                .map(f -> "dòng " + f.line() + ", cột " + f.column().title() + ": " + Sheets.words(f.figure()) + ". "
                        + f.why())
                .toList());
        for (Column column : List.of(Column.LEADER, Column.DEPUTY)) {
            String lines = fallen.stream()
                    .filter(f -> f.column() == column && party.equals(column.appraiser(plan)))
                    .map(CarryOver.Fallen::line)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!lines.isEmpty()) {
                words.add("cột " + column.title() + " của các đơn vị, dòng " + lines);
            }
        }
        return words;
    }
}
