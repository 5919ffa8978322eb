package vn.thidua.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.LunarNewYear;
import vn.thidua.calendar.Vietnam;

/** Each milestone by itself: its opening before its end, its dates within reach of the year; the year's holidays. */
final class DatesCheck {
    private final Plan plan;
    private final Problems problems;
    private final Timeline timeline;

    DatesCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.timeline = new Timeline(plan);
    }

    void run() {
        if (plan.year() != 0 && (plan.year() < 2000 || plan.year() > 2100)) {
            problems.error(
                    "year",
                    "impossible-date",
                    "năm thi đua " + plan.year() + " không hợp lệ; viết năm có bốn chữ số, ví dụ year: 2024");
            return;
        }
        plan.milestones().values().forEach(this::milestone);
        holidays();
        reminders();
    }

    private void milestone(Milestone m) {
        String path = "milestones." + m.code().code();
        Stream.of(
                        day(m.at()),
                        day(m.plannedEnd()),
                        day(m.opens() == null ? null : m.opens().at()),
                        date(m.deadline()),
                        date(m.latest()))
                .filter(java.util.Objects::nonNull)
                .filter(this::isFar)
                .findFirst()
                .ifPresent(d -> problems.error(
                        path,
                        "impossible-date",
                        "ngày " + Vietnam.date(d) + " của «" + m.code().title() + "» cách quá xa năm thi đua "
                                + plan.year() + "; kiểm tra số năm trong ngày ấy hoặc trong «year»"));
        opening(m, path);
        if (m.at() != null && m.plannedEnd() != null && !m.at().isBefore(m.plannedEnd())) {
            problems.error(
                    path + ".plannedEnd",
                    "dates-out-of-order",
                    "«" + m.code().title() + "» dự kiến kết thúc lúc " + Vietnam.words(m.plannedEnd())
                            + ", không sau lúc bắt đầu " + Vietnam.words(m.at()) + "; viết plannedEnd sau at");
        }
        LocalDateTime end = m.at() == null ? null : m.end();
        if (m.latest() != null
                && end != null
                && !m.latest().isInTime(Vietnam.at(end).minusNanos(1))) {
            problems.error(
                    path + ".latest",
                    "dates-out-of-order",
                    "«" + m.code().title() + "» đến " + Vietnam.words(end) + " mới kết thúc, trong khi phải xong "
                            + m.latest().inWords() + "; viết at sớm hơn hoặc latest muộn hơn");
        }
    }

    private void opening(Milestone m, String path) {
        if (m.opens() == null) {
            return;
        }
        if (timeline.followsItself(m.code())) {
            problems.error(
                    path + ".opens",
                    "opening-circle",
                    "«" + m.code().title()
                            + "» chờ chính nó (các khóa «after» nối thành vòng); viết opens: { at: … } cho một trong các mục ấy");
            return;
        }
        LocalDateTime opens = timeline.opens(m.code());
        opensBefore(m, path, opens);
        if (m.opens().after() != null && m.opens().at() != null) {
            opensBefore(m, path, m.opens().at());
        }
    }

    private void opensBefore(Milestone m, String path, @Nullable LocalDateTime opens) {
        LocalDateTime end = m.at() != null ? m.at() : m.limit();
        if (opens != null && end != null && !opens.isBefore(end)) {
            String until =
                    m.deadline() != null ? "hết hạn " + m.deadline().inWords() : "diễn ra lúc " + Vietnam.words(end);
            problems.error(
                    path + ".opens",
                    "dates-out-of-order",
                    "«" + m.code().title() + "» mở lúc " + Vietnam.words(opens) + " nhưng " + until
                            + "; viết opens sớm hơn hoặc dời ngày kia muộn hơn");
        }
    }

    private void holidays() {
        if (!problems.whole("calendar")) {
            return;
        }
        Set<LocalDate> days = plan.calendar().holidays();
        LocalDate tet = LunarNewYear.of(plan.year() == 0 ? 2024 : plan.year());
        if (plan.year() != 0 && !days.contains(tet)) {
            problems.warning(
                    "calendar.holidays",
                    "no-tet",
                    "ngày nghỉ năm " + plan.year() + " không có Tết Nguyên đán (mùng Một là " + Vietnam.day(tet)
                            + "); thêm { name: Tết Nguyên đán, from: …, to: … } theo thông báo nghỉ Tết của năm");
        }
        days.stream()
                .filter(this::isFar)
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

    private boolean isFar(LocalDate date) {
        return plan.year() != 0
                && (date.isBefore(LocalDate.of(plan.year() - 1, 1, 1))
                        || date.isAfter(LocalDate.of(plan.year() + 1, 12, 31)));
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalDate();
    }

    private static @Nullable LocalDate date(@Nullable Boundary boundary) {
        return boundary == null ? null : boundary.date();
    }
}
