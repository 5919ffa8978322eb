package vn.thidua.scoring.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a test reads it: cells by the texts of their row and heading. */
final class OpenedWorkbook {
    final XSSFWorkbook poi;

    private OpenedWorkbook(XSSFWorkbook poi) {
        this.poi = poi;
    }

    static OpenedWorkbook of(byte[] bytes) {
        try {
            return new OpenedWorkbook(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenedWorkbook of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFSheet sheet(String name) {
        return poi.getSheet(name);
    }

    /** Its formulas without the values that they came with, so that whoever opens it has to compute them. */
    Path withoutValues(String name) {
        poi.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                String formula = cell.getCellFormula();
                cell.setBlank();
                cell.setCellFormula(formula);
            }
        })));
        return save(name);
    }

    Path save(String name) {
        try {
            Path file = Files.createTempDirectory("workbook").resolve(name + ".xlsx");
            try (var out = Files.newOutputStream(file)) {
                poi.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row in whose column a text stands. */
    Row row(String sheet, int column, String text) {
        for (Row row : sheet(sheet)) {
            Cell cell = row.getCell(column);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                return row;
            }
        }
        throw new AssertionError("no row «" + text + "» in " + sheet);
    }

    /** The column in which a heading stands. */
    int column(String sheet, String heading) {
        for (Row row : sheet(sheet)) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(heading)) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new AssertionError("no heading «" + heading + "» in " + sheet);
    }

    static BigDecimal number(Cell cell) {
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    static String text(Cell cell) {
        return cell == null ? "" : cell.getStringCellValue();
    }

    /** What the comparison says of each unit: rank, total, with bonus, bonus, penalty, groups, band, knock-outs. */
    Map<String, List<String>> comparison(List<String> names, List<String> groups) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (String name : names) {
            Row row = row("So sánh", 1, name);
            List<String> line = new ArrayList<>();
            line.add(number(row.getCell(0)).toPlainString());
            for (String heading : List.of("Tổng điểm", "Tổng điểm có thưởng", "Điểm thưởng", "Điểm trừ")) {
                line.add(number(row.getCell(column("So sánh", heading))).toPlainString());
            }
            for (String group : groups) {
                line.add(number(row.getCell(column("So sánh", group))).toPlainString());
            }
            line.add(text(row.getCell(column("So sánh", "Xếp loại"))));
            line.add(text(row.getCell(column("So sánh", "Không xét khen thưởng vì"))));
            said.put(name, line);
        }
        return said;
    }
}
