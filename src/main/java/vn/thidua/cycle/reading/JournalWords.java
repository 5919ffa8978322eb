package vn.thidua.cycle.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Plan;

/** The journal's lines about one duty, in words. */
final class JournalWords {
    private static final Map<String, String> DETAILS = details();

    /** What happens to a draft concerns whoever owes the paper that it is to become. */
    private static final Set<JournalEvent> OF_A_DRAFT = EnumSet.of(
            JournalEvent.DRAFTED,
            JournalEvent.COMMENTS_OPENED,
            JournalEvent.COMMENTED,
            JournalEvent.COMMENT_ANSWERED,
            JournalEvent.COMMENTS_CLOSED,
            JournalEvent.CRITERIA_ISSUED);

    private JournalWords() {}

    /** Whether a line speaks of this duty: it names it, moves the date of all alike, or tells the vote it asks for. */
    static boolean concerns(JournalEntry entry, DutyKey key) {
        if (entry.event() == JournalEvent.DEADLINE_MOVED || entry.event() == JournalEvent.MEETING_MOVED) {
            return true;
        }
        if (entry.event() == JournalEvent.VOTED) {
            return key.type() == DutyType.AWARD_VOTE
                    && key.subject().equals(entry.detail().get("nomination"));
        }
        if (entry.event() == JournalEvent.FROZEN) {
            return key.type() == DutyType.FREEZE;
        }
        if (OF_A_DRAFT.contains(entry.event())) {
            return true;
        }
        return key.party().equals(entry.unit())
                && key.type().name().equals(entry.detail().get("type"))
                && key.subject().equals(entry.detail().getOrDefault("subject", ""));
    }

    /** The choices of a secret ballot are nowhere; who has voted stands in the receipt alone. */
    static DutyView.JournalLine line(Plan plan, JournalEntry entry) {
        return new DutyView.JournalLine(
                Vietnam.toTheSecond(entry.at()),
                what(entry),
                entry.by().equals(Journal.SYSTEM) ? "Hệ thống" : DutyTexts.personName(plan, entry.by()),
                DETAILS.entrySet().stream()
                        .filter(d -> entry.detail().containsKey(d.getKey()))
                        .map(d -> d.getValue() + ": " + value(plan, entry, d.getKey()))
                        .filter(text -> !text.endsWith(": "))
                        .collect(Collectors.joining("; ")));
    }

    private static String what(JournalEntry entry) {
        return switch (entry.event()) {
            case TASK_OPENED -> "Mở việc";
            case RECEIVED -> "Nhận tệp";
            case DELIVERED -> "Nhận bản nộp trong thời hạn";
            case DELIVERED_LATE -> "Nhận bản nộp sau thời hạn";
            case REFUSED -> refused(entry);
            case CHECKED -> "Có kết quả kiểm tra tệp";
            case CITED -> "Đơn vị xác nhận số, ký hiệu, ngày ban hành của tệp";
            case READ -> "Xem hoặc tải về tệp";
            case ACCEPTED -> "Tiếp nhận";
            case RETURNED -> "Trả lại";
            case WITHDRAWN -> withdrawn(entry);
            case DECLINED -> "Đơn vị trả lời không bổ sung hoặc không đề nghị";
            case LAPSED ->
                "Hết hạn: "
                        + DutyTexts.outcome(
                                Outcome.valueOf(String.valueOf(entry.detail().get("outcome"))));
            case OVERDUE -> "Quá hạn";
            case REMINDED -> "Gửi thư nhắc";
            case DEADLINE_MOVED -> "Dời thời hạn, áp dụng như nhau cho mọi đơn vị";
            case MEETING_MOVED -> "Dời lịch họp";
            case RULED -> "Quyết định xử lý";
            case DATA_ASKED -> "Yêu cầu cung cấp số liệu";
            case DATA_ANSWERED -> "Ghi trả lời yêu cầu số liệu";
            case DATA_OBSTACLE -> "Chuyển yêu cầu số liệu lên lãnh đạo đơn vị";
            case DATA_INSTRUCTED -> "Lãnh đạo đơn vị chỉ đạo về yêu cầu số liệu";
            case DATA_ENDED -> "Khép lại yêu cầu số liệu";
            case COMPLAINED -> "Khiếu nại về kết quả đã chốt";
            case FROZEN ->
                entry.detail().containsKey("corrections") ? "Sửa kết quả đã chốt theo quyết định" : "Chốt điểm";
            case VOTED -> Boolean.FALSE.equals(entry.detail().get("held")) ? "Không bỏ phiếu" : "Kiểm phiếu";
            case SENT -> "Đã gửi";
            case DRAFTED -> "Có dự thảo mới";
            case COMMENTS_OPENED -> "Lấy ý kiến các đơn vị về dự thảo";
            case COMMENTED -> commented(entry);
            case COMMENT_ANSWERED ->
                Boolean.TRUE.equals(entry.detail().get("accepted")) ? "Tiếp thu ý kiến" : "Giải trình ý kiến";
            case COMMENTS_CLOSED -> "Kết thúc lấy ý kiến";
            case CRITERIA_ISSUED -> "Bảng tiêu chí có hiệu lực";
            case REPLACED -> "Thay người thẩm định do xung đột lợi ích";
            case EXPLAINED -> "Đơn vị giải trình";
            case AGREED -> "Thống nhất điểm";
            case UNDONE -> "Bỏ lần thống nhất điểm";
            case OBJECTED -> "Kiến nghị về điểm";
            case MARKED -> "Cho bổ sung minh chứng";
            case UNMARKED -> "Thôi cho bổ sung minh chứng";
            case PROVISIONAL -> "Có kết quả tạm thời";
            case CIRCULATED -> "Thông báo chênh lệch so với kết quả tạm thời";
            default -> entry.event().name();
        };
    }

