package vn.thidua.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Outside bodies: one for every role the year needs, a province for every unit (S0-24), nobody twice. */
final class BodiesCheck {
    private static final Pattern BODY_CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final List<Function> ALWAYS = List.of(
            Function.STANDING_AGENCY,
            Function.ORGANISER,
            Function.COUNCIL_SPONSOR,
            Function.PROVINCE_LEADER,
            Function.MINISTRY);

    private final Plan plan;
    private final Problems problems;

    BodiesCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        bodies();
        ALWAYS.forEach(this::needed);
        if (plan.cluster().kind().consultsParty()) {
            needed(Function.PARTY_STANDING);
        }
        plan.units().forEach(this::province);
    }

    private void bodies() {
        Set<String> codes = new HashSet<>(plan.memberCodes());
        Map<String, Body> roles = new HashMap<>();
        for (Body body : plan.bodies()) {
            String path = problems.marks().path(body, "bodies");
            problems.code(path + ".code", body.code(), BODY_CODE, "chữ hoa không dấu, số và gạch nối, ví dụ UBND-VLG");
            if (!codes.add(body.code())) {
                problems.error(path + ".code", "duplicate-body", "mã " + body.code() + " đã dùng; viết một mã khác");
            }
            if (body.role().ofUnit()) {
                problems.error(
                        path + ".role",
                        "wrong-role",
                        body.role() + " là việc của người trong đơn vị; viết ví dụ role: STANDING_AGENCY");
                continue;
            }
            unitOf(body, path);
            String role = body.role() + (body.role() == Function.PROVINCE ? "/" + body.unit() : "");
            Body first = roles.putIfAbsent(role, body);
            if (first != null) {
                problems.error(
                        path,
                        "double-body",
                        body.code() + " có cùng vai trò " + role + " với " + first.code()
                                + "; mỗi vai trò chỉ một cơ quan, bỏ một dòng");
            }
        }
    }

    private void unitOf(Body body, String path) {
        if (body.role() != Function.PROVINCE) {
            if (body.unit() != null) {
                problems.error(
                        path + ".unit",
                        "wrong-role",
                        "chỉ UBND tỉnh (role: PROVINCE) mới gắn với một đơn vị; bỏ «unit»");
            }
        } else if (body.unit() == null) {
            problems.error(
                    path,
                    "missing-unit",
                    "UBND tỉnh " + body.code() + " phải nói xác nhận cho đơn vị nào; thêm unit: VLG (mã đơn vị)");
        } else if (plan.unit(body.unit()).isEmpty() && problems.whole("units")) {
            problems.error(
                    path + ".unit",
                    "unknown-unit",
                    "không có đơn vị «" + body.unit() + "»; " + Nearest.hint(body.unit(), plan.memberCodes()));
        }
    }

    private void needed(Function role) {
        if (plan.body(role).isEmpty() && problems.whole("bodies")) {
            problems.error(
                    "bodies",
                    "missing-body",
                    "chưa có " + role.title() + "; thêm { code: …, name: …, role: " + role + " } vào «bodies»");
        }
    }

    private void province(Unit unit) {
        boolean there = plan.bodies().stream()
                .anyMatch(b -> b.role() == Function.PROVINCE && unit.code().equals(b.unit()));
        if (!there && problems.whole("bodies")) {
            problems.error(
                    "bodies",
                    "missing-body",
                    "đơn vị " + unit.code() + " chưa có UBND tỉnh để xác nhận báo cáo; thêm { code: UBND-" + unit.code()
                            + ", name: …, role: PROVINCE, unit: " + unit.code() + " }");
        }
    }
}
