package vn.thidua.scoring.criteria.workbook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The cells of a sheet, merged ones with what they show. */
final class Cells {
    private final XSSFSheet sheet;
    private final List<CellRangeAddress> merged;

    Cells(XSSFSheet sheet) {
        if (sheet.getNumMergedRegions() > CriteriaWorkbook.MOST_ROWS) {
            throw new WorkbookRefused(
                    "Trang «" + Texts.clean(sheet.getSheetName()) + "» có quá nhiều ô gộp. Bỏ gộp ô, rồi tải lên lại.");
        }
        this.sheet = sheet;
        this.merged = sheet.getMergedRegions();
    }

    String name() {
        return Texts.clean(sheet.getSheetName());
    }

    /** What is written in this very cell; nothing in one that a merged cell lies over. */
    Content own(int row, int column) {
        XSSFRow found = sheet.getRow(row);
        Content content = Content.of(found == null ? null : found.getCell(column));
        return content.isEmpty() || !covered(row, column) ? content : Content.of(null);
    }

    /** As {@link #own}; a cell merged downwards says the same of each of its rows. */
    Content shown(int row, int column) {
        for (CellRangeAddress range : merged) {
            if (range.isInRange(row, column)) {
                return range.getFirstColumn() == column ? own(range.getFirstRow(), column) : own(row, column);
            }
        }
        return own(row, column);
    }

    private boolean covered(int row, int column) {
        return merged.stream()
                .anyMatch(range -> range.isInRange(row, column)
                        && (range.getFirstRow() != row || range.getFirstColumn() != column));
    }

    /** Rows with something in one of the columns, from the one after {@code row}; {@code most} of them. */
    List<Integer> filledAfter(int row, Set<Integer> columns, int most) {
        List<Integer> filled = new ArrayList<>();
        Iterator<Row> rows = sheet.rowIterator();
        while (rows.hasNext() && filled.size() < most) {
            int at = rows.next().getRowNum();
            if (at > row && columns.stream().anyMatch(c -> !own(at, c).isEmpty())) {
                filled.add(at);
            }
        }
        return filled;
    }

    int lastColumn(int row) {
        XSSFRow found = sheet.getRow(row);
        return found == null ? -1 : Math.min(found.getLastCellNum(), 200) - 1;
    }

    int lastRow() {
        return sheet.getLastRowNum();
    }
}
