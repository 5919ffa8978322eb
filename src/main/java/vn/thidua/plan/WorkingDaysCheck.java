package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;
import vn.thidua.calendar.WorkingCalendar;

/**
 * Warns of deadlines whose boundary day or last day that counts is no working day, and of events on one (S0-17, S4-11). A deadline
 * is never moved by itself; openings are not warned about.
 */
final class WorkingDaysCheck {
    private final Plan plan;
    private final Problems problems;
    private final WorkingCalendar calendar;

    WorkingDaysCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.calendar = plan.calendar();
    }

    void run() {
        plan.milestones().values().forEach(m -> {
            boundary(m, m.deadline(), "deadline");
            boundary(m, m.latest(), "latest");
            event(m, m.at());
        });
    }

    private void boundary(Milestone m, @Nullable Boundary boundary, String key) {
        if (boundary == null) {
            return;
        }
        boolean off = !calendar.isWorkingDay(boundary.date());
        if (off || !calendar.isWorkingDay(boundary.lastDay())) {
            LocalDate day = off ? boundary.date() : boundary.lastDay();
            String what = off ? "ngày ấy" : "ngày cuối cùng được tính, " + Vietnam.day(day) + ",";
            warn(
                    "milestones." + m.code().code() + "." + key,
                    "«" + m.code().title() + "» có thời hạn " + boundary.inWords() + ": " + what,
                    boundary.limit().atZone(Vietnam.ZONE).toLocalDateTime(),
                    day);
        }
    }

    private void event(Milestone m, @Nullable LocalDateTime at) {
        if (at != null && !calendar.isWorkingDay(at.toLocalDate())) {
            warn(
                    "milestones." + m.code().code() + ".at",
                    "«" + m.code().title() + "» diễn ra lúc " + Vietnam.words(at) + ": ngày ấy",
                    at,
                    at.toLocalDate());
        }
    }

    private void warn(String path, String what, LocalDateTime limit, LocalDate day) {
        problems.warning(
                path,
                "no-working-day",
                what + " không phải ngày làm việc; thời điểm làm việc cuối cùng trước đó là "
                        + Vietnam.words(calendar.lastWorkingInstantBefore(Vietnam.at(limit)))
                        + ". Thời hạn không tự dời: nếu cần, viết một ngày làm việc, ví dụ "
                        + calendar.plusWorkingDays(day, -1)
                        + " hoặc " + calendar.plusWorkingDays(day, 1));
    }
}
