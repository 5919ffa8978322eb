package vn.thidua.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cluster, division, units and outside bodies: codes, roles, nobody twice (S2-01). */
final class PartiesCheck {
    private static final Pattern CLUSTER_CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern UNIT_CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern BODY_CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final List<Function> ALWAYS = List.of(
            Function.STANDING_AGENCY,
            Function.ORGANISER,
            Function.COUNCIL_SPONSOR,
            Function.PROVINCE_LEADER,
            Function.MINISTRY);

    private final Plan plan;
    private final Problems problems;

    PartiesCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        code(
                "cluster.code",
                plan.cluster().code(),
                CLUSTER_CODE,
                "chữ thường không dấu, số và gạch nối, ví dụ tay-nam-bo");
        units();
        role(UnitRole.LEADER, "leader");
        role(UnitRole.DEPUTY, "deputy");
        division();
        bodies();
        ALWAYS.forEach(this::needed);
        if (plan.cluster().kind().consultsParty()) {
            needed(Function.PARTY_STANDING);
        }
        plan.units().forEach(this::province);
    }

    private void units() {
        Map<String, String> codes = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Unit unit : plan.units()) {
            String path = problems.marks().path(unit, "units");
            code(path + ".code", unit.code(), UNIT_CODE, "2 đến 10 chữ hoa không dấu hoặc số, ví dụ VLG");
            boolean twice = codes.putIfAbsent(unit.code(), path) != null;
            if (twice || (!unit.name().isEmpty() && names.putIfAbsent(unit.name(), path) != null)) {
                problems.error(
                        path,
                        "duplicate-unit",
                        "đơn vị " + unit.code() + " (" + unit.name()
                                + ") đã có trong danh sách; mỗi đơn vị chỉ ghi một lần, bỏ dòng thừa");
            }
        }
        if (plan.units().size() < 2 && problems.whole("units")) {
            problems.error(
                    "units",
                    "too-few-units",
                    "cụm phải có ít nhất hai đơn vị (Cụm trưởng và Cụm phó); thêm đơn vị vào «units»");
        }
    }

    private void role(UnitRole role, String word) {
        List<Unit> holders = plan.units().stream().filter(u -> u.role() == role).toList();
        if (holders.isEmpty() && problems.whole("units")) {
            problems.error(
                    "units",
                    "missing-" + word,
                    "chưa có đơn vị nào là " + role.title() + "; thêm role: " + role + " vào đúng một đơn vị");
        }
        holders.stream()
                .skip(1)
                .forEach(u -> problems.error(
                        problems.marks().path(u, "units"),
                        "double-" + word,
                        u.code() + " cũng là " + role.title() + ", ngoài "
                                + holders.get(0).code() + "; chỉ giữ role: " + role + " ở một đơn vị"));
    }

    private void division() {
        Map<String, String> where = new HashMap<>();
        plan.memberCodes().forEach(u -> where.put(u, plan.cluster().code()));
        for (Division.OtherCluster other : plan.division().otherClusters()) {
            String path = problems.marks().path(other, "division.otherClusters");
            if (other.code().equals(plan.cluster().code())) {
                problems.error(
                        path + ".code",
                        "duplicate-cluster",
                        "cụm " + other.code() + " là chính cụm này; otherClusters chỉ ghi các cụm khác");
            }
            for (String unit : other.units()) {
                String first = where.putIfAbsent(unit, other.code());
                if (first != null) {
                    problems.error(
                            path + ".units",
                            "duplicate-unit",
                            "đơn vị " + unit + " ở cả hai cụm " + first + " và " + other.code() + " của cùng văn bản "
                                    + plan.division().number() + "; bỏ ở một cụm");
                }
            }
        }
    }

    private void bodies() {
        Map<String, Object> codes = new HashMap<>();
        plan.units().forEach(u -> codes.put(u.code(), u));
        Map<String, Body> roles = new HashMap<>();
        for (Body body : plan.bodies()) {
            String path = problems.marks().path(body, "bodies");
            code(path + ".code", body.code(), BODY_CODE, "chữ hoa không dấu, số và gạch nối, ví dụ UBND-VLG");
            if (codes.putIfAbsent(body.code(), body) != null) {
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

    private void code(String path, String code, Pattern pattern, String instead) {
        if (!code.isEmpty() && (code.length() > 40 || !pattern.matcher(code).matches())) {
            problems.error(path, "bad-code", "mã «" + code + "» không hợp lệ; viết " + instead);
        }
    }
}