    private static String commented(JournalEntry entry) {
        if (entry.detail().containsKey("text")) {
            return "Đơn vị góp ý";
        }
        return Boolean.TRUE.equals(entry.detail().get("nothing"))
                ? "Đơn vị trả lời không có ý kiến"
                : "Đơn vị đã góp ý xong";
    }

    /** A file whose content may not come in, or anything after its deadline. */
    private static String refused(JournalEntry entry) {
        String what = entry.detail().containsKey("file") ? "Không nhận tệp" : "Không nhận bản nộp";
        return entry.detail().containsKey("file") && entry.detail().containsKey("reason")
                ? what
                : what + " vì đã hết hạn";
    }

    private static String withdrawn(JournalEntry entry) {
        if (entry.detail().containsKey("declined")) {
            return "Đơn vị bỏ trả lời «không bổ sung»";
        }
        return entry.detail().containsKey("file") ? "Đơn vị rút lại tệp" : "Đơn vị rút lại bản nộp";
    }

    private static String value(Plan plan, JournalEntry entry, String key) {
        Object value = entry.detail().get(key);
        return switch (key) {
            case "party" -> DutyTexts.partyName(plan, value.toString());
            case "deadline", "mendUntil", "ends" -> DutyTexts.before(Instant.parse(value.toString()));
            case "receivedAt" -> Vietnam.toTheSecond(Instant.parse(value.toString()));
            case "inTime" -> Boolean.TRUE.equals(value) ? "trong thời hạn" : "muộn";
            case "askedBy", "agreedBy" -> DutyTexts.personName(plan, value.toString());
            case "replacements" ->
                ((List<?>) value)
                        .stream()
                                .map(id -> DutyTexts.personName(plan, String.valueOf(id)))
                                .collect(Collectors.joining(", "));
            case "verdict" -> DutyTexts.text("verdict." + value);
            case "why" -> DutyTexts.text("why." + value);
            case "reason" -> entry.event() == JournalEvent.VOTED ? DutyTexts.text("vote." + value) : value.toString();
            default ->
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : value.toString();
        };
    }

    private static Map<String, String> details() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("version", "phiên bản");
        words.put("party", "đơn vị");
        words.put("place", "dòng");
        words.put("text", "nội dung");
        words.put("ends", "nhận ý kiến");
        words.put("silent", "không trả lời");
        words.put("receipt", "biên nhận");
        words.put("file", "tệp");
        words.put("slot", "mục");
        words.put("receivedAt", "nhận lúc");
        words.put("inTime", "tính là");
        words.put("replaces", "thay cho biên nhận");
        words.put("verdict", "kết quả");
        words.put("request", "yêu cầu");
        words.put("supplier", "nơi cung cấp");
        words.put("lines", "tiêu chí");
        words.put("complaint", "khiếu nại");
        words.put("concerns", "điểm của");
        words.put("figure", "điểm");
        words.put("result", "kết quả số");
        words.put("hash", "mã băm");
        words.put("from", "từ");
        words.put("to", "đến");
        words.put("deadline", "thời hạn");
        words.put("reason", "lý do");
        words.put("remarks", "ý kiến");
        words.put("findings", "ý kiến sau hạn");
        words.put("why", "vì");
        words.put("mendUntil", "được hoàn thiện");
        words.put("votes", "số phiếu đồng ý");
        words.put("members", "tổng số đơn vị thành viên");
        words.put("replacements", "người thẩm định thay");
        words.put("askedBy", "người đề nghị");
        words.put("agreedBy", "người thống nhất");
        return words;
    }
}
