package vn.thidua.plan;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The criteria table: sums within their groups (S2-11), steps that divide, bands that somebody can reach. */
final class CriteriaCheck {
    private final Plan plan;
    private final Problems problems;
    private final Set<String> codes = new HashSet<>();

    CriteriaCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        Criteria criteria = plan.criteria();
        if (criteria.groups().isEmpty() && problems.whole("criteria")) {
            problems.error("criteria.groups", "no-criteria", "bảng tiêu chí trống; thêm ít nhất một nhóm với criteria");
        }
        criteria.groups().forEach(this::group);
        criteria.bonuses().forEach(b -> {
            String path = problems.marks().path(b, "criteria.bonuses");
            once(path, b.code());
            positive(path + ".max", b.max());
            step(path, "mục thưởng " + b.code(), b.step(), b.max());
        });
        criteria.penalties().forEach(p -> {
            String path = problems.marks().path(p, "criteria.penalties");
            once(path, p.code());
            deduction(path, p.deduct());
        });
        Set<BigDecimal> bounds = new HashSet<>();
        criteria.bands().forEach(b -> band(b, bounds));
    }

    private void group(Group group) {
        String path = problems.marks().path(group, "criteria.groups");
        once(path, group.code());
        positive(path + ".max", group.max());
        group.criteria().forEach(this::criterion);
        BigDecimal sum = group.criteria().stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(group.max()) > 0) {
            problems.error(
                    path + ".max",
                    "group-exceeded",
                    "các tiêu chí của nhóm " + group.code() + " cộng lại " + sum.toPlainString() + " điểm, vượt tối đa "
                            + group.max().toPlainString() + " của nhóm; giảm điểm tiêu chí hoặc viết max: "
                            + sum.toPlainString());
        } else if (sum.compareTo(group.max()) < 0 && problems.whole("criteria")) {
            problems.warning(
                    path + ".max",
                    "group-not-filled",
                    "các tiêu chí của nhóm " + group.code() + " cộng lại chỉ " + sum.toPlainString()
                            + " điểm, không đạt được tối đa " + group.max().toPlainString() + " của nhóm; viết max: "
                            + sum.toPlainString() + " hoặc thêm tiêu chí");
        }
    }

    private void criterion(Criterion c) {
        String path = problems.marks().path(c, "criteria.groups");
        once(path, c.code());
        positive(path + ".max", c.max());
        if (c.bonus() != null) {
            positive(path + ".bonus", c.bonus());
        }
        step(path, "tiêu chí " + c.code(), c.step(), c.max());
        if (c.deduct() != null) {
            deduction(path + ".deduct", c.deduct());
        }
        if (c.known() != null && c.known().counts() && c.deduct() == null) {
            problems.error(
                    path + ".known",
                    "no-deduction",
                    "«" + c.known() + "» đếm số lần, nhưng tiêu chí " + c.code()
                            + " không ghi mỗi lần trừ bao nhiêu; viết ví dụ deduct: { points: 0.5 }");
        }
    }

    private void step(String path, String what, BigDecimal step, BigDecimal max) {
        if (step.signum() <= 0 || step.compareTo(max) > 0) {
            problems.error(
                    path + ".step",
                    "bad-step",
                    "bước điểm " + step.toPlainString() + " của " + what + " phải lớn hơn 0 và không quá "
                            + max.toPlainString() + "; viết ví dụ step: 0.25");
        } else if (max.remainder(step).signum() != 0) {
            problems.error(
                    path + ".step",
                    "bad-step",
                    "điểm tối đa " + max.toPlainString() + " của " + what + " không chia hết cho bước "
                            + step.toPlainString() + ", nên không chấm được điểm tối đa; viết ví dụ step: 0.25");
        }
    }

    private void deduction(String path, Deduction deduction) {
        positive(path + ".points", deduction.points());
        if (deduction.most() != null && deduction.most().compareTo(deduction.points()) < 0) {
            problems.error(
                    path + ".most",
                    "bad-number",
                    "mức trừ nhiều nhất " + deduction.most().toPlainString() + " nhỏ hơn một lần trừ "
                            + deduction.points().toPlainString() + "; viết most: "
                            + deduction.points().toPlainString() + " trở lên");
        }
    }

    private void band(Criteria.Band band, Set<BigDecimal> bounds) {
        String path = problems.marks().path(band, "criteria.bands");
        BigDecimal most = plan.criteria().bonuses().stream()
                .map(Criteria.Bonus::max)
                .reduce(plan.criteria().total(), BigDecimal::add);
        if (band.from().compareTo(most) > 0 && problems.whole("criteria")) {
            problems.error(
                    path + ".from",
                    "unreachable-threshold",
                    "mức «" + band.name() + "» từ " + band.from().toPlainString() + " điểm nhưng cao nhất chỉ có "
                            + most.toPlainString() + "; viết from nhỏ hơn");
        }
        if (!bounds.add(band.from().stripTrailingZeros())) {
            problems.error(
                    path + ".from",
                    "duplicate-band",
                    "hai mức cùng bắt đầu từ " + band.from().toPlainString() + " điểm; viết hai mức khác nhau");
        }
    }

    private void once(String path, String code) {
        if (!code.isEmpty() && !codes.add(code)) {
            problems.error(
                    path + ".code", "duplicate-criterion", "mã tiêu chí «" + code + "» đã dùng; viết một mã khác");
        }
    }

    private void positive(String path, BigDecimal points) {
        if (points.signum() <= 0) {
            problems.error(path, "bad-number", "số điểm " + points.toPlainString() + " phải lớn hơn 0; viết ví dụ 10");
        }
    }
}
