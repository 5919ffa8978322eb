package vn.thidua.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cluster, units and division: codes, one leader and one deputy, no unit twice (S2-01). */
final class UnitsCheck {
    private static final Pattern CLUSTER_CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern UNIT_CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    private final Plan plan;
    private final Problems problems;

    UnitsCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        problems.code(
                "cluster.code",
                plan.cluster().code(),
                CLUSTER_CODE,
                "chữ thường không dấu, số và gạch nối, ví dụ tay-nam-bo");
        units();
        role(UnitRole.LEADER, "leader");
        role(UnitRole.DEPUTY, "deputy");
        division();
    }

    private void units() {
        Map<String, String> codes = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Unit unit : plan.units()) {
            String path = problems.marks().path(unit, "units");
            problems.code(path + ".code", unit.code(), UNIT_CODE, "2 đến 10 chữ hoa không dấu hoặc số, ví dụ VLG");
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
}
