package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.WorkingCalendar;

/** Reads working hours, days off and reminders. */
final class CalendarReader {
    private CalendarReader() {}

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
        s.list("holidays", Keys.HOLIDAY, CalendarReader::holiday).forEach(holidays::addAll);
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
