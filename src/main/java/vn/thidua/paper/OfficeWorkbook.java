package vn.thidua.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An Excel workbook that people read, print and calculate on with: texts stay texts whatever they begin with, formulas carry the values
 * they have, and programs are asked to compute them anew.
 *
 * <pre>{@code try (OfficeWorkbook book = OfficeWorkbook.titled("Bảng điểm")) { book.sheet("Điểm")…; return book.bytes(); }}</pre>
 */
public final class OfficeWorkbook implements AutoCloseable {
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<CellLook, XSSFCellStyle> looks = new EnumMap<>(CellLook.class);
    private final Map<CellLook, XSSFCellStyle> quoted = new EnumMap<>(CellLook.class);

    private OfficeWorkbook() {}

    /** @param title in the document's properties */
    public static OfficeWorkbook titled(String title) {
        OfficeWorkbook book = new OfficeWorkbook();
        var properties = book.workbook.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator("Hệ thống Thi đua");
        PackageProperties language = properties.getUnderlyingProperties();
        language.setLanguageProperty(java.util.Optional.of("vi-VN"));
        return book;
    }

    /** A new sheet, printed on A4 across and fitted to its width. */
    public OfficeSheet sheet(String name) {
        return new OfficeSheet(this, workbook.createSheet(name));
    }

    XSSFCellStyle look(CellLook look) {
        return looks.computeIfAbsent(look, l -> l.in(workbook));
    }

    /** As {@link #look}, of a text that must not become a formula when somebody edits its cell. */
    XSSFCellStyle quoted(CellLook look) {
        return quoted.computeIfAbsent(look, l -> {
            XSSFCellStyle style = l.in(workbook);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    XSSFWorkbook poi() {
        return workbook;
    }

    /** Computes every formula, so that whoever only shows the file shows the right values. */
    public byte[] bytes() {
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.setForceFormulaRecalculation(true);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
