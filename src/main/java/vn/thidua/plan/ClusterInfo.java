package vn.thidua.plan;

/** A cluster is known by its code; two may bear the same name. */
public record ClusterInfo(String code, String name, ClusterKind kind) {}
