package vn.thidua.plan;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of a criteria table: sums within their groups (S2-11), steps that divide, bands that somebody can reach. One set of rules
 * for a plan's text and for a workbook; who is told says where it stands there and how it is written there.
 */
public final class CriteriaCheck {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,19}");

    private final Criteria criteria;
    private final Report report;
    private final Set<String> codes = new HashSet<>();

    private CriteriaCheck(Criteria criteria, Report report) {
        this.criteria = criteria;
        this.report = report;
    }

    /** Who is told what is wrong. Records are told apart by identity, since two lines of a table may say the same. */
    public interface Report {
        /**
         * @param record what of the table is wrong: a group, criterion, bonus, penalty or band, or the table itself
         * @param field of that record, as in a plan's text: {@code max}, {@code deduct.points}
         * @param code what kind of mistake it is, stable
         * @param message in Vietnamese: what is wrong and what to write instead
         */
        void error(Object record, String field, String code, String message);

        void warning(Object record, String field, String code, String message);

        /** Nothing of the table was left unread, so that what it lacks is really not there. */
        boolean whole();

        /** A figure as it is written where the table stands. */
        String number(BigDecimal figure);

        /** What to write in a field: {@code max: 10} in a plan's text, {@code 10} in a cell. */
        String write(String field, BigDecimal figure);

        /** What the system knows, as it is chosen where the table stands. */
        String known(KnownInput known);
    }

    public static void check(Criteria criteria, Report report) {
        new CriteriaCheck(criteria, report).run();
    }

    private void run() {
        if (criteria.groups().isEmpty() && report.whole()) {
            report.error(criteria, "groups", "no-criteria", "bảng tiêu chí trống; thêm ít nhất một nhóm có tiêu chí");
        }
        criteria.groups().forEach(this::group);
        criteria.bonuses().forEach(b -> {
            code(b, b.code());
            positive(b, "max", b.max());
            step(b, "mục thưởng " + b.code(), b.step(), b.max());
        });
        criteria.penalties().forEach(this::penalty);
        Set<BigDecimal> bounds = new HashSet<>();
        criteria.bands().forEach(b -> band(b, bounds));
    }

    private void group(Group group) {
        code(group, group.code());
        positive(group, "max", group.max());
        group.criteria().forEach(this::criterion);
        BigDecimal sum = group.criteria().stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        String sums = "các tiêu chí của nhóm " + group.code() + " cộng lại ";
        if (sum.compareTo(group.max()) > 0) {
            report.error(
                    group,
                    "max",
                    "group-exceeded",
                    sums + report.number(sum) + " điểm, vượt tối đa " + report.number(group.max())
                            + " của nhóm; giảm điểm tiêu chí hoặc viết " + report.write("max", sum));
        } else if (sum.compareTo(group.max()) < 0 && report.whole()) {
            report.warning(
                    group,
                    "max",
                    "group-not-filled",
                    sums + "chỉ " + report.number(sum) + " điểm, không đạt được tối đa " + report.number(group.max())
                            + " của nhóm; viết " + report.write("max", sum) + " hoặc thêm tiêu chí");
        }
    }

    private void criterion(Criterion c) {
        code(c, c.code());
        positive(c, "max", c.max());
        if (c.bonus() != null) {
            positive(c, "bonus", c.bonus());
        }
        step(c, "tiêu chí " + c.code(), c.step(), c.max());
        if (c.deduct() != null) {
            deduction(c, "deduct.", c.deduct());
        }
        if (c.known() != null && c.known().counts() && c.deduct() == null) {
            report.error(
                    c,
                    "known",
                    "no-deduction",
                    "«" + report.known(c.known()) + "» đếm số lần, nhưng tiêu chí " + c.code()
                            + " không ghi mỗi lần trừ bao nhiêu; viết ví dụ "
                            + report.write("deduct.points", new BigDecimal("0.5")));
        }
    }

    private void penalty(Criteria.Penalty p) {
        code(p, p.code());
        deduction(p, "", p.deduct());
        if (p.known() != null && !p.known().counts()) {
            report.error(
                    p,
                    "known",
                    "known-without-count",
                    "«" + report.known(p.known()) + "» không đếm số lần nên không tính được mức trừ " + p.code()
                            + "; viết ví dụ " + report.known(KnownInput.REPORTS_LATE));
        }
    }

    private void step(Object record, String what, BigDecimal step, BigDecimal max) {
        String write = "viết ví dụ " + report.write("step", Criterion.DEFAULT_STEP);
        if (step.signum() <= 0 || step.compareTo(max) > 0) {
            report.error(
                    record,
                    "step",
                    "bad-step",
                    "bước điểm " + report.number(step) + " của " + what + " phải lớn hơn 0 và không quá "
                            + report.number(max) + "; " + write);
        } else if (max.remainder(step).signum() != 0) {
            report.error(
                    record,
                    "step",
                    "bad-step",
                    "điểm tối đa " + report.number(max) + " của " + what + " không chia hết cho bước "
                            + report.number(step) + ", nên không chấm được điểm tối đa; " + write);
        }
    }

    private void deduction(Object record, String within, Deduction deduction) {
        positive(record, within + "points", deduction.points());
        if (deduction.most() != null && deduction.most().compareTo(deduction.points()) < 0) {
            report.error(
                    record,
                    within + "most",
                    "bad-number",
                    "mức trừ nhiều nhất " + report.number(deduction.most()) + " nhỏ hơn một lần trừ "
                            + report.number(deduction.points()) + "; viết "
                            + report.write(within + "most", deduction.points()) + " trở lên");
        }
    }

    private void band(Criteria.Band band, Set<BigDecimal> bounds) {
        BigDecimal most =
                criteria.bonuses().stream().map(Criteria.Bonus::max).reduce(criteria.total(), BigDecimal::add);
        if (band.from().compareTo(most) > 0 && report.whole()) {
            report.error(
                    band,
                    "from",
                    "unreachable-threshold",
                    "mức «" + band.name() + "» từ " + report.number(band.from()) + " điểm nhưng cao nhất chỉ có "
                            + report.number(most) + "; viết số nhỏ hơn");
        }
        if (!bounds.add(band.from().stripTrailingZeros())) {
            report.error(
                    band,
                    "from",
                    "duplicate-band",
                    "hai mức cùng bắt đầu từ " + report.number(band.from()) + " điểm; viết hai mức khác nhau");
        }
    }

    /** Codes stand in addresses and in front of figures, so they are short and have nothing odd in them. */
    private void code(Object record, String code) {
        if (code.isEmpty()) {
            return;
        }
        if (!CODE.matcher(code).matches()) {
            report.error(
                    record,
                    "code",
                    "bad-code",
                    "mã «" + code + "» không hợp lệ; viết tối đa 20 chữ, số, dấu chấm, ví dụ 1.1");
        } else if (!codes.add(code)) {
            report.error(record, "code", "duplicate-criterion", "mã tiêu chí «" + code + "» đã dùng; viết một mã khác");
        }
    }

    private void positive(Object record, String field, BigDecimal points) {
        if (points.signum() <= 0) {
            report.error(
                    record, field, "bad-number", "số điểm " + report.number(points) + " phải lớn hơn 0; viết ví dụ 10");
        }
    }
}
