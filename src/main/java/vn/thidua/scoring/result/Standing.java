package vn.thidua.scoring.result;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.ranking.KnockOut;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Totals;

/**
 * Where a unit stands if it stays so.
 *
 * @param totals of the proposed figures
 * @param columns totals of each column that was handed in
 * @param contested how many lines are contested, agreed on or not
 * @param open how many of them nobody has agreed on yet
 * @param unscored criteria without any figure that counts
 */
public record Standing(
        String unit,
        int rank,
        Totals totals,
        @Nullable String band,
        Set<KnockOut> knockOuts,
        Map<Column, Totals> columns,
        int contested,
        int open,
        int unscored) {}
