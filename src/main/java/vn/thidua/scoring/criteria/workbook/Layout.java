package vn.thidua.scoring.criteria.workbook;

import java.util.List;
import vn.thidua.scoring.criteria.workbook.Heading.Kind;

/** The workbook's sheets and their columns: the one list that writing and reading are held against. */
enum Layout {
    CRITERIA(
            "Tiêu chí",
            new Heading(
                    "type",
                    "Loại",
                    "Chọn «Nhóm» ở dòng mở đầu một nhóm; chọn «Tiêu chí», hoặc để trống, ở các dòng thuộc nhóm đó.",
                    10,
                    true,
                    Kind.TYPE),
            new Heading(
                    "code",
                    "Mã",
                    "Mã của nhóm hoặc tiêu chí, không trùng nhau trong toàn bảng, ví dụ 1 và 1.1. Điểm đã chấm đi theo mã.",
                    8,
                    true,
                    Kind.CODE),
            new Heading("name", "Nội dung", "Tên nhóm hoặc nội dung tiêu chí, tối đa 500 ký tự.", 52, true, Kind.TEXT),
            new Heading(
                    "max",
                    "Điểm tối đa",
                    "Lớn hơn 0. Tổng điểm các tiêu chí của một nhóm không được vượt điểm tối đa của nhóm.",
                    9,
                    true,
                    Kind.NUMBER),
            new Heading(
                    "step",
                    "Bước điểm",
                    "Chênh lệch nhỏ nhất giữa hai mức điểm; để trống là 0,25. Điểm tối đa phải chia hết cho bước điểm.",
                    8,
                    false,
                    Kind.NUMBER),
            new Heading(
                    "bonus",
                    "Điểm thưởng tối đa",
                    "Điểm được cộng thêm ngoài điểm tối đa; để trống là không có.",
                    10,
                    false,
                    Kind.NUMBER),
            new Heading(
                    "evidenceRequired",
                    "Minh chứng",
                    "«Có» nếu phải nộp minh chứng; để trống là không.",
                    10,
                    false,
                    Kind.YES_NO),
            new Heading(
                    "deduct.points",
                    "Mức trừ",
                    "Số điểm bị trừ theo quy định; để trống nếu do người chấm quyết định. Điểm không xuống dưới 0.",
                    8,
                    false,
                    Kind.NUMBER),
            new Heading(
                    "deduct.per",
                    "Cách trừ",
                    "«Mỗi lần» (mặc định): nhân với số lần; «Một lần»: như nhau dù xảy ra bao nhiêu lần.",
                    9,
                    false,
                    Kind.PER),
            new Heading(
                    "deduct.most",
                    "Trừ nhiều nhất",
                    "Tổng số điểm bị trừ không vượt số này; để trống là không giới hạn.",
                    9,
                    false,
                    Kind.NUMBER),
            new Heading(
                    "penalty",
                    "Quy định trừ điểm",
                    "Quy định trừ điểm bằng lời, hiển thị cho người chấm.",
                    26,
                    false,
                    Kind.TEXT),
            new Heading(
                    "supplier",
                    "Nơi cấp số liệu",
                    "Cơ quan cấp số liệu nếu không phải chính đơn vị, ví dụ Sở Tài chính.",
                    18,
                    false,
                    Kind.TEXT),
            new Heading(
                    "known",
                    "Số liệu hệ thống có",
                    "Số liệu hệ thống tự biết và đề xuất; người chấm quyết định có nhận hay không.",
                    20,
                    false,
                    Kind.KNOWN),
            new Heading(
                    "sum",
                    "Cộng các tiêu chí",
                    "Tự tính ở dòng nhóm, màu đỏ khi vượt điểm tối đa của nhóm. Không cần nhập.",
                    10,
                    false,
                    Kind.SUM)),
    BONUSES(
            "Điểm thưởng",
            new Heading("code", "Mã", "Không trùng với mã nào khác trong bảng, ví dụ T1.", 8, true, Kind.CODE),
            new Heading("name", "Nội dung", "Thành tích được cộng điểm, tối đa 500 ký tự.", 70, true, Kind.TEXT),
            new Heading("max", "Điểm tối đa", "Lớn hơn 0.", 10, true, Kind.NUMBER),
            new Heading("step", "Bước điểm", "Để trống là 0,25.", 10, false, Kind.NUMBER)),
    PENALTIES(
            "Điểm trừ",
            new Heading("code", "Mã", "Không trùng với mã nào khác trong bảng, ví dụ P1.", 8, true, Kind.CODE),
            new Heading("name", "Nội dung", "Việc bị trừ điểm, tối đa 500 ký tự.", 60, true, Kind.TEXT),
            new Heading("points", "Mức trừ", "Số điểm bị trừ, viết số dương.", 9, true, Kind.NUMBER),
            new Heading(
                    "per",
                    "Cách trừ",
                    "«Mỗi lần» (mặc định): nhân với số lần; «Một lần»: như nhau dù xảy ra bao nhiêu lần.",
                    10,
                    false,
                    Kind.PER),
            new Heading(
                    "most",
                    "Trừ nhiều nhất",
                    "Tổng số điểm bị trừ không vượt số này; để trống là không giới hạn.",
                    10,
                    false,
                    Kind.NUMBER),
            new Heading(
                    "known",
                    "Số liệu hệ thống có",
                    "Số liệu hệ thống tự đếm và đề xuất; người chấm quyết định có nhận hay không.",
                    24,
                    false,
                    Kind.KNOWN_COUNT)),
    BANDS(
            "Mức xếp loại",
            new Heading("name", "Mức", "Ví dụ Xuất sắc.", 30, true, Kind.TEXT),
            new Heading("from", "Từ số điểm", "Đạt từ số điểm này trở lên.", 12, true, Kind.NUMBER));

    /** The sheet of what holds for the whole table: labels beside values. */
    static final String GENERAL = "Thông tin chung";

    static final String REFERENCE = "Văn bản kèm theo";
    static final String RANK_BY = "Xếp hạng theo";

    /** For people only; not read. */
    static final String GUIDE = "Hướng dẫn";

    private final String title;
    private final List<Heading> headings;

    Layout(String title, Heading... headings) {
        this.title = title;
        this.headings = List.of(headings);
    }

    String title() {
        return title;
    }

    List<Heading> headings() {
        return headings;
    }

    Heading heading(String field) {
        return headings.stream()
                .filter(h -> h.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " has no " + field));
    }

    int index(String field) {
        return headings.indexOf(heading(field));
    }
}
