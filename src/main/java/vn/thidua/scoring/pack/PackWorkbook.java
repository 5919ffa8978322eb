package vn.thidua.scoring.pack;

import static vn.thidua.paper.OfficeSheet.ref;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.paper.CellLook;
import vn.thidua.paper.OfficeSheet;
import vn.thidua.paper.OfficeWorkbook;
import vn.thidua.scoring.brief.Pledge;

/** The pack as an Excel workbook: what each unit brings, its targets one by one, the directions, and what is missing. */
public final class PackWorkbook {
    private static final int HEAD = 4;
    private static final int FIRST = HEAD + 1;

    private final Pack pack;

    private PackWorkbook(Pack pack) {
        this.pack = pack;
    }

    public static byte[] of(Pack pack) {
        try (OfficeWorkbook book = OfficeWorkbook.titled("Hồ sơ hội nghị tổng kết – " + pack.yearName())) {
            PackWorkbook writing = new PackWorkbook(pack);
            writing.units(book.sheet("Tổng hợp"));
            writing.targets(book.sheet("Chỉ tiêu giao ước"));
            writing.directions(book.sheet("Ý kiến chỉ đạo"));
            writing.missing(book.sheet("Còn thiếu"));
            return book.bytes();
        }
    }

    private void units(OfficeSheet sheet) {
        sheet.widths(7, 26, 9, 10, 10, 11, 11, 18, 20, 26, 28);
        head(
                sheet,
                "HỒ SƠ HỘI NGHỊ TỔNG KẾT",
                "Hạng",
                "Đơn vị",
                "Điểm trừ",
                "Tổng điểm",
                "Điểm thưởng",
                "Tổng điểm có thưởng",
                "Xếp loại thi đua",
                "Không xét khen thưởng vì",
                "Xếp loại chất lượng",
                "Quyết định xếp loại",
                "Còn thiếu");
        int row = FIRST;
        for (Pack.UnitPack unit : pack.units()) {
            Pack.Classification classification = unit.classification();
            sheet.number(row, 0, unit.rank(), CellLook.TOTAL_COUNT)
                    .text(row, 1, unit.name(), CellLook.TEXT)
                    .number(row, 2, unit.penalty(), CellLook.POINTS)
                    .number(row, 3, unit.total(), CellLook.TOTAL_POINTS)
                    .number(row, 4, unit.bonus(), CellLook.POINTS)
                    .formula(row, 5, ref(row, 3) + "+" + ref(row, 4), CellLook.TOTAL_POINTS)
                    .text(row, 6, unit.band(), CellLook.TEXT)
                    .text(row, 7, unit.knockOuts(), CellLook.TEXT)
                    .text(row, 8, classification == null ? "" : classification.grade(), CellLook.TEXT)
                    .text(row, 9, classification == null ? "" : classification.document(), CellLook.TEXT)
                    .text(row, 10, String.join("; ", unit.missing()), CellLook.TEXT);
            row++;
        }
    }

    private void targets(OfficeSheet sheet) {
        sheet.widths(28, 6, 44, 14, 14, 16, 30, 24);
        head(
                sheet,
                "CHỈ TIÊU GIAO ƯỚC VÀ KẾT QUẢ",
                "Đơn vị",
                "Số",
                "Chỉ tiêu",
                "Đăng ký",
                "Kết quả",
                "Đơn vị tính",
                "Ghi chú",
                "Giao ước (biên nhận)");
        int row = FIRST;
        for (Pack.UnitPack unit : pack.units()) {
            Pledge pledge = unit.pledge();
            if (pledge == null) {
                sheet.fill(row, 0, 7, CellLook.TEXT)
                        .text(row, 0, unit.name(), CellLook.TEXT)
                        .text(row, 2, "Chưa nộp giao ước thi đua", CellLook.TEXT);
                row++;
                continue;
            }
            for (Pledge.Target target : pledge.targets()) {
                target(sheet, row++, unit, pledge, target);
            }
        }
    }

    private static void target(OfficeSheet sheet, int row, Pack.UnitPack unit, Pledge pledge, Pledge.Target target) {
        Pledge.@Nullable Outcome outcome = target.outcome();
        boolean there = outcome != null && outcome.value() != null;
        sheet.text(row, 0, unit.name(), CellLook.TEXT)
                .number(row, 1, target.number(), CellLook.COUNT)
                .text(row, 2, target.name(), CellLook.TEXT)
                .text(row, 3, target.value(), CellLook.TEXT)
                .text(row, 5, target.measure(), CellLook.TEXT)
                .text(row, 6, outcome == null ? "" : outcome.remark(), CellLook.TEXT)
                .text(row, 7, pledge.receipt() + (pledge.inTime() ? "" : ", nộp muộn"), CellLook.TEXT);
        if (there) {
            sheet.number(row, 4, outcome.value(), CellLook.POINTS);
        } else {
            sheet.text(row, 4, "chưa có", CellLook.TEXT);
        }
    }

    private void directions(OfficeSheet sheet) {
        sheet.widths(36, 18, 14, 90);
        head(sheet, "Ý KIẾN CHỈ ĐẠO CỦA CẤP TRÊN", "Cơ quan, người chỉ đạo", "Số, ký hiệu", "Ngày", "Nội dung");
        int row = FIRST;
        for (Direction direction : pack.directions()) {
            sheet.text(row, 0, direction.issuer(), CellLook.TEXT)
                    .text(row, 1, direction.number(), CellLook.TEXT)
                    .text(row, 2, direction.dayWords(), CellLook.TEXT)
                    .text(row, 3, direction.summary(), CellLook.TEXT);
            row++;
        }
    }

    private void missing(OfficeSheet sheet) {
        sheet.widths(36, 90);
        head(sheet, "CÒN THIẾU", "Đơn vị", "Nội dung còn thiếu");
        int row = FIRST;
        for (String missing : pack.missing()) {
            sheet.text(row, 0, "Toàn cụm", CellLook.TEXT).text(row, 1, missing, CellLook.TEXT);
            row++;
        }
        for (Pack.UnitPack unit : pack.units()) {
            for (String missing : unit.missing()) {
                sheet.text(row, 0, unit.name(), CellLook.TEXT).text(row, 1, missing, CellLook.TEXT);
                row++;
            }
        }
        if (row == FIRST) {
            sheet.text(row, 0, "", CellLook.TEXT).text(row, 1, "Không thiếu nội dung nào.", CellLook.TEXT);
        }
    }

    private void head(OfficeSheet sheet, String title, String... heads) {
        sheet.text(0, 0, title, CellLook.TITLE)
                .text(1, 0, pack.yearName(), CellLook.SUBTITLE)
                .text(2, 0, pack.draft() ? "BẢN NHÁP. " + pack.status() : pack.status(), CellLook.SUBTITLE)
                .heads(HEAD, List.of(heads))
                .frozen(HEAD, HEAD, 0);
    }
}
