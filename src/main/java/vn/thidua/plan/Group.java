package vn.thidua.plan;

import java.math.BigDecimal;
import java.util.List;

/** A group of criteria; the maxima of its criteria never exceed its own. */
public record Group(String code, String name, BigDecimal max, List<Criterion> criteria) {
    public Group {
        criteria = List.copyOf(criteria);
    }
}
