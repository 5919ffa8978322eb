package vn.thidua.rehearsal;

import java.util.Locale;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.JournalEntry;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;

/** Events of the journal as an official reads them. */
final class EventWords {
    private EventWords() {}

    static String of(JournalEntry entry) {
        return switch (entry.event()) {
            case PHASE_STARTED -> "Bắt đầu " + phase(entry);
            case PHASE_ENDED -> "Kết thúc " + phase(entry);
            case LAPSED -> duty(entry) + ": " + DutyTexts.outcome(Outcome.valueOf(detail(entry, "outcome")));
            case OVERDUE ->
                (detail(entry, "complaint").isEmpty() ? duty(entry) : "khiếu nại " + detail(entry, "complaint"))
                        + ": quá hạn";
            case DATA_ASKED -> figures(entry) + ": yêu cầu " + detail(entry, "supplier") + " cung cấp";
            case DATA_ANSWERED -> figures(entry) + ": " + detail(entry, "supplier") + " đã trả lời";
            case DATA_OBSTACLE -> figures(entry) + ": chuyển lên lãnh đạo đơn vị";
            case DATA_INSTRUCTED -> figures(entry) + ": lãnh đạo đơn vị chỉ đạo";
            case DATA_ENDED -> figures(entry) + ": khép lại";
            case COMPLAINED -> "khiếu nại " + detail(entry, "complaint") + " về kết quả đã chốt";
            case FROZEN ->
                entry.detail().containsKey("corrections")
                        ? "sửa kết quả đã chốt theo quyết định"
                        : "chốt kết quả chấm điểm";
            case DRAFTED -> "dự thảo " + duty(entry);
            case COMMENTS_OPENED -> "lấy ý kiến về dự thảo " + duty(entry);
            case COMMENTED -> "ý kiến về dự thảo " + duty(entry);
            case COMMENT_ANSWERED -> "trả lời ý kiến về dự thảo " + duty(entry);
            case COMMENTS_CLOSED -> "kết thúc lấy ý kiến về dự thảo " + duty(entry);
            case REPLACED -> duty(entry) + ": thay người thẩm định do xung đột lợi ích";
            case CRITERIA_ISSUED -> "bảng tiêu chí có hiệu lực";
            case PROVISIONAL -> "có kết quả chấm điểm tạm thời";
            case CIRCULATED -> "thông báo chênh lệch so với kết quả tạm thời";
            case SENT -> "đã gửi " + duty(entry) + ("true".equals(detail(entry, "late")) ? " (muộn)" : "");
            case CANCELLED -> "năm thi đua bị hủy";
            case CLOSED -> "kết thúc năm thi đua";
            default -> duty(entry);
        };
    }

    private static String figures(JournalEntry entry) {
        return "số liệu " + detail(entry, "request");
    }

    /** The phase's name as its diagram has it, inside a sentence. */
    static String phase(JournalEntry entry) {
        String name = detail(entry, "name");
        if (name.isEmpty()) {
            name = DutyCode.find(detail(entry, "phase")).map(DutyCode::title).orElse(detail(entry, "phase"));
        }
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String duty(JournalEntry entry) {
        String code = entry.duty() == null ? "" : entry.duty();
        return DutyCode.find(code).map(DutyCode::title).orElse(code);
    }

    static String detail(JournalEntry entry, String key) {
        Object value = entry.detail().get(key);
        return value == null ? "" : value.toString();
    }
}
