package vn.thidua.scoring.criteria.workbook;

import java.util.Arrays;
import java.util.List;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.KnownInput;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.criteria.CriteriaWords;

/**
 * A column of one of the workbook's sheets.
 *
 * @param field what stands in it, named as in a plan's text
 * @param title the header by which the column is found, wherever it stands
 * @param note what to write, shown at the header
 * @param width in characters
 * @param required the column must be there
 */
record Heading(String field, String title, String note, int width, boolean required, Kind kind) {

    enum Kind {
        /** A short text that must stay as typed, as 1.10. */
        CODE,
        TEXT,
        NUMBER,
        TYPE,
        YES_NO,
        PER,
        KNOWN,
        KNOWN_COUNT,
        /** Computed by the workbook for whoever fills it in; not read. */
        SUM;

        /** What a drop-down offers; empty where anything may be written. */
        List<String> choices() {
            return switch (this) {
                case TYPE -> List.of(GROUP, CRITERION);
                case YES_NO -> List.of(CriteriaWords.of(true), CriteriaWords.of(false));
                case PER ->
                    Arrays.stream(Deduction.Per.values()).map(CriteriaWords::of).toList();
                case KNOWN -> known(false);
                case KNOWN_COUNT -> known(true);
                default -> List.of();
            };
        }

        private static List<String> known(boolean counting) {
            return Arrays.stream(KnownInput.values())
                    .filter(k -> !counting || k.counts())
                    .map(CriteriaWords::of)
                    .toList();
        }
    }

    static final String GROUP = "Nhóm";
    static final String CRITERION = "Tiêu chí";

    static List<String> rankings() {
        return Arrays.stream(RankBy.values()).map(CriteriaWords::of).toList();
    }
}
