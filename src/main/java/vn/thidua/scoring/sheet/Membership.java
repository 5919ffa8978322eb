package vn.thidua.scoring.sheet;

import java.util.Set;
import vn.thidua.plan.Plan;

/** For which units and bodies of a cluster year a person holds office today; empty for people of other years and administrators. */
public interface Membership {
    Set<String> parties(Plan plan, String person);
}
