package vn.thidua.scoring.progress;

import java.util.List;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.paper.OfficeWorkbook;

/** The progress board as an Excel workbook: a sheet of the units, a sheet of the contested lines. Counts are formulas. */
public final class ProgressWorkbook {
    private static final int HEAD = 7;

    private ProgressWorkbook() {}

    public static byte[] of(Progress progress) {
        try (OfficeWorkbook book = OfficeWorkbook.titled("Tiến độ chấm điểm – " + progress.yearName())) {
            units(book.sheet("Tiến độ"), progress);
            stakes(book.sheet("Dòng chênh lệch"), progress);
            return book.bytes();
        }
    }

    private static void units(OfficeSheet sheet, Progress progress) {
        sheet.widths(38, 34, 34, 34, 13, 13, 13, 30, 18);
        sheet.text(0, 0, "TIẾN ĐỘ CHẤM ĐIỂM", CellLook.TITLE);
        sheet.text(1, 0, progress.yearName() + ", lúc " + progress.asOf(), CellLook.SUBTITLE);
        for (int i = 0; i < progress.counts().size(); i++) {
            sheet.text(2 + i, 0, progress.counts().get(i), CellLook.SUBTITLE);
        }
        sheet.heads(
                HEAD,
                List.of(
                        "Đơn vị",
                        "Tự chấm",
                        "Cụm trưởng thẩm định",
                        "Cụm phó thẩm định",
                        "Dòng chênh lệch",
                        "Đã thống nhất",
                        "Đã giải trình",
                        "Đang ở bước",
                        "Đã chờ"));
        int row = HEAD;
        for (Progress.Unit unit : progress.units()) {
            row++;
            sheet.text(row, 0, unit.name(), CellLook.TEXT)
                    .text(row, 1, unit.self().text(), CellLook.TEXT)
                    .text(row, 2, unit.leader().text(), CellLook.TEXT)
                    .text(row, 3, unit.deputy().text(), CellLook.TEXT)
                    .number(row, 4, unit.contested(), CellLook.COUNT)
                    .number(row, 5, unit.settled(), CellLook.COUNT)
                    .number(row, 6, unit.explained(), CellLook.COUNT)
                    .text(row, 7, unit.stage(), CellLook.TEXT)
                    .text(row, 8, unit.waiting(), CellLook.TEXT);
        }
        if (row > HEAD) {
            sheet.text(row + 1, 0, "Cộng", CellLook.TOTAL_TEXT).fill(row + 1, 1, 3, CellLook.TOTAL_TEXT);
            for (int column = 4; column <= 6; column++) {
                sheet.formula(
                        row + 1, column, "SUM(" + OfficeSheet.span(HEAD + 1, row, column) + ")", CellLook.TOTAL_COUNT);
            }
        }
        sheet.frozen(HEAD, HEAD, 1);
    }

    private static void stakes(OfficeSheet sheet, Progress progress) {
        sheet.widths(38, 8, 52, 16, 16, 16, 14, 24, 14);
        sheet.text(0, 0, "CÁC DÒNG CHÊNH LỆCH CHƯA THỐNG NHẤT", CellLook.TITLE);
        sheet.text(1, 0, progress.yearName() + ", lúc " + progress.asOf(), CellLook.SUBTITLE);
        String ranks = progress.ranksShown()
                ? "Thứ hạng tính theo các bản đã nộp."
                : "Thứ hạng chỉ hiện cho người xem được mọi số liệu đã nộp.";
        sheet.text(2, 0, ranks, CellLook.SUBTITLE);
        int head = 3;
        sheet.heads(
                head,
                List.of(
                        "Đơn vị",
                        "Mã",
                        "Nội dung",
                        "Tự chấm",
                        "Cụm trưởng",
                        "Cụm phó",
                        "Chênh lệch điểm",
                        "Ảnh hưởng thứ hạng",
                        "Giải trình"));
        int row = head;
        for (Progress.Stake stake : progress.contested()) {
            row++;
            sheet.text(row, 0, stake.unitName(), CellLook.TEXT)
                    .text(row, 1, stake.line(), CellLook.CODE)
                    .text(row, 2, stake.name(), CellLook.TEXT);
            for (int i = 0; i < 3; i++) {
                sheet.text(row, 3 + i, stake.figures().get(i), CellLook.TEXT);
            }
            sheet.text(row, 6, stake.points(), CellLook.TEXT)
                    .text(row, 7, stake.ranks(), CellLook.TEXT)
                    .text(row, 8, stake.explained() ? "đã có" : "chưa có", CellLook.TEXT);
        }
        if (progress.contested().isEmpty()) {
            sheet.text(head + 1, 0, "Không có dòng nào.", CellLook.REMARK);
        }
        sheet.frozen(head, head, 2).filter(head, row, 8);
    }
}
