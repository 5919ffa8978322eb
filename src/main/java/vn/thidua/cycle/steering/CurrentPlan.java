package vn.thidua.cycle.steering;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Plan;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** The plan of a running year with the dates now in force, so that the plan's check can judge a move. */
@Component
public class CurrentPlan {
    private final YearStore years;
    private final Milestones milestones;

    CurrentPlan(YearStore years, Milestones milestones) {
        this.years = years;
        this.milestones = milestones;
    }

    public Plan of(String yearId) {
        Plan plan = years.plan(yearId);
        for (MilestoneDates dates : milestones.all(yearId).values()) {
            plan = plan.withMilestone(milestone(plan, dates));
        }
        return plan;
    }

    private static Milestone milestone(Plan plan, MilestoneDates dates) {
        Milestone planned = plan.milestone(dates.code());
        return new Milestone(
                dates.code(),
                planned.opens(),
                dates.boundary(),
                local(dates.at()),
                local(dates.plannedEnd()),
                planned.latest());
    }

    Milestone milestone(String yearId, DutyCode code) {
        return milestone(years.plan(yearId), milestones.get(yearId, code));
    }

    private static @Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, Vietnam.ZONE);
    }
}
