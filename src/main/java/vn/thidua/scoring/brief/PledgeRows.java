package vn.thidua.scoring.brief;

import java.util.List;
import vn.thidua.paper.PlainPdf;
import vn.thidua.scoring.sheet.Decimals;

/** Targets of a pledge as rows of a printed table. */
public final class PledgeRows {
    public static final List<PlainPdf.Column> COLUMNS = List.of(
            PlainPdf.Column.text("Chỉ tiêu", 4),
            PlainPdf.Column.number("Đăng ký", 1.2f),
            PlainPdf.Column.number("Kết quả", 1.2f),
            PlainPdf.Column.text("Đơn vị tính", 1.2f),
            PlainPdf.Column.text("Ghi chú", 2));

    private PledgeRows() {}

    public static List<List<String>> of(Pledge pledge) {
        return pledge.targets().stream()
                .map(target -> List.of(
                        target.number() + ". " + target.name(),
                        target.value(),
                        outcome(target),
                        target.measure(),
                        target.outcome() == null ? "" : target.outcome().remark()))
                .toList();
    }

    public static String outcome(Pledge.Target target) {
        Pledge.Outcome outcome = target.outcome();
        return outcome == null || outcome.value() == null ? "chưa có" : Decimals.shown(outcome.value());
    }
}
