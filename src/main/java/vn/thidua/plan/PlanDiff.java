package vn.thidua.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.thidua.calendar.Vietnam;

/**
 * What uploading a plan again would change in a running year. Only people and contacts can be corrected so; everything else has its
 * own way (a deadline is moved, a year is cancelled) and is refused here.
 *
 * @param added people who are new
 * @param removed people who are no longer named
 * @param changed people, as in the new plan, who keep their id
 * @param changes everything that would change, one Vietnamese sentence each
 * @param refused differences not allowed here, one Vietnamese sentence each
 */
public record PlanDiff(
        List<Person> added, List<Person> removed, List<Person> changed, List<String> changes, List<String> refused) {

    public PlanDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }

    /** Nothing but people and contacts differs. */
    public boolean allowed() {
        return refused.isEmpty();
    }

    /** The plans say the same. */
    public boolean nothing() {
        return refused.isEmpty() && changes.isEmpty();
    }

    public static PlanDiff between(Plan running, Plan uploaded) {
        List<Person> added = uploaded.people().stream()
                .filter(p -> running.person(p.id()).isEmpty())
                .toList();
        List<Person> removed = running.people().stream()
                .filter(p -> uploaded.person(p.id()).isEmpty())
                .toList();
        List<Person> changed = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        added.forEach(p -> changes.add("Thêm " + describe(p, uploaded) + "."));
        for (Person now : uploaded.people()) {
            running.person(now.id()).filter(before -> !before.equals(now)).ifPresent(before -> {
                changed.add(now);
                changes.add("Sửa " + now.name() + " (" + now.id() + "): " + differences(before, now, running, uploaded)
                        + ".");
            });
        }
        removed.forEach(p -> changes.add("Bỏ " + describe(p, running) + "."));
        contacts(running, uploaded, changes);
        return new PlanDiff(added, removed, changed, changes, refusals(running, uploaded));
    }

    private static String describe(Person p, Plan plan) {
        return p.name() + " (" + p.id() + "), " + p.function().title() + ", " + party(p, plan) + ", thư " + p.email();
    }

    private static String differences(Person before, Person now, Plan running, Plan uploaded) {
        List<String> parts = new ArrayList<>();
        change(parts, "họ tên", before.name(), now.name());
        change(parts, "địa chỉ thư", before.email(), now.email());
        if (!Objects.equals(before.phone(), now.phone())) {
            parts.add("số điện thoại thay đổi");
        }
        change(parts, "đơn vị", party(before, running), party(now, uploaded));
        change(parts, "nhiệm vụ", before.function().title(), now.function().title());
        change(parts, "thời gian giữ nhiệm vụ", term(before), term(now));
        return String.join("; ", parts);
    }

    private static void change(List<String> parts, String what, String before, String now) {
        if (!before.equals(now)) {
            parts.add(what + " từ «" + before + "» thành «" + now + "»");
        }
    }

    private static String party(Person p, Plan plan) {
        return plan.partyName(p.party()).orElse(p.party());
    }

    private static String term(Person p) {
        String from = p.from() == null ? "từ trước" : "từ " + Vietnam.date(p.from());
        return from + (p.to() == null ? "" : " đến " + Vietnam.date(p.to()));
    }

    private static void contacts(Plan running, Plan uploaded, List<String> changes) {
        for (Topic topic : Topic.values()) {
            String before = names(running, topic);
            String now = names(uploaded, topic);
            if (!before.equals(now)) {
                changes.add("Đầu mối về " + topic.title() + ": từ «" + before + "» thành «" + now + "».");
            }
        }
    }

    private static String names(Plan plan, Topic topic) {
        return plan.contacts(topic).stream()
                .map(p -> p.name() + " (" + p.id() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<String> refusals(Plan running, Plan uploaded) {
        List<String> refused = new ArrayList<>();
        refuse(refused, "cụm (mã, tên, loại)", running.cluster(), uploaded.cluster());
        refuse(refused, "năm thi đua", running.year(), uploaded.year());
        refuse(refused, "văn bản phân chia cụm", running.division(), uploaded.division());
        refuse(refused, "giờ làm việc, ngày nghỉ, ngày làm bù", running.calendar(), uploaded.calendar());
        refuse(refused, "danh sách đơn vị và vai trò", running.units(), uploaded.units());
        refuse(refused, "các cơ quan ngoài đơn vị", running.bodies(), uploaded.bodies());
        refuse(refused, "căn cứ pháp lý", running.bases(), uploaded.bases());
        for (DutyCode code : DutyCode.values()) {
            if (!Objects.equals(
                    running.milestones().get(code), uploaded.milestones().get(code))) {
                refused.add("Mốc «" + code.title() + "» (" + code.code()
                        + ") khác kế hoạch đang chạy; muốn đổi ngày thì dùng «Dời thời hạn», không nộp lại kế hoạch.");
            }
        }
        refuse(refused, "khoảng cách giữa các mốc", running.gaps(), uploaded.gaps());
        refuse(refused, "quy tắc nhắc việc", running.reminders(), uploaded.reminders());
        refuse(refused, "quy tắc bỏ phiếu", running.votes(), uploaded.votes());
        refuse(refused, "nhiệm vụ đòi văn bản ký số, bản gốc", running.signedOriginals(), uploaded.signedOriginals());
        refuse(refused, "nhiệm vụ đòi dấu thời gian tin cậy", running.trustedTimes(), uploaded.trustedTimes());
        refuse(refused, "bảng tiêu chí", running.criteria(), uploaded.criteria());
        refuse(refused, "chương trình hội nghị", running.agenda(), uploaded.agenda());
        refuse(refused, "số ngày trước lễ trao tặng", running.ceremonyLeadDays(), uploaded.ceremonyLeadDays());
        return refused;
    }

    private static void refuse(List<String> refused, String what, Object running, Object uploaded) {
        if (!running.equals(uploaded)) {
            refused.add("Khác kế hoạch đang chạy ở " + what
                    + "; khi năm đã khởi động chỉ sửa được người và đầu mối, hãy ghi lại như cũ.");
        }
    }
}
