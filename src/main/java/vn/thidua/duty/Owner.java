package vn.thidua.duty;

/** Who owes or receives something, as a role in a cluster year; the year's plan says which party that is. */
public enum Owner {
    MEMBER,
    LEADER,
    /** Each of the two owes it, on their own account. */
    LEADER_AND_DEPUTY,
    /** One of the two does it for both; never on the own unit. */
    LEADER_OR_DEPUTY,
    STANDING_AGENCY,
    ORGANISER,
    CONSULTED,
    PROVINCE,
    MINISTRY
}
