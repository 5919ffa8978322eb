package vn.thidua.scoring.papers;

import java.time.Instant;
import java.util.List;
import vn.thidua.paper.OfficeWorkbook;
import vn.thidua.scoring.sheet.SheetView;

/**
 * One unit's sheet as an Excel workbook: what its reader sees of it, with totals as formulas, and how every figure came about. A pure
 * function of what the browser shows, so it shows nobody more.
 */
public final class SheetWorkbook {
    private SheetWorkbook() {}

    /**
     * One line of the history.
     *
     * @param column whose figure, or empty of a note
     * @param from what stood before, in words; empty where nothing did
     * @param to what stands since; of a note empty
     * @param text reason, or what the note says
     */
    public record Change(
            Instant at,
            String line,
            String column,
            String act,
            String from,
            String to,
            String text,
            String by,
            String party) {}

    /** @param status what stands behind the figures, in a sentence: a result, or that they may still change */
    public static byte[] of(SheetView view, String status, List<Change> history) {
        try (OfficeWorkbook book = OfficeWorkbook.titled("Bảng điểm – " + view.unitName())) {
            new SheetTable(book.sheet("Bảng điểm"), view).write(status);
            HistorySheet.write(book.sheet("Lịch sử"), view, history);
            return book.bytes();
        }
    }
}
