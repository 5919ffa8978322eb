package vn.thidua.scoring.criteria.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** Collects what is wrong, and where. */
final class Mistakes {
    private record Found(int order, int row, int column, Mistake mistake) {}

    private final List<Found> errors = new ArrayList<>();
    private final List<Found> warnings = new ArrayList<>();

    /**
     * A place in the workbook.
     *
     * @param order of the sheet
     * @param row from 0; -1: the sheet as a whole
     */
    record Place(int order, String sheet, int row, int column) {
        Place at(int column) {
            return new Place(order, sheet, row, column);
        }
    }

    void error(Place place, String code, String message) {
        errors.add(found(place, code, message));
    }

    void warning(Place place, String code, String message) {
        warnings.add(found(place, code, message));
    }

    boolean none() {
        return errors.isEmpty();
    }

    List<Mistake> errors() {
        return sorted(errors);
    }

    List<Mistake> warnings() {
        return sorted(warnings);
    }

    private static Found found(Place place, String code, String message) {
        String cell = place.row() < 0
                ? ""
                : new CellReference(place.row(), Math.max(0, place.column()), false, false).formatAsString();
        return new Found(place.order(), place.row(), place.column(), new Mistake(place.sheet(), cell, code, message));
    }

    private static List<Mistake> sorted(List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Found::order)
                        .thenComparingInt(Found::row)
                        .thenComparingInt(Found::column))
                .map(Found::mistake)
                .toList();
    }
}
