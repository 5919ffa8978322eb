package vn.thidua.plan;

import java.util.List;

/** Judges a plan's content: a pure function that names everything that is wrong, each with what to write instead. */
public final class PlanCheck {
    private PlanCheck() {}

    /** The findings on a plan that does not come from a text (a deadline that is to be moved); their lines are 0. */
    public static List<Finding> check(Plan plan) {
        Problems problems = new Problems(new Marks());
        check(plan, problems);
        return problems.sorted();
    }

    /** Checks as much as was read, so that errors of form do not hide errors of content. */
    static void check(Plan plan, Problems problems) {
        new UnitsCheck(plan, problems).run();
        new BodiesCheck(plan, problems).run();
        new PeopleCheck(plan, problems).run();
        new StaffCheck(plan, problems).run();
        new BasesCheck(plan, problems).run();
        new CalendarCheck(plan, problems).run();
        new DatesCheck(plan, problems).run();
        new OrderCheck(plan, problems).run();
        new WorkingDaysCheck(plan, problems).run();
        new RulesCheck(plan, problems).run();
        CriteriaCheck.check(plan.criteria(), new PlanCriteria(problems));
    }
}
