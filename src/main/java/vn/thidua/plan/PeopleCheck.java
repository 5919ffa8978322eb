package vn.thidua.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thidua.calendar.Vietnam;

/** People and contacts: nobody twice, addresses that can be written to, somebody in office for every duty. */
final class PeopleCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
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
        contacts();
        if (problems.whole("people")) {
            plan.units().forEach(this::unitStaff);
            plan.bodies().stream()
                    .filter(b -> !b.role().ofUnit())
                    .forEach(b -> inOffice(b.code(), b.name(), EnumSet.of(b.role())));
        }
    }

    private void person(Person p, Map<String, Person> seen) {
        String path = problems.marks().path(p, "people");
        if (!ID.matcher(p.id()).matches() || p.id().length() > 60) {
            problems.error(
                    path + ".id",
                    "bad-code",
                    "mã người «" + p.id()
                            + "» không hợp lệ; viết chữ thường không dấu, số và dấu chấm, ví dụ vlg.chuyenvien");
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

    private void contacts() {
        EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        Set<Contact> seen = new java.util.HashSet<>();
        for (Contact c : plan.contacts()) {
            String path = problems.marks().path(c, "contacts");
            topics.add(c.topic());
            if (!seen.add(c)) {
                problems.warning(
                        path,
                        "duplicate-contact",
                        "đầu mối " + c.topic() + " " + c.person() + " ghi hai lần; bỏ một dòng");
            }
            if (plan.person(c.person()).isEmpty() && problems.whole("people")) {
                problems.error(
                        path + ".person",
                        "unknown-person",
                        "đầu mối «" + c.person() + "» không có trong «people»; "
                                + Nearest.to(
                                                c.person(),
                                                plan.people().stream()
                                                        .map(Person::id)
                                                        .toList())
                                        .map(k -> "viết «" + k + "»")
                                        .orElse("viết mã của một người trong «people»"));
            }
        }
        if (problems.whole("contacts")) {
            EnumSet.complementOf(topics)
                    .forEach(t -> problems.error(
                            "contacts",
                            "missing-contact",
                            "chưa có đầu mối về " + t.title() + "; thêm { topic: " + t + ", person: … }"));
        }
    }

    private void unitStaff(Unit unit) {
        inOffice(unit.code(), unit.name(), EnumSet.of(Function.EMULATION_OFFICER));
        inOffice(unit.code(), unit.name(), EnumSet.of(Function.UNIT_HEAD));
        if (unit.role() == UnitRole.LEADER) {
            inOffice(unit.code(), unit.name(), EnumSet.of(Function.RECORDS_CLERK, Function.OFFICE));
        }
        if (plan.people(unit.code()).stream().noneMatch(p -> p.function() == Function.OFFICE_CHIEF)) {
            problems.warning(
                    "people",
                    "missing-function",
                    "đơn vị " + unit.code() + " chưa có " + Function.OFFICE_CHIEF.title()
                            + " để mời dự họp chấm điểm; thêm một người với function: OFFICE_CHIEF");
        }
    }

    /** Somebody with one of the functions on every day of the year. */
    private void inOffice(String party, String name, Set<Function> functions) {
        List<Person> holders = plan.people(party).stream()
                .filter(p -> functions.contains(p.function()))
                .toList();
        String title = functions.stream().map(Function::title).collect(Collectors.joining(" hoặc "));
        String wanted = functions.stream().map(Enum::name).collect(Collectors.joining(" hoặc "));
        if (holders.isEmpty()) {
            problems.error(
                    "people",
                    "missing-function",
                    name + " (" + party + ") chưa có ai là " + title
                            + ", nên có việc không ai làm; thêm một người với party: " + party + ", function: "
                            + wanted);
            return;
        }
        new Timeline(plan).span().ifPresent(span -> {
            List<LocalDate> uncovered = span.get(0)
                    .datesUntil(span.get(1).plusDays(1))
                    .filter(d -> holders.stream().noneMatch(p -> p.inOffice(d)))
                    .toList();
            long days = span.get(0).datesUntil(span.get(1).plusDays(1)).count();
            if (uncovered.isEmpty()) {
                return;
            }
            String path = problems.marks().path(holders.get(0), "people");
            String message = name + " (" + party + ") không có ai giữ nhiệm vụ " + title + " vào ngày "
                    + Vietnam.date(uncovered.get(0))
                    + (uncovered.size() > 1 ? " và " + (uncovered.size() - 1) + " ngày khác của năm thi đua" : "")
                    + "; sửa «from», «to» hoặc thêm người kế nhiệm";
            if (uncovered.size() == days) {
                problems.error(path, "not-in-office", message);
            } else {
                problems.warning(path, "not-in-office", message);
            }
        });
    }
}
