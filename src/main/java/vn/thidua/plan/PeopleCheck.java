package vn.thidua.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thidua.calendar.Vietnam;

/** People: nobody twice, addresses that can be written to, a party that is there and a function that fits it. */
final class PeopleCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    /** Accounts that are not people of a plan: nobody becomes administrator by an upload. */
    private static final Set<String> RESERVED =
            Set.of("admin", "administrator", "root", "system", "demo", "anonymous", "camunda-admin");

    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d([ .]?\\d){7,14}");

    private final Plan plan;
    private final Problems problems;

    PeopleCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void run() {
        Map<String, Person> seen = new HashMap<>();
        plan.people().forEach(p -> person(p, seen));
    }

    private void person(Person p, Map<String, Person> seen) {
        String path = problems.marks().path(p, "people");
        problems.code(path + ".id", p.id(), ID, "chữ thường không dấu, số và dấu chấm, ví dụ vlg.chuyenvien");
        if (RESERVED.contains(p.id())) {
            problems.error(
                    path + ".id",
                    "reserved-id",
                    "mã «" + p.id() + "» dành cho hệ thống; viết một mã khác, ví dụ vlg." + p.id());
        }
        Person sameId = seen.putIfAbsent("id " + p.id(), p);
        Person sameMail = p.email().isEmpty()
                ? null
                : seen.putIfAbsent("mail " + p.email().toLowerCase(Locale.ROOT), p);
        Person sameName = p.name().isEmpty() ? null : seen.putIfAbsent("name " + p.party() + " " + p.name(), p);
        if (sameId != null) {
            duplicate(path, p, "mã " + p.id(), sameId);
        } else if (sameMail != null) {
            duplicate(path, p, "địa chỉ " + p.email(), sameMail);
        } else if (sameName != null) {
            problems.warning(
                    path,
                    "duplicate-person",
                    p.name() + " đã có ở " + p.party() + " với mã " + sameName.id()
                            + "; nếu là một người thì bỏ một dòng, nếu là hai người trùng tên thì để nguyên");
        }
        if (!p.email().isEmpty()
                && (p.email().length() > 254 || !EMAIL.matcher(p.email()).matches())) {
            problems.error(
                    path + ".email",
                    "bad-address",
                    "địa chỉ thư «" + p.email() + "» của " + p.name() + " không hợp lệ; viết dạng ten@donvi.example");
        }
        if (p.phone() != null && !PHONE.matcher(p.phone()).matches()) {
            problems.error(
                    path + ".phone",
                    "bad-phone",
                    "số điện thoại «" + p.phone()
                            + "» không hợp lệ; viết 8 đến 15 chữ số trong dấu nháy, ví dụ \"0900 000 001\"");
        }
        if (p.from() != null && p.to() != null && p.to().isBefore(p.from())) {
            problems.error(
                    path + ".to",
                    "dates-out-of-order",
                    p.name() + " giữ nhiệm vụ đến " + Vietnam.date(p.to()) + ", trước ngày bắt đầu "
                            + Vietnam.date(p.from()) + "; viết «to» không trước «from»");
        }
        party(p, path);
    }

    private void duplicate(String path, Person p, String what, Person first) {
        problems.error(
                path,
                "duplicate-person",
                what + " của " + p.name() + " đã dùng cho " + first.name() + " (" + first.id()
                        + "); mỗi người một dòng, một mã, một địa chỉ");
    }

    private void party(Person p, String path) {
        boolean known = plan.partyName(p.party()).isPresent();
        if (!known && !p.party().isEmpty() && problems.whole("units") && problems.whole("bodies")) {
            List<String> codes = Stream.concat(
                            plan.memberCodes().stream(), plan.bodies().stream().map(Body::code))
                    .toList();
            problems.error(
                    path + ".party",
                    "unknown-unit",
                    p.name() + " thuộc «" + p.party() + "» nhưng không có đơn vị hay cơ quan ấy; "
                            + Nearest.hint(p.party(), codes));
        }
        if (!known) {
            return;
        }
        boolean ofUnit = plan.unit(p.party()).isPresent();
        boolean fits = ofUnit
                ? p.function().ofUnit()
                : plan.bodies().stream().anyMatch(b -> b.code().equals(p.party()) && b.role() == p.function());
        if (!fits) {
            String allowed = ofUnit
                    ? Arrays.stream(Function.values())
                            .filter(Function::ofUnit)
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))
                    : plan.bodies().stream()
                            .filter(b -> b.code().equals(p.party()))
                            .map(b -> b.role().name())
                            .collect(Collectors.joining(", "));
            problems.error(
                    path + ".function",
                    "wrong-function",
                    p.name() + " thuộc " + p.party() + " không thể là " + p.function() + "; viết function: " + allowed);
        }
    }
}
