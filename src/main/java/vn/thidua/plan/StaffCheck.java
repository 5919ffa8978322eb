package vn.thidua.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.calendar.Vietnam;

/** Somebody to ask about every topic (S0-27), and in office for every duty on every day of the year. */
final class StaffCheck {
    private final Plan plan;
    private final Problems problems;
    private final Optional<List<LocalDate>> year;

    StaffCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.year = new Timeline(plan)
                .span()
                .map(s -> s.get(0).datesUntil(s.get(1).plusDays(1)).toList());
    }

    void run() {
        contacts();
        if (problems.whole("people")) {
            plan.units().forEach(this::unitStaff);
            plan.bodies().stream()
                    .filter(b -> !b.role().ofUnit())
                    .forEach(b -> inOffice(b.code(), b.name(), EnumSet.of(b.role())));
        }
    }

    private void contacts() {
        EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        Set<Contact> seen = new HashSet<>();
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
        year.ifPresent(days -> {
            List<LocalDate> uncovered = days.stream()
                    .filter(d -> holders.stream().noneMatch(p -> p.inOffice(d)))
                    .toList();
            if (uncovered.isEmpty()) {
                return;
            }
            String path = problems.marks().path(holders.get(0), "people");
            String message = name + " (" + party + ") không có ai giữ nhiệm vụ " + title + " vào ngày "
                    + Vietnam.date(uncovered.get(0))
                    + (uncovered.size() > 1 ? " và " + (uncovered.size() - 1) + " ngày khác của năm thi đua" : "")
                    + "; sửa «from», «to» hoặc thêm người kế nhiệm";
            if (uncovered.size() == days.size()) {
                problems.error(path, "not-in-office", message);
            } else {
                problems.warning(path, "not-in-office", message);
            }
        });
    }
}
