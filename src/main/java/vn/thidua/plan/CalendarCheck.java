package vn.thidua.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import vn.thidua.calendar.LunarNewYear;
import vn.thidua.calendar.Vietnam;

/** The days off of the year, Tết among them, the days worked in exchange, and the reminders counted by them. */
final class CalendarCheck {
    private final Plan plan;
    private final Problems problems;
    private final Timeline timeline;

    CalendarCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.timeline = new Timeline(plan);
    }

    void run() {
        if (problems.whole("calendar")) {
            if (timeline.yearKnown()) {
                tet();
            }
            holidays();
        }
        reminders();
    }

    private void tet() {
        LocalDate tet = LunarNewYear.of(plan.year());
        if (!plan.calendar().holidays().contains(tet)) {
            problems.warning(
                    "calendar.holidays",
                    "no-tet",
                    "ngày nghỉ năm " + plan.year() + " không có Tết Nguyên đán (mùng Một là " + Vietnam.day(tet)
                            + "); thêm { name: Tết Nguyên đán, from: …, to: … } theo thông báo nghỉ Tết của năm");
        }
    }

    private void holidays() {
        Set<LocalDate> days = plan.calendar().holidays();
        days.stream()
                .filter(timeline::isFar)
                .sorted()
                .findFirst()
                .ifPresent(d -> problems.error(
                        "calendar.holidays",
                        "impossible-date",
                        "ngày nghỉ " + Vietnam.date(d) + " cách quá xa năm thi đua " + plan.year()
                                + "; kiểm tra số năm"));
        Set<LocalDate> ordinary = new HashSet<>(plan.calendar().swapDays());
        ordinary.removeIf(d -> d.getDayOfWeek() == DayOfWeek.SATURDAY || d.getDayOfWeek() == DayOfWeek.SUNDAY);
        ordinary.stream()
                .sorted()
                .forEach(d -> problems.error(
                        "calendar.swapDays",
                        "swap-day",
                        "ngày làm bù " + Vietnam.day(d)
                                + " không phải cuối tuần; swapDays chỉ ghi thứ Bảy, Chủ nhật đi làm thay ngày khác"));
        plan.calendar().swapDays().stream()
                .filter(days::contains)
                .sorted()
                .forEach(d -> problems.error(
                        "calendar.swapDays",
                        "swap-day",
                        Vietnam.day(d) + " vừa là ngày nghỉ vừa là ngày làm bù; chỉ giữ ở một danh sách"));
    }

    private void reminders() {
        plan.reminders().workingDaysBefore().stream()
                .filter(d -> d < 0 || d > 60)
                .forEach(d -> problems.error(
                        "reminders.workingDaysBefore",
                        "bad-number",
                        "nhắc trước " + d
                                + " ngày làm việc là không hợp lệ; viết các số từ 0 đến 60, ví dụ [7, 3, 1, 0]"));
        if (plan.reminders().workingDaysBefore().isEmpty() && problems.whole("reminders")) {
            problems.warning(
                    "reminders.workingDaysBefore",
                    "no-reminders",
                    "không có lần nhắc nào; viết ví dụ workingDaysBefore: [7, 3, 1, 0]");
        }
    }
}
