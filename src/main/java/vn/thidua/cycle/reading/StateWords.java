package vn.thidua.cycle.reading;

import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.plan.Outcome;

/** Where a duty and its receipts stand, as an official says it. */
final class StateWords {
    private StateWords() {}

    static String of(Duty duty, boolean yearRunning) {
        return switch (duty.state()) {
            case OPEN -> yearRunning ? "Chưa nộp" : "Chưa nộp khi năm thi đua khép lại";
            case DELIVERED ->
                duty.type().reviewer() == null
                        ? "Đã hoàn thành"
                        : yearRunning ? "Đã nộp, chưa có ý kiến tiếp nhận" : "Đã nộp";
            case ACCEPTED -> "Đã nộp và được tiếp nhận";
            case DECLINED ->
                duty.type() == DutyType.SUPPLEMENT ? "Đã trả lời: không bổ sung" : "Đã trả lời: không đề nghị";
            case PENDING_PAPER -> "Đã nộp bản điện tử, chờ vào sổ hồ sơ giấy";
            case CLOSED -> "Đã khép lại";
        };
    }

    /** What silence led to; empty where nothing came of it. Nothing can be called handed in late that was not handed in. */
    static String outcome(Duty duty) {
        if (duty.outcome() == Outcome.LATE && !duty.received()) {
            return "Quá hạn nộp";
        }
        return duty.outcome() == null ? "" : capital(DutyTexts.outcome(duty.outcome()));
    }

    static String timeliness(Receipt receipt) {
        return (receipt.inTime() ? "Trong thời hạn" : "Sau thời hạn") + " (thời hạn khi nhận: "
                + DutyTexts.before(receipt.measuredAgainst()) + ")";
    }

    static String settled(Duty duty, Receipt receipt, boolean yearRunning) {
        if (receipt.settled() == null) {
            boolean awaited = yearRunning && duty.type().reviewer() != null && duty.state() == Duty.State.DELIVERED;
            return awaited ? "Có hiệu lực, chưa có ý kiến tiếp nhận" : "Có hiệu lực";
        }
        String when = receipt.settledAt() == null ? "" : " lúc " + Vietnam.toTheSecond(receipt.settledAt());
        return switch (receipt.settled()) {
            case "RETURNED" -> "Đã bị trả lại" + when;
            case "WITHDRAWN" -> "Đơn vị đã rút lại" + when;
            default -> "Đã được tiếp nhận" + when;
        };
    }

    static String reason(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Vietnam.LOCALE) + text.substring(1);
    }
}
