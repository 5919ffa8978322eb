package vn.thidua.scoring.criteria.workbook;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The last sheet: how the workbook is filled in. */
final class Guide {
    private static final int WIDTH = 110;
    private static final List<String> TEXT = List.of(
            "#Cách điền bảng tiêu chí",
            "1. Trang «Tiêu chí»: mỗi nhóm mở đầu bằng một dòng có Loại là «Nhóm»; các dòng tiêu chí của nhóm đứng ngay dưới. Tổng điểm tối đa của các tiêu chí không được vượt điểm tối đa của nhóm; cột «Cộng các tiêu chí» tự tính và chuyển màu đỏ khi vượt.",
            "2. Trang «Điểm thưởng», «Điểm trừ», «Mức xếp loại»: để trống từ dưới dòng tiêu đề nếu không dùng, nhưng giữ lại trang.",
            "3. Trang «Thông tin chung»: văn bản mà bảng kèm theo, và tổng điểm nào dùng để xếp hạng.",
            "4. Mã không trùng nhau trong toàn bảng. Khi ban hành phiên bản mới, điểm đã chấm được chuyển sang theo mã: đổi mã là bỏ dòng cũ, thêm dòng mới.",
            "5. Số viết theo cài đặt của máy, ví dụ 0,25. Số viết dưới dạng văn bản với dấu phẩy cũng được đọc đúng.",
            "6. Có thể thêm, bớt dòng; đổi thứ tự cột; ô có công thức được đọc theo kết quả đã tính. Không đổi tên trang và tên cột. Cột không có trong mẫu được bỏ qua.",
            "7. Ghi chú ở góc mỗi ô tiêu đề cho biết cách điền cột đó.",
            "#Cách nộp",
            "Lưu tệp dạng .xlsx (không chứa macro, không quá 5 MB, không quá 2.000 dòng), rồi tải lên ở trang «Bảng tiêu chí» của năm thi đua. Hệ thống nêu mọi lỗi kèm vị trí ô; khi không còn lỗi thì hiển thị các thay đổi so với bảng trước để xác nhận. Chưa có gì thay đổi cho đến khi xác nhận.");

    private Guide() {}

    static void write(XSSFSheet sheet, Look look) {
        sheet.setColumnWidth(0, WIDTH * 256);
        for (int i = 0; i < TEXT.size(); i++) {
            String line = TEXT.get(i);
            XSSFRow row = sheet.createRow(i);
            XSSFCell cell = row.createCell(0);
            WorkbookWriter.height(row, WorkbookWriter.lines(line, WIDTH));
            cell.setCellValue(line.startsWith("#") ? line.substring(1) : line);
            cell.setCellStyle(line.startsWith("#") ? look.guideHeading : look.guide);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PaperSize.A4_PAPER);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
