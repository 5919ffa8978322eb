package vn.thidua.year;

import vn.thidua.plan.Plan;

/**
 * One cluster year: everything belongs to one, there is no global current year (domain fact 6).
 *
 * @param plan the people, units and rules of the newest plan version; for dates ask {@link Milestones}
 */
public record ClusterYear(String id, String name, Status status, int planVersion, Plan plan) {
    public enum Status {
        RUNNING,
        CANCELLED,
        CLOSED
    }

    public boolean running() {
        return status == Status.RUNNING;
    }
}
