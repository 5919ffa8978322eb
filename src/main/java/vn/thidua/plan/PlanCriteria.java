package vn.thidua.plan;

import java.math.BigDecimal;

/** What is wrong with the criteria table of a plan, at its lines and in its words. */
final class PlanCriteria implements CriteriaCheck.Report {
    private final Problems problems;

    PlanCriteria(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void error(Object record, String field, String code, String message) {
        problems.error(path(record, field), code, message);
    }

    @Override
    public void warning(Object record, String field, String code, String message) {
        problems.warning(path(record, field), code, message);
    }

    @Override
    public boolean whole() {
        return problems.whole("criteria");
    }

    @Override
    public String number(BigDecimal figure) {
        return figure.toPlainString();
    }

    @Override
    public String write(String field, BigDecimal figure) {
        String[] keys = field.split("\\.", 2);
        return keys.length == 1
                ? field + ": " + number(figure)
                : keys[0] + ": { " + keys[1] + ": " + number(figure) + " }";
    }

    @Override
    public String known(KnownInput known) {
        return known.name();
    }

    private String path(Object record, String field) {
        return problems.marks().path(record, section(record)) + "." + field;
    }

    /** Where a record that was not read from a text belongs. */
    private static String section(Object record) {
        if (record instanceof Group || record instanceof Criterion) {
            return "criteria.groups";
        }
        if (record instanceof Criteria.Bonus) {
            return "criteria.bonuses";
        }
        if (record instanceof Criteria.Penalty) {
            return "criteria.penalties";
        }
        return record instanceof Criteria.Band ? "criteria.bands" : "criteria";
    }
}
