package vn.thidua.cycle;

/** One choice that the server supplies to a form's select or tag list. */
public record Option(String label, String value) {}
