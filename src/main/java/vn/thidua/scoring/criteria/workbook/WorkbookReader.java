package vn.thidua.scoring.criteria.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.CriteriaCheck;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.KnownInput;
import vn.thidua.scoring.criteria.CriteriaWords;
import vn.thidua.scoring.criteria.workbook.Mistakes.Place;

/** Reads a workbook into a criteria table: first every cell, then the rules on what was read, so that no mistake hides another. */
final class WorkbookReader {
    private static final Place WHOLE = new Place(Layout.CRITERIA.ordinal(), Layout.CRITERIA.title(), -1, -1);

    private final XSSFWorkbook workbook;
    private final Mistakes mistakes = new Mistakes();
    private final Map<Object, SheetRow> rows = new IdentityHashMap<>();
    private final Set<XSSFSheet> used = new HashSet<>();
    private int filled;

    private WorkbookReader(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static CriteriaReading read(XSSFWorkbook workbook) {
        return new WorkbookReader(workbook).read();
    }

    private CriteriaReading read() {
        List<SheetRow> criteria = rows(Layout.CRITERIA);
        List<SheetRow> bonuses = rows(Layout.BONUSES);
        List<SheetRow> penalties = rows(Layout.PENALTIES);
        List<SheetRow> bands = rows(Layout.BANDS);
        GeneralSheet general = GeneralSheet.read(sheet(Layout.GENERAL, Layout.values().length), mistakes);
        Criteria read = new Criteria(
                general.reference(),
                new GroupRows(rows).read(criteria),
                each(bonuses, WorkbookReader::bonus),
                each(penalties, WorkbookReader::penalty),
                each(bands, WorkbookReader::band),
                general.rankBy());
        CriteriaCheck.check(read, new TableReport(rows, WHOLE, mistakes));
        unused();
        return new CriteriaReading(mistakes.none() ? read : null, mistakes.errors(), mistakes.warnings());
    }

    private List<SheetRow> rows(Layout layout) {
        XSSFSheet sheet = sheet(layout.title(), layout.ordinal());
        if (sheet == null) {
            return List.of();
        }
        Cells cells = new Cells(sheet);
        Headers headers = Headers.find(layout, cells, layout.ordinal(), mistakes);
        if (headers == null) {
            return List.of();
        }
        Set<Integer> columns = new HashSet<>();
        headers.columns().forEach((field, column) -> {
            if (layout.heading(field).kind() != Heading.Kind.SUM) {
                columns.add(column);
            }
        });
        List<Integer> found = cells.filledAfter(headers.row(), columns, CriteriaWorkbook.MOST_ROWS + 1);
        filled += found.size();
        if (filled > CriteriaWorkbook.MOST_ROWS) {
            throw new WorkbookRefused(
                    "Tệp có hơn 2.000 dòng; bảng tiêu chí không dài như vậy. Xóa các dòng thừa ở trang «"
                            + layout.title() + "», rồi tải lên lại.");
        }
        return found.stream()
                .map(row -> new SheetRow(
                        layout, cells, headers.columns(), new Place(layout.ordinal(), cells.name(), row, 0), mistakes))
                .toList();
    }

    private @Nullable XSSFSheet sheet(String title, int order) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            if (Texts.folded(sheet.getSheetName()).equals(Texts.folded(title)) && used.add(sheet)) {
                return sheet;
            }
        }
        mistakes.error(
                new Place(order, title, -1, -1),
                "missing-sheet",
                "không thấy trang này; thêm trang và viết đúng tên «" + title + "», chép dòng tiêu đề từ tệp mẫu");
        return null;
    }

    private void unused() {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            boolean guide = Texts.folded(sheet.getSheetName()).equals(Texts.folded(Layout.GUIDE));
            if (!guide && !used.contains(sheet)) {
                mistakes.warning(
                        new Place(Integer.MAX_VALUE, Texts.clean(sheet.getSheetName()), -1, -1),
                        "unknown-sheet",
                        "trang không có trong mẫu nên bị bỏ qua");
            }
        }
    }

    private <T extends Object> List<T> each(List<SheetRow> from, Function<SheetRow, T> reader) {
        List<T> read = new ArrayList<>();
        for (SheetRow row : from) {
            T record = reader.apply(row);
            rows.put(record, row);
            read.add(record);
        }
        return read;
    }

    private static Criteria.Bonus bonus(SheetRow row) {
        String code = row.required("code", "T1");
        String name = row.required("name", "Được tặng Cờ thi đua");
        BigDecimal max = row.requiredFigure("max");
        BigDecimal step = row.figure("step");
        return new Criteria.Bonus(code, name, max, Objects.requireNonNullElse(step, Criterion.DEFAULT_STEP));
    }

    private static Criteria.Penalty penalty(SheetRow row) {
        String code = row.required("code", "P1");
        String name = row.required("name", "Nộp báo cáo muộn");
        BigDecimal points = row.requiredFigure("points");
        Deduction.Per per = per(row, "per");
        BigDecimal most = row.figure("most");
        return new Criteria.Penalty(
                code, name, new Deduction(points, per, most), known(row, Heading.Kind.KNOWN_COUNT.choices()));
    }

    private static Criteria.Band band(SheetRow row) {
        String name = row.required("name", "Xuất sắc");
        BigDecimal from = row.requiredFigure("from");
        return new Criteria.Band(name, from);
    }

    static Deduction.Per per(SheetRow row, String field) {
        Deduction.Per per = row.choice(field, Deduction.Per.class, CriteriaWords::of, Heading.Kind.PER.choices());
        return per == null ? Deduction.Per.OCCURRENCE : per;
    }

    static @Nullable KnownInput known(SheetRow row, List<String> offered) {
        return row.choice("known", KnownInput.class, CriteriaWords::of, offered);
    }
}
