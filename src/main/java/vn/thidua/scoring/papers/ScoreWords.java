package vn.thidua.scoring.papers;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.Journal;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.ranking.KnockOut;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Note;

/** What codes of the scores are called where they are read. */
public final class ScoreWords {
    private ScoreWords() {}

    public static String of(KnockOut knockOut) {
        return switch (knockOut) {
            case UNDER_DISCIPLINE -> "đang bị xử lý kỷ luật";
            case NO_PLEDGE -> "chưa ký giao ước thi đua";
            case TASKS_FAILED -> "không hoàn thành nhiệm vụ";
        };
    }

    /** @param codes of {@link KnockOut}, as a result keeps them */
    public static String knockOuts(Collection<String> codes) {
        return codes.stream().map(code -> of(KnockOut.valueOf(code))).collect(Collectors.joining("; "));
    }

    static String of(Entry.Act act) {
        return switch (act) {
            case SET -> "Ghi điểm";
            case CARRIED -> "Chuyển từ phiên bản bảng tiêu chí trước";
            case FELL_AWAY -> "Không còn trong bảng tiêu chí mới";
            case PROPOSED -> "Giữ theo mức đề xuất";
            case UNDONE -> "Hoàn tác";
        };
    }

    static String of(Note.Kind kind) {
        return switch (kind) {
            case EXPLANATION -> "Giải trình";
            case OBJECTION -> "Phản biện";
            case MARKED -> "Cho bổ sung minh chứng";
            case UNMARKED -> "Thôi cho bổ sung minh chứng";
        };
    }

    public static String of(Result.Kind kind) {
        return switch (kind) {
            case PROVISIONAL -> "Kết quả tạm thời";
            case FROZEN -> "Kết quả đã chốt";
        };
    }

    /** Name and unit of whoever did something; the system does some things by itself. */
    public static String person(Plan plan, String id) {
        return id.equals(Journal.SYSTEM) ? "Hệ thống" : DutyTexts.personName(plan, id);
    }

    static String of(Column column) {
        return column.title();
    }

    /** "trừ 0,5 điểm mỗi lần, nhiều nhất 3 điểm". */
    static String rule(Deduction deduct) {
        return rule(
                Decimals.shown(deduct.points()),
                deduct.per(),
                deduct.most() == null ? null : Decimals.shown(deduct.most()));
    }

    static String rule(String points, Deduction.Per per, @Nullable String most) {
        String each = "trừ " + points + " điểm" + (per == Deduction.Per.OCCURRENCE ? " mỗi lần" : " nếu xảy ra");
        return most == null ? each : each + ", nhiều nhất " + most + " điểm";
    }
}
