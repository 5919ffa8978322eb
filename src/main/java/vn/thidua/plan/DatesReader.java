package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.WorkingCalendar;

/** Reads working days, milestones and reminders. */
final class DatesReader {
    private DatesReader() {}

    static WorkingCalendar calendar(Section root) {
        Section s = root.section("calendar", Keys.CALENDAR);
        LocalTime start = WorkingCalendar.DEFAULT_START;
        LocalTime end = WorkingCalendar.DEFAULT_END;
        if (s == null) {
            return new WorkingCalendar(start, end, Set.of(), Set.of());
        }
        Section hours = s.section("workingHours", Keys.WORKING_HOURS);
        if (hours != null) {
            LocalTime from = hours.time("start");
            LocalTime to = hours.time("end");
            if (from != null && to != null && !from.isBefore(to)) {
                hours.wrong(
                        "end",
                        "hours-order",
                        "giờ làm việc kết thúc lúc " + to + " không sau giờ bắt đầu " + from
                                + "; viết end muộn hơn start");
            } else {
                start = from == null ? start : from;
                end = to == null || !start.isBefore(to) ? end : to;
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        s.list("holidays", Keys.HOLIDAY, DatesReader::holiday).forEach(holidays::addAll);
        WorkingCalendar calendar =
                new WorkingCalendar(start, end, holidays, new HashSet<>(s.values("swapDays", Value::date)));
        return s.read(calendar);
    }

    private static @Nullable List<LocalDate> holiday(Section s) {
        s.text("name");
        LocalDate on = s.date("on");
        LocalDate from = s.date("from");
        LocalDate to = s.date("to");
        boolean oneDay = s.has("on");
        if (oneDay == (s.has("from") && s.has("to")) || (oneDay && (s.has("from") || s.has("to")))) {
            s.wrong(
                    "name",
                    "holiday-days",
                    "ngày nghỉ phải ghi hoặc «on» (một ngày) hoặc cả «from» và «to»; viết ví dụ { name: …, from: 2024-02-08, to: 2024-02-14 }");
            return null;
        }
        if (on != null) {
            return List.of(on);
        }
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from) || from.plusDays(31).isBefore(to)) {
            s.wrong(
                    "to",
                    "holiday-days",
                    "kỳ nghỉ từ " + from + " đến " + to
                            + " không hợp lệ; viết ngày cuối không trước ngày đầu và không quá một tháng");
            return null;
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    static Map<DutyCode, Milestone> milestones(Section root) {
        Map<DutyCode, Milestone> read = new EnumMap<>(DutyCode.class);
        Section s = root.section("milestones", Keys.MILESTONES);
        if (s != null) {
            for (DutyCode code : DutyCode.values()) {
                Section m = s.section(code.code(), Keys.of(code));
                if (m != null) {
                    read.put(code, milestone(m, code));
                }
            }
        }
        return read;
    }

    private static Milestone milestone(Section s, DutyCode code) {
        List<String> keys = Keys.of(code).all();
        return new Milestone(
                code,
                keys.contains("opens") ? opening(s) : null,
                keys.contains("deadline") ? boundary(s, "deadline") : null,
                keys.contains("at") ? s.dateTime("at") : null,
                keys.contains("plannedEnd") ? s.dateTime("plannedEnd") : null,
                keys.contains("latest") ? boundary(s, "latest") : null);
    }

    private static @Nullable Opening opening(Section s) {
        if (s.node("opens") instanceof ScalarNode) {
            String text = Objects.requireNonNull(s.text("opens"));
            s.wrong(
                    "opens",
                    "bare-opening",
                    "«opens: " + text
                            + "» không nói rõ mở lúc nào; viết opens: { at: 2024-10-01 08:00 } hoặc opens: { after: launch }");
            return null;
        }
        Section o = s.section("opens", Keys.OPENING);
        if (o == null) {
            return null;
        }
        boolean valid = o.has("after") ? !o.has("at") : o.has("at") && !o.has("atLatest");
        if (!valid) {
            s.wrong("opens", "opening-kind", "«opens» phải ghi { at: … }, { after: … } hoặc { after: …, atLatest: … }");
            return null;
        }
        LocalDateTime at = o.has("at") ? o.dateTime("at") : o.dateTime("atLatest");
        DutyCode after = o.duty("after");
        return at == null && after == null ? null : new Opening(at, after);
    }

    private static @Nullable Boundary boundary(Section s, String key) {
        Node node = s.node(key);
        if (node instanceof ScalarNode scalar) {
            String written = scalar.getValue().strip();
            String d = written.matches("\\d{4}-\\d{2}-\\d{2}.*") ? written.substring(0, 10) : "2024-11-27";
            s.wrong(
                    key,
                    "bare-deadline",
                    "«" + key + ": " + written + "» không nói ngày ấy có được tính hay không; viết { before: " + d
                            + " } (trước ngày ấy), { onOrBefore: " + d + " } (chậm nhất ngày ấy) hoặc { beforeInstant: "
                            + d
                            + " 13:00 } (trước giờ ấy)");
            return null;
        }
        Section b = s.section(key, Keys.DEADLINE);
        if (b == null) {
            return null;
        }
        if (Keys.DEADLINE.all().stream().filter(b::has).count() != 1) {
            s.wrong(
                    key,
                    "deadline-kind",
                    "«" + key + "» phải có đúng một trong before, onOrBefore, beforeInstant; viết ví dụ "
                            + Keys.example(key));
            return null;
        }
        LocalDateTime instant = b.dateTime("beforeInstant");
        LocalDate before = b.date("before");
        LocalDate onOrBefore = b.date("onOrBefore");
        if (instant != null) {
            return Boundary.beforeInstant(instant);
        }
        if (before != null) {
            return Boundary.before(before);
        }
        return onOrBefore == null ? null : Boundary.onOrBefore(onOrBefore);
    }

    static @Nullable Gap gap(Section s) {
        DutyCode from = s.duty("from");
        DutyCode to = s.duty("to");
        Integer days = s.integer("workingDays");
        return from == null || to == null || days == null ? null : new Gap(from, to, days);
    }

    static ReminderRules reminders(Section root) {
        Section s = root.section("reminders", Keys.REMINDERS);
        if (s == null) {
            return ReminderRules.DEFAULT;
        }
        LocalTime at = s.time("at");
        return s.read(new ReminderRules(
                s.values("workingDaysBefore", Value::integer), at == null ? ReminderRules.DEFAULT.at() : at));
    }
}
