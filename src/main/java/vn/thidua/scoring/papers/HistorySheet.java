package vn.thidua.scoring.papers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.scoring.sheet.SheetView;

/** Who changed what, when, from what to what (S2-13). */
final class HistorySheet {
    private static final int HEAD = 3;

    private HistorySheet() {}

    static void write(OfficeSheet sheet, SheetView view, List<SheetWorkbook.Change> history) {
        Map<String, String> names =
                view.lines().stream().collect(Collectors.toMap(l -> l.code(), l -> l.name(), (a, b) -> a));
        sheet.widths(21, 7, 38, 22, 22, 22, 22, 44, 38);
        sheet.text(0, 0, "LỊCH SỬ BẢNG ĐIỂM", CellLook.TITLE);
        sheet.text(1, 0, view.unitName() + " – " + view.yearName(), CellLook.SUBTITLE);
        sheet.heads(
                HEAD,
                List.of(
                        "Thời điểm",
                        "Mã",
                        "Nội dung",
                        "Cột điểm",
                        "Việc",
                        "Từ",
                        "Thành",
                        "Lý do, nội dung",
                        "Người thực hiện"));
        int row = HEAD;
        for (SheetWorkbook.Change change : history) {
            row++;
            sheet.instant(row, 0, change.at())
                    .text(row, 1, change.line(), CellLook.CODE)
                    .text(row, 2, names.getOrDefault(change.line(), "(không còn trong bảng tiêu chí)"), CellLook.TEXT)
                    .text(row, 3, change.column(), CellLook.TEXT)
                    .text(row, 4, change.act(), CellLook.TEXT)
                    .text(row, 5, change.from(), CellLook.TEXT)
                    .text(row, 6, change.to(), CellLook.TEXT)
                    .text(row, 7, change.text(), CellLook.TEXT)
                    .text(row, 8, by(change), CellLook.TEXT);
        }
        if (history.isEmpty()) {
            sheet.text(HEAD + 1, 0, "Chưa có thay đổi nào.", CellLook.REMARK);
        }
        sheet.frozen(HEAD, HEAD, 2).filter(HEAD, row, 8);
    }

    private static String by(SheetWorkbook.Change change) {
        return change.party().isEmpty() || change.by().contains(change.party())
                ? change.by()
                : change.by() + ", thay mặt " + change.party();
    }
}
