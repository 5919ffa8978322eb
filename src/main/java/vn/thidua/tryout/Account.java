package vn.thidua.tryout;

/**
 * Somebody who can sign in to a try-out.
 *
 * @param id user id, for example {@code vlg.cv}
 * @param function what they are, in Vietnamese, with the unit
 * @param worthTrying whether the server names them when it is ready
 */
public record Account(String id, String function, boolean worthTrying) {}
