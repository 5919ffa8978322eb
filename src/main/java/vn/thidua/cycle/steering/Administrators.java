package vn.thidua.cycle.steering;

/** Who administers the platform. */
public interface Administrators {
    boolean is(String person);
}
