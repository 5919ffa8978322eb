package vn.thidua.plan;

import static vn.thidua.plan.DutyCode.*;
import static vn.thidua.plan.OrderCheck.Point.*;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;

/** Milestones against each other: what has to come before what, and the working days the plan itself demands in between. */
final class OrderCheck {
    enum Point {
        OPENS("opens", "mở"),
        AT("at", "diễn ra"),
        LIMIT("deadline", "hết hạn"),
        END("plannedEnd", "kết thúc");

        private final String key;
        private final String verb;

        Point(String key, String verb) {
            this.key = key;
            this.verb = verb;
        }
    }

    private record Order(DutyCode first, Point firstPoint, DutyCode then, Point thenPoint) {}

    private static final List<Order> ORDERS = List.of(
            new Order(LAUNCH, AT, UNIT_PLAN, LIMIT),
            new Order(LAUNCH, AT, REGULATION, LIMIT),
            new Order(LAUNCH, AT, CRITERIA, LIMIT),
            new Order(LAUNCH, AT, PLEDGE, LIMIT),
            new Order(UNIT_PLAN, LIMIT, SELF_SCORE, LIMIT),
            new Order(PLEDGE, LIMIT, SELF_SCORE, LIMIT),
            new Order(CRITERIA, LIMIT, SELF_SCORE, OPENS),
            new Order(SELF_SCORE, LIMIT, APPRAISAL, LIMIT),
            new Order(EVIDENCE_CUTOFF, LIMIT, SUPPLEMENT, LIMIT),
            new Order(INVITATION, AT, ATTENDEES, LIMIT),
            new Order(INVITATION, AT, TECH_CONTACT, LIMIT),
            new Order(INVITATION, AT, LINE_TEST, AT),
            new Order(APPRAISAL, LIMIT, SCORING_MEETING, AT),
            new Order(ATTENDEES, LIMIT, SCORING_MEETING, AT),
            new Order(TECH_CONTACT, LIMIT, LINE_TEST, AT),
            new Order(LINE_TEST, END, SCORING_MEETING, AT),
            new Order(SCORING_MEETING, END, SUPPLEMENT, LIMIT),
            new Order(SCORING_MEETING, END, NOMINATION, LIMIT),
            new Order(SUPPLEMENT, LIMIT, FREEZE, LIMIT),
            new Order(FREEZE, LIMIT, CONFERENCE, AT),
            new Order(CLASSIFICATION, LIMIT, CONFERENCE, AT),
            new Order(CONSULTATION, LIMIT, CONFERENCE, AT),
            new Order(NOMINATION, LIMIT, CONFERENCE, AT),
            new Order(CONFERENCE, END, DOSSIER, LIMIT),
            new Order(CONFIRMATION, LIMIT, DOSSIER, LIMIT),
            new Order(DOSSIER, LIMIT, MINISTRY, OPENS),
            new Order(CONFERENCE, END, POST_CONFERENCE, LIMIT),
            new Order(MINISTRY, LIMIT, CLOSE, AT),
            new Order(POST_CONFERENCE, LIMIT, CLOSE, AT));

    private final Plan plan;
    private final Problems problems;
    private final Timeline timeline;

    OrderCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.timeline = new Timeline(plan);
    }

    void run() {
        ORDERS.forEach(this::order);
        plan.gaps().forEach(this::gap);
    }

    private void order(Order order) {
        LocalDateTime first = at(order.first, order.firstPoint);
        LocalDateTime then = at(order.then, order.thenPoint);
        if (first != null && then != null && then.isBefore(first)) {
            problems.error(
                    "milestones." + order.then.code() + "." + order.thenPoint.key,
                    "dates-out-of-order",
                    "«" + order.then.title() + "» " + order.thenPoint.verb + " " + Vietnam.words(then) + ", trước khi «"
                            + order.first.title() + "» " + order.firstPoint.verb + " (" + Vietnam.words(first)
                            + "); viết một ngày không sớm hơn cho «" + order.then.code() + "» hoặc sớm hơn cho «"
                            + order.first.code()
                            + "»");
        }
    }

    private void gap(Gap gap) {
        String path = problems.marks().path(gap, "gaps");
        if (gap.workingDays() < 0 || gap.from() == gap.to()) {
            problems.error(
                    path,
                    "bad-gap",
                    "khoảng cách phải nối hai mốc khác nhau và không âm; viết ví dụ { from: self-score, to: scoring-meeting, workingDays: 3 }");
            return;
        }
        Milestone a = plan.milestones().get(gap.from());
        Milestone b = plan.milestones().get(gap.to());
        LocalDate from = a == null ? null : a.day();
        LocalDate to = b == null ? null : b.day();
        if (from == null || to == null) {
            return;
        }
        long between = to.isAfter(from) ? plan.calendar().workingDaysBetween(from, to.minusDays(1)) : 0;
        if (between < gap.workingDays()) {
            problems.error(
                    path,
                    "gap-too-small",
                    "giữa «" + gap.from().title() + "» (" + Vietnam.day(from) + ") và «"
                            + gap.to().title() + "» (" + Vietnam.day(to)
                            + ") chỉ có " + between + " ngày làm việc, kế hoạch đòi " + gap.workingDays()
                            + "; dời một trong hai mốc hoặc viết workingDays nhỏ hơn");
        }
    }

    private @Nullable LocalDateTime at(DutyCode code, Point point) {
        Milestone m = plan.milestones().get(code);
        if (m == null) {
            return null;
        }
        return switch (point) {
            case OPENS -> timeline.opens(code);
            case AT -> m.at();
            case LIMIT -> m.limit();
            case END -> m.end();
        };
    }
}
