package vn.thidua.cycle;

import vn.thidua.plan.Plan;

/** Units, functions and year roles as users, groups, tenant memberships and authorisations of the engine. */
public interface YearPeople {

    /** Creates what is missing and updates what differs, as often as one likes; takes away what the plan no longer says. */
    void bring(Plan plan);
}
