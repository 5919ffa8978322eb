package vn.thidua.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Duties and milestones of a cluster year by the codes of rules.md, in the order of the year. */
public enum DutyCode {
    LAUNCH("phát động"),
    UNIT_PLAN("kế hoạch của đơn vị"),
    REGULATION("quy chế"),
    CRITERIA("bảng tiêu chí"),
    PLEDGE("giao ước thi đua"),
    EVIDENCE_CUTOFF("mốc thời gian của minh chứng"),
    SELF_SCORE("tự chấm điểm"),
    CLASSIFICATION("xếp loại chất lượng đơn vị"),
    APPRAISAL("thẩm định"),
    INVITATION("giấy mời họp chấm điểm"),
    ATTENDEES("danh sách dự họp"),
    TECH_CONTACT("đầu mối kỹ thuật"),
    LINE_TEST("kiểm tra đường truyền"),
    SCORING_MEETING("họp chấm điểm"),
    SUPPLEMENT("minh chứng bổ sung"),
    FREEZE("chốt kết quả"),
    CONSULTATION("xin ý kiến"),
    NOMINATION("đề nghị khen thưởng"),
    CONFERENCE("hội nghị tổng kết"),
    DOSSIER("hồ sơ khen thưởng"),
    CONFIRMATION("xác nhận của UBND tỉnh"),
    MINISTRY("hồ sơ trình Bộ"),
    POST_CONFERENCE("hồ sơ sau hội nghị"),
    CLOSE("kết thúc năm thi đua");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;

    DutyCode(String title) {
        this.title = title;
    }

    /** As in rules.md and in a plan: {@code self-score}. */
    public String code() {
        return code;
    }

    /** In Vietnamese, lower case, for use inside a sentence. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException where there is no such code */
    public static DutyCode of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no duty or milestone " + code));
    }

    public static Optional<DutyCode> find(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}
