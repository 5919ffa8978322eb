package vn.thidua.cycle.reading;

/** Asks the engine who belongs to a cluster year, which is a tenant there. */
public interface YearMembers {
    boolean include(String yearId, String person);
}
