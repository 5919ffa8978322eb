package vn.thidua.cycle.engine;

import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** What happens to somebody the system has not known: a first password that nobody knows, and a way to set one's own. */
public interface NewPeople {

    String unguessable();

    void welcome(Plan plan, Person person);
}
