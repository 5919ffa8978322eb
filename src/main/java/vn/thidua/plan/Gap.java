package vn.thidua.plan;

/** At least so many working days have to lie between two milestones; demanded by the plan itself, none by default. */
public record Gap(DutyCode from, DutyCode to, int workingDays) {}
