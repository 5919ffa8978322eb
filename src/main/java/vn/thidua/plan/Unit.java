package vn.thidua.plan;

/** A member of the cluster year, the leader and the deputy included. */
public record Unit(String code, String name, UnitRole role) {}
