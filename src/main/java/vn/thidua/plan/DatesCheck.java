package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;

/** Each milestone by itself: its opening before its end, its dates within reach of the year. */
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
        if (plan.year() != 0 && !timeline.yearKnown()) {
            problems.error(
                    "year",
                    "impossible-date",
                    "năm thi đua " + plan.year() + " không hợp lệ; viết năm có bốn chữ số, ví dụ year: 2024");
            return;
        }
        boolean elsewhere = plan.milestones().values().stream()
                .flatMap(DatesCheck::days)
                .noneMatch(d -> d.getYear() == plan.year());
        if (plan.year() != 0 && elsewhere) {
            problems.error(
                    "year",
                    "impossible-date",
                    "không mốc nào của kế hoạch rơi vào năm " + plan.year()
                            + "; sửa «year» hoặc các ngày cho khớp nhau");
        }
        plan.milestones().values().forEach(this::milestone);
    }

    /** When it happens or is due; its latest date may lie in the year after. */
    private static Stream<LocalDate> days(Milestone m) {
        return Stream.of(
                        day(m.at()),
                        day(m.plannedEnd()),
                        day(m.opens() == null ? null : m.opens().at()),
                        date(m.deadline()))
                .filter(java.util.Objects::nonNull);
    }

    private void milestone(Milestone m) {
        String path = "milestones." + m.code().code();
        Stream.concat(days(m), Stream.ofNullable(date(m.latest())))
                .filter(timeline::isFar)
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
            String until = m.deadline() != null
                    ? "có thời hạn " + m.deadline().inWords()
                    : "diễn ra lúc " + Vietnam.words(end);
            problems.error(
                    path + ".opens",
                    "dates-out-of-order",
                    "«" + m.code().title() + "» mở lúc " + Vietnam.words(opens) + " nhưng " + until
                            + "; viết opens sớm hơn hoặc dời ngày kia muộn hơn");
        }
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalDate();
    }

    private static @Nullable LocalDate date(@Nullable Boundary boundary) {
        return boundary == null ? null : boundary.date();
    }
}
