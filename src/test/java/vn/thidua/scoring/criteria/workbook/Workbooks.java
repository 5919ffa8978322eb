package vn.thidua.scoring.criteria.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.PlanReader;

/** The sample's table as a workbook, and workbooks that people have changed. */
public final class Workbooks {
    static final CriteriaWorkbook.Head HEAD =
            new CriteriaWorkbook.Head("Cụm thi đua Sở Nội vụ các tỉnh Tây Nam Bộ, năm 2024", "dự thảo, phiên bản 1");

    private Workbooks() {}

    public static Criteria sample() {
        return PlanReader.read(Path.of("plans/tay-nam-bo-2024.yaml"))
                .validPlan()
                .criteria();
    }

    public static byte[] file() {
        return CriteriaWorkbook.write(HEAD, sample());
    }

    /** The sample's workbook after somebody has been at it. */
    public static byte[] changed(Consumer<XSSFWorkbook> change) {
        return changed(file(), change);
    }

    public static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text, a number or nothing into a cell such as {@code D7}. */
    public static void put(XSSFWorkbook workbook, String sheet, String cell, @Nullable Object value) {
        XSSFCell at = cell(workbook, sheet, cell);
        if (value == null) {
            at.setBlank();
        } else if (value instanceof Number number) {
            at.setCellValue(number.doubleValue());
        } else {
            at.setCellValue(value.toString());
        }
    }

    public static XSSFCell cell(XSSFWorkbook workbook, String sheet, String cell) {
        CellReference at = new CellReference(cell);
        XSSFSheet found = workbook.getSheet(sheet);
        XSSFRow row = found.getRow(at.getRow());
        if (row == null) {
            row = found.createRow(at.getRow());
        }
        XSSFCell there = row.getCell(at.getCol());
        return there == null ? row.createCell(at.getCol()) : there;
    }
}
