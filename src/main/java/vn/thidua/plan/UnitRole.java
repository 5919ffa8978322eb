package vn.thidua.plan;

/** A unit's role in one cluster year; leader and deputy are members too. */
public enum UnitRole {
    LEADER("Cụm trưởng"),
    DEPUTY("Cụm phó"),
    MEMBER("Thành viên");

    private final String title;

    UnitRole(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
