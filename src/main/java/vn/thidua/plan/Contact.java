package vn.thidua.plan;

/** Whom to ask about a topic (S0-27). */
public record Contact(Topic topic, String person) {}
