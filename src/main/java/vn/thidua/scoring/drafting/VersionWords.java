package vn.thidua.scoring.drafting;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.Journal;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;

/** Where a version comes from, who issued it and when, in words. */
final class VersionWords {
    private VersionWords() {}

    static String inForce(Plan plan, CriteriaTable table) {
        String state = table.state() == CriteriaTable.State.ISSUED ? "Đang áp dụng" : "Đã áp dụng đến khi chốt điểm:";
        return CriteriaHistory.issued(table)
                ? state + " phiên bản " + table.version() + ", " + issued(plan, table) + "."
                : state + " phiên bản " + table.version()
                        + (table.source() == CriteriaTable.Source.LAST_YEAR
                                ? " theo bảng năm trước"
                                : " theo bảng trong kế hoạch năm")
                        + ", do Cụm trưởng chưa ban hành khi mở tự chấm điểm.";
    }

    static List<String> facts(Plan plan, CriteriaTable table) {
        List<String> facts = new ArrayList<>();
        facts.add(drafted(plan, table) + ".");
        if (table.issuedAt() != null) {
            facts.add(issued(plan, table) + ".");
        }
        if (!table.reason().isBlank()) {
            facts.add("Lý do: " + table.reason());
        }
        return facts.stream()
                .map(f -> f.substring(0, 1).toUpperCase(Vietnam.LOCALE) + f.substring(1))
                .toList();
    }

    static String drafted(Plan plan, CriteriaTable table) {
        String from = switch (table.source()) {
            case PLAN -> "lấy từ bảng có sẵn";
            case LAST_YEAR -> "lấy từ bảng năm trước";
            case WORKBOOK -> "tải lên từ Excel";
        };
        return from + " lúc " + Vietnam.words(table.at()) + who(plan, table.by());
    }

    static String issued(Plan plan, CriteriaTable table) {
        return "ban hành lúc " + (table.issuedAt() == null ? "" : Vietnam.words(table.issuedAt()))
                + (table.issuedBy() == null ? "" : who(plan, table.issuedBy()));
    }

    private static String who(Plan plan, String person) {
        return Journal.SYSTEM.equals(person)
                ? ", do hệ thống thực hiện"
                : ", người thực hiện: " + DutyTexts.personName(plan, person);
    }
}
