package vn.thidua.scoring.criteria.workbook;

import static vn.thidua.scoring.criteria.workbook.Workbooks.cell;
import static vn.thidua.scoring.criteria.workbook.Workbooks.put;

import java.util.Date;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sample's workbook after somebody made nearly every mistake that can be made in it. */
public final class ManyMistakes {
    private static final String CRITERIA = "Tiêu chí";

    /** All that is to be said of it, in the order of sheets, rows and columns. */
    public static final List<String> TOLD = List.of(
            "Tiêu chí!D6: «hai» không phải số; viết ví dụ 2 hoặc 0,25",
            "Tiêu chí!E7: bước điểm 0 của tiêu chí 1.2 phải lớn hơn 0 và không quá 3; viết ví dụ 0,25",
            "Tiêu chí!B8: mã tiêu chí «1.2» đã dùng; viết một mã khác",
            "Tiêu chí!G9: «có lẽ» không dùng được; viết một trong: Có, Không",
            "Tiêu chí!H10: số điểm -1 phải lớn hơn 0; viết ví dụ 10",
            "Tiêu chí!C12: thiếu «Nội dung»; viết ví dụ nội dung của tiêu chí, hoặc xóa cả dòng nếu không dùng",
            "Tiêu chí!B13: mã «2 2/!» không hợp lệ; viết tối đa 20 chữ, số, dấu chấm, ví dụ 1.1",
            "Tiêu chí!D14: «1.000» có thể là hàng nghìn hoặc số lẻ; viết 1000 hoặc 1",
            "Tiêu chí!H16: có cách trừ hoặc mức trừ nhiều nhất nhưng thiếu «Mức trừ»; viết ví dụ 0,5, hoặc xóa các ô đó",
            "Tiêu chí!G17: dòng nhóm không có mục này; xóa ô, hoặc viết Loại là «Tiêu chí»",
            "Tiêu chí!E18: điểm tối đa 4 của tiêu chí 3.1 không chia hết cho bước 0,3, nên không chấm được điểm tối đa; viết ví dụ 0,25",
            "Tiêu chí!M19: «Trời mưa» không dùng được; viết một trong: Nộp kế hoạch đúng hạn, Nộp giao ước đúng hạn, Nộp tự chấm điểm đúng hạn, Số văn bản nộp muộn, Số văn bản không nộp, Số lần vắng họp",
            "Tiêu chí!M20: «Số văn bản nộp muộn» đếm số lần, nhưng tiêu chí 3.3 không ghi mỗi lần trừ bao nhiêu; viết ví dụ 0,5",
            "Tiêu chí!A21: «Mục» không dùng được; viết một trong: Nhóm, Tiêu chí",
            "Tiêu chí!C22: dài hơn 500 ký tự; viết ngắn lại",
            "Tiêu chí!D23: ô có lỗi #DIV/0!; sửa công thức hoặc viết thẳng giá trị",
            "Tiêu chí!D25: ô đang là ngày tháng; định dạng lại ô là số hoặc văn bản, rồi viết lại giá trị",
            "Tiêu chí!F26: số điểm -0,5 phải lớn hơn 0; viết ví dụ 10",
            "Tiêu chí!D27: số 12345678 quá lớn hoặc có hơn 4 chữ số lẻ; viết ví dụ 0,25",
            "Tiêu chí!D36: các tiêu chí của nhóm 6 cộng lại 10 điểm, vượt tối đa 9 của nhóm; giảm điểm tiêu chí hoặc viết 10",
            "Tiêu chí!I51: «hàng tuần» không dùng được; viết một trong: Một lần, Mỗi lần",
            "Điểm thưởng!D5: điểm tối đa 15 của mục thưởng T1 không chia hết cho bước 4, nên không chấm được điểm tối đa; viết ví dụ 0,25",
            "Điểm thưởng!B6: thiếu «Nội dung»; viết ví dụ Được tặng Cờ thi đua, hoặc xóa cả dòng nếu không dùng",
            "Điểm trừ!A5: thiếu «Mã»; viết ví dụ P1, hoặc xóa cả dòng nếu không dùng",
            "Điểm trừ!F6: «Nộp kế hoạch đúng hạn» không đếm số lần nên không tính được mức trừ P2; viết ví dụ Số văn bản nộp muộn",
            "Điểm trừ!E7: mức trừ nhiều nhất 0,5 nhỏ hơn một lần trừ 1; viết 1 trở lên",
            "Mức xếp loại!B6: hai mức cùng bắt đầu từ 95 điểm; viết hai mức khác nhau",
            "Thông tin chung!B5: «Theo ý cụm trưởng» không dùng được; viết một trong: Tổng điểm không kể điểm thưởng, Tổng điểm kể cả điểm thưởng");

    private ManyMistakes() {}

    public static byte[] file() {
        return Workbooks.changed(ManyMistakes::make);
    }

    private static void make(XSSFWorkbook workbook) {
        put(workbook, CRITERIA, "D6", "hai");
        put(workbook, CRITERIA, "E7", 0);
        put(workbook, CRITERIA, "B8", "1.2");
        put(workbook, CRITERIA, "G9", "có lẽ");
        put(workbook, CRITERIA, "H10", -1);
        put(workbook, CRITERIA, "C12", null);
        put(workbook, CRITERIA, "B13", "2 2/!");
        put(workbook, CRITERIA, "D14", "1.000");
        put(workbook, CRITERIA, "J16", 2);
        put(workbook, CRITERIA, "D36", 9);
        put(workbook, CRITERIA, "G17", "Có");
        put(workbook, CRITERIA, "E18", 0.3);
        put(workbook, CRITERIA, "M19", "Trời mưa");
        put(workbook, CRITERIA, "M20", "Số văn bản nộp muộn");
        put(workbook, CRITERIA, "A21", "Mục");
        put(workbook, CRITERIA, "C22", "dài ".repeat(200));
        cell(workbook, CRITERIA, "D23").setCellErrorValue(FormulaError.DIV0.getCode());
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        cell(workbook, CRITERIA, "D25").setCellValue(new Date(0));
        cell(workbook, CRITERIA, "D25").setCellStyle(day);
        put(workbook, CRITERIA, "F26", "-0,5");
        put(workbook, CRITERIA, "D27", 12_345_678);
        put(workbook, CRITERIA, "I51", "hàng tuần");
        put(workbook, "Điểm thưởng", "D5", 4);
        put(workbook, "Điểm thưởng", "B6", null);
        put(workbook, "Điểm trừ", "A5", null);
        put(workbook, "Điểm trừ", "F6", "Nộp kế hoạch đúng hạn");
        put(workbook, "Điểm trừ", "E7", 0.5);
        put(workbook, "Mức xếp loại", "B6", 95);
        put(workbook, "Thông tin chung", "B5", "Theo ý cụm trưởng");
    }
}
