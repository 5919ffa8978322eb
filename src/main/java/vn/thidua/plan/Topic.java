package vn.thidua.plan;

/** What a contact is asked about (S0-27). */
public enum Topic {
    CONTENT("nội dung"),
    TECHNICAL("kỹ thuật"),
    DOSSIERS("hồ sơ");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
