package vn.thidua.scoring.criteria.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.Group;
import vn.thidua.plan.KnownInput;
import vn.thidua.scoring.criteria.CriteriaWords;

/** A criteria table as rows of the workbook's sheets: what stands in each column, by its field; text or a figure. */
final class Rows {
    private Rows() {}

    static List<Map<String, Object>> of(Layout sheet, Criteria criteria) {
        return switch (sheet) {
            case CRITERIA -> criteria(criteria);
            case BONUSES ->
                criteria.bonuses().stream()
                        .map(b -> new Row()
                                .put("code", b.code())
                                .put("name", b.name())
                                .put("max", b.max())
                                .put("step", b.step())
                                .cells())
                        .toList();
            case PENALTIES ->
                criteria.penalties().stream()
                        .map(p -> new Row()
                                .put("code", p.code())
                                .put("name", p.name())
                                .deduction("", p.deduct())
                                .put("known", known(p.known()))
                                .cells())
                        .toList();
            case BANDS ->
                criteria.bands().stream()
                        .map(b -> new Row()
                                .put("name", b.name())
                                .put("from", b.from())
                                .cells())
                        .toList();
        };
    }

    private static List<Map<String, Object>> criteria(Criteria criteria) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Group group : criteria.groups()) {
            rows.add(new Row()
                    .put("type", Heading.GROUP)
                    .put("code", group.code())
                    .put("name", group.name())
                    .put("max", group.max())
                    .cells());
            group.criteria().forEach(c -> rows.add(criterion(c)));
        }
        return rows;
    }

    private static Map<String, Object> criterion(Criterion c) {
        return new Row()
                .put("type", Heading.CRITERION)
                .put("code", c.code())
                .put("name", c.name())
                .put("max", c.max())
                .put("step", c.step())
                .put("bonus", c.bonus())
                .put("evidenceRequired", CriteriaWords.of(c.evidenceRequired()))
                .deduction("deduct.", c.deduct())
                .put("penalty", c.penalty())
                .put("supplier", c.supplier())
                .put("known", known(c.known()))
                .cells();
    }

    private static @Nullable String known(@Nullable KnownInput known) {
        return known == null ? null : CriteriaWords.of(known);
    }

    private record Row(Map<String, Object> cells) {
        Row() {
            this(new LinkedHashMap<>());
        }

        Row put(String field, @Nullable Object value) {
            if (value != null) {
                cells.put(field, value);
            }
            return this;
        }

        Row deduction(String within, @Nullable Deduction deduction) {
            return deduction == null
                    ? this
                    : put(within + "points", deduction.points())
                            .put(within + "per", CriteriaWords.of(deduction.per()))
                            .put(within + "most", deduction.most());
        }
    }
}
