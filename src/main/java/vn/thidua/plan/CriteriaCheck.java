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
        });
        criteria.penalties().forEach(p -> {
            String path = problems.marks().path(p, "criteria.penalties");
            once(path, p.code());
            positive(path + ".points", p.points());
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
        if (c.step().signum() <= 0 || c.step().compareTo(c.max()) > 0) {
            problems.error(
                    path + ".step",
                    "bad-step",
                    "bước điểm " + c.step().toPlainString() + " của tiêu chí " + c.code()
                            + " phải lớn hơn 0 và không quá " + c.max().toPlainString() + "; viết ví dụ step: 0.25");
        } else if (c.max().remainder(c.step()).signum() != 0) {
            problems.error(
                    path + ".step",
                    "bad-step",
                    "điểm tối đa " + c.max().toPlainString() + " của tiêu chí " + c.code() + " không chia hết cho bước "
                            + c.step().toPlainString() + ", nên không chấm được điểm tối đa; viết ví dụ step: 0.25");
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
