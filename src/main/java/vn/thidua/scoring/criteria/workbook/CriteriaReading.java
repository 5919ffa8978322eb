package vn.thidua.scoring.criteria.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;

/**
 * What came of reading a workbook.
 *
 * @param criteria null where there are mistakes
 * @param mistakes all of them, in the order of sheets, rows and columns
 * @param warnings what may be meant so, but is worth a look
 */
public record CriteriaReading(@Nullable Criteria criteria, List<Mistake> mistakes, List<Mistake> warnings) {
    public CriteriaReading {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }
}
