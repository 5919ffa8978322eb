package vn.thidua.plan;

/** What follows from silence at a deadline (rules.md, "Outcomes of silence"). */
public enum Outcome {
    LATE("nộp chậm"),
    NO_LIST("không có danh sách"),
    NO_SELF_SCORE("không tự chấm điểm"),
    NO_EVIDENCE("không có minh chứng bổ sung"),
    NOT_PROPOSING("không đề nghị khen thưởng"),
    NO_OPINION("không có ý kiến"),
    OVERDUE("quá hạn");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
