package vn.thidua.cycle;

import java.util.List;
import vn.thidua.plan.Plan;

/** Units, functions and year roles as users, groups, tenant memberships and authorisations of the engine. */
public interface YearPeople {

    /**
     * Creates what is missing and updates what differs, as often as one likes; takes away what the plan no longer says.
     *
     * @param by who uploaded the plan
     * @throws vn.thidua.duty.DutyRefused naming all {@link #objections}
     */
    void bring(Plan plan, String by);

    /**
     * People of the plan whose accounts are not its uploader's to change, a sentence each: an account of another cluster or of
     * an administrator may be named, but only an administrator may give it another name or address (whoever chooses the
     * address gets the link that sets the password).
     */
    List<String> objections(Plan plan, String by);
}
