package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mail of every template, as the sample cluster year of 2024 would send it. */
final class SampleMails {

    static final String YEAR = "Cụm thi đua Sở Nội vụ các tỉnh Tây Nam Bộ, năm 2024";
    static final String UNIT = "Sở Nội vụ tỉnh Đồng Tháp";
    static final String CONTACT = "Nguyễn Thị Hoa (Sở Nội vụ tỉnh Vĩnh Long), hoa@vinhlong.example";
    static final String LINK = "http://localhost:8080/camunda/app/tasklist/default/#/?task=4711";
    static final String BOUNDARY = "trước 00:00 ngày 27/11/2024 (thứ Tư)";
    static final String CONSEQUENCE = "đơn vị được hiểu là không đề nghị khen thưởng trong năm 2024";
    static final String DUTY = "Hồ sơ đề nghị tặng Bằng khen của Bộ";
    static final String RECEIVED = "15:02:11 ngày 25/11/2024 (thứ Hai)";
    static final List<ScheduleMail.Move> MOVES =
            List.of(new ScheduleMail.Move(DUTY, BOUNDARY, "trước 00:00 ngày 29/11/2024 (thứ Sáu)"));
    static final List<LapseMail.ReceiptLine> RECEIPTS = List.of(
            new LapseMail.ReceiptLine("BN-17", RECEIVED, "Tờ trình, báo cáo thành tích", "đã rút lại"),
            new LapseMail.ReceiptLine("BN-22", "08:00 ngày 27/11/2024 (thứ Tư)", "Tờ trình", "nộp sau thời hạn"));

    private static final String CRITERION = "1.1. Ban hành kế hoạch công tác năm (tối đa 3 điểm, bước 0,25)";
    static final String REFERENCE = "YC-12";
    static final String ANSWER_BY = "trước 17:00 ngày 11/11/2024 (thứ Hai)";
    static final String QUESTION = "Số biên chế được giao và có mặt đến 31/10/2024.\nTheo biểu 01 kèm theo.";
    static final String DRAFT = "dự thảo bảng tiêu chí chấm điểm";

    private SampleMails() {}

    private static DraftMail.CriteriaIssued criteriaIssued(
            @Nullable String reason, List<String> changes, List<String> fallen) {
        return new DraftMail.CriteriaIssued(
                YEAR,
                UNIT,
                reason == null ? "1" : "2",
                "Phụ lục kèm theo Quy chế số 687/QĐ-CTĐ",
                "Đỗ Thị Mỹ Thảo (Sở Nội vụ tỉnh Vĩnh Long)",
                "09:00 ngày 19/02/2024 (thứ Hai)",
                reason,
                changes,
                reason == null ? "7 ý kiến, tiếp thu 5, giải trình 2" : null,
                fallen,
                CONTACT,
                LINK);
    }

    static List<MailModel> all() {
        return List.of(
                new DraftMail.CommentRound(
                        YEAR,
                        UNIT,
                        DRAFT,
                        "trước 17:00 ngày 08/02/2024 (thứ Năm)",
                        "Đỗ Thị Mỹ Thảo (Sở Nội vụ tỉnh Vĩnh Long)",
                        "đơn vị được coi là không có ý kiến",
                        CONTACT,
                        LINK),
                new DraftMail.CommentRoundWithdrawn(
                        YEAR,
                        UNIT,
                        DRAFT,
                        "Đỗ Thị Mỹ Thảo (Sở Nội vụ tỉnh Vĩnh Long)",
                        "Ghi nhầm thời điểm kết thúc.",
                        CONTACT,
                        LINK),
                new DraftMail.CommentRoundOver(
                        YEAR,
                        DRAFT,
                        "17:00 ngày 08/02/2024 (thứ Năm)",
                        "7 ý kiến, 3 ý kiến chờ trả lời",
                        List.of("Sở Nội vụ tỉnh Cà Mau", UNIT),
                        CONTACT,
                        LINK),
                criteriaIssued(null, List.of(), List.of()),
                criteriaIssued(
                        "Sửa điểm tối đa ghi nhầm.",
                        List.of("Tiêu chí 1.2: điểm tối đa từ 3 thành 2."),
                        List.of("1.2, Tự chấm: 2,5 (điểm 2,5 phải từ 0 đến 2)")),
                taskOpened(),
                new DutyMail.Replaced(
                        YEAR,
                        UNIT,
                        "Thẩm định điểm của Sở Nội vụ tỉnh An Giang",
                        "Đỗ Thị Mỹ Thảo (Sở Nội vụ tỉnh Vĩnh Long)",
                        BOUNDARY,
                        CONSEQUENCE,
                        CONTACT,
                        LINK),
                new DutyMail.Contested(
                        YEAR,
                        UNIT,
                        "2",
                        List.of("1.2. Ban hành kế hoạch cải cách hành chính", "3.1. Giải quyết hồ sơ đúng hạn"),
                        "14:00 ngày 22/11/2024 (thứ Sáu)",
                        CONTACT,
                        LINK),
                receipt(false),
                receipt(true),
                new DutyMail.Returned(
                        YEAR,
                        UNIT,
                        DUTY,
                        "BN-17",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "08:00 ngày 26/11/2024 (thứ Ba)",
                        "Thiếu chữ ký số của người có thẩm quyền.\nBáo cáo chưa nêu số quyết định xếp loại.",
                        "trước 08:00 ngày 27/11/2024 (thứ Tư)",
                        true,
                        CONSEQUENCE,
                        CONTACT,
                        LINK),
                new DutyMail.Accepted(
                        YEAR,
                        UNIT,
                        DUTY,
                        "BN-17",
                        RECEIVED,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "16:30 ngày 25/11/2024 (thứ Hai)",
                        CONTACT,
                        LINK),
                new DutyMail.Withdrawn(
                        YEAR, UNIT, DUTY, "BN-17", "Trần Văn Đức", RECEIVED, BOUNDARY, CONSEQUENCE, CONTACT, LINK),
                new DutyMail.Findings(
                        YEAR,
                        UNIT,
                        DUTY,
                        "BN-17",
                        RECEIVED,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "Báo cáo thành tích chưa thống nhất số liệu ở mục 2.",
                        CONTACT,
                        LINK),
                new DutyMail.HandoverReported(
                        YEAR,
                        UNIT,
                        DUTY,
                        "16:40 ngày 26/11/2024 (thứ Ba)",
                        "Văn thư Sở Nội vụ tỉnh Vĩnh Long",
                        "Phiếu bưu gửi số EP 123 456 789 VN.",
                        "trước 12:00 ngày 27/11/2024 (thứ Tư)",
                        "việc nhập được ghi nhận là quá hạn và Cơ quan thường trực được nhập thay",
                        CONTACT,
                        LINK),
                new FileMail.FileReceipts(
                        YEAR,
                        UNIT,
                        DUTY,
                        BOUNDARY,
                        List.of(new FileMail.Received(
                                "BN-18",
                                "Báo cáo kết quả <1.1>.pdf",
                                "1.1. Ban hành kế hoạch công tác năm",
                                "1,5 MB (1.572.864 byte)",
                                RECEIVED,
                                "Trần Văn Đức",
                                BOUNDARY,
                                "trong hạn",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                "Đang kiểm tra…",
                                "mục số 643 của năm tay-nam-bo-2024",
                                "bbf300410d462855584987f7dd745549108adbe49a47086401c5b95d5827dd54")),
                        CONTACT,
                        LINK),
                new FileMail.FileRuled(
                        YEAR,
                        UNIT,
                        DUTY,
                        "Báo cáo kết quả.pdf",
                        "BN-18",
                        "Tệp được chấp nhận làm minh chứng.",
                        "Cụm trưởng (Lê Thị Hoa): chấp nhận. Lý do: đúng bản gốc\nCụm phó (Phạm Văn Bình): chấp nhận. Lý do: đã đối chiếu",
                        CONTACT,
                        LINK),
                new LapseMail.Lapse(
                        YEAR,
                        UNIT,
                        "Bổ sung minh chứng",
                        "trước 13:00 ngày 25/11/2024 (thứ Hai)",
                        "không có minh chứng bổ sung",
                        null,
                        "các tiêu chí 2.3, 4.1 giữ nguyên điểm khi không có minh chứng bổ sung",
                        RECEIPTS,
                        CONTACT,
                        LINK),
                new LapseMail.NotProposing(
                        YEAR,
                        UNIT,
                        DUTY,
                        BOUNDARY,
                        "hồ sơ giấy không đến nơi nhận trước thời hạn",
                        CONSEQUENCE,
                        List.of(),
                        CONTACT,
                        LINK),
                new LapseMail.Overdue(
                        YEAR,
                        "Sở Nội vụ tỉnh Vĩnh Long (đơn vị trưởng)",
                        "Chốt kết quả chấm điểm",
                        "trước 17:00 ngày 25/11/2024 (thứ Hai)",
                        true,
                        "không bỏ phiếu suy tôn khi chưa chốt kết quả",
                        CONTACT,
                        LINK),
                new LapseMail.OverdueDigest(
                        YEAR,
                        "26/11/2024 (thứ Ba)",
                        List.of(
                                new LapseMail.OverdueItem(
                                        "Sở Nội vụ tỉnh Vĩnh Long",
                                        "Chốt kết quả chấm điểm",
                                        "trước 17:00 ngày 25/11/2024 (thứ Hai)",
                                        LINK),
                                new LapseMail.OverdueItem(
                                        "Sở Nội vụ tỉnh Kiên Giang",
                                        "Thẩm định điểm của Sở Nội vụ tỉnh Cà Mau",
                                        "trước 17:00 ngày 21/11/2024 (thứ Năm)",
                                        LINK)),
                        "nhiệm vụ vẫn ghi nhận là quá hạn khi kết thúc năm thi đua",
                        CONTACT,
                        LINK),
                invitation(),
                new MeetingMail.MeetingMoved(
                        YEAR,
                        "họp chấm điểm thi đua",
                        false,
                        "14:00 ngày 22/11/2024 (thứ Sáu)",
                        "08:00 ngày 25/11/2024 (thứ Hai)",
                        "Đường truyền của hệ thống hội nghị gặp sự cố.",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        List.of("Bổ sung minh chứng: trước 13:00 ngày 27/11/2024 (thứ Tư)"),
                        "cuộc họp vẫn tiến hành, việc vắng mặt được ghi vào biên bản",
                        CONTACT,
                        LINK),
                new MeetingMail.Result(
                        YEAR,
                        "Kết quả chấm điểm đã chốt",
                        "16:45 ngày 25/11/2024 (thứ Hai)",
                        List.of("1. Sở Nội vụ tỉnh Vĩnh Long: 98,5 điểm", "2. Sở Nội vụ tỉnh Đồng Tháp: 97,25 điểm"),
                        null,
                        CONTACT,
                        LINK),
                new ComplaintMail.ComplaintFiled(
                        YEAR,
                        "KN-7",
                        UNIT,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        CRITERION,
                        "2,5",
                        "3",
                        "Đã có văn bản xác nhận.\nXem số 12/BC-SNV.",
                        true,
                        ANSWER_BY,
                        "khiếu nại được chuyển cơ quan thường trực quyết định",
                        CONTACT,
                        LINK),
                new ComplaintMail.ComplaintFiled(
                        YEAR,
                        "KN-7",
                        UNIT,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        CRITERION,
                        "2,5",
                        "3",
                        "Đã có văn bản xác nhận.",
                        false,
                        ANSWER_BY,
                        "khiếu nại được chuyển cơ quan thường trực quyết định",
                        CONTACT,
                        LINK),
                new ComplaintMail.ComplaintReminder(
                        YEAR,
                        "KN-7",
                        UNIT,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        CRITERION,
                        "2,5",
                        "3",
                        ANSWER_BY,
                        "khiếu nại được chuyển cơ quan thường trực quyết định",
                        CONTACT,
                        LINK),
                new ComplaintMail.ComplaintDecided(
                        YEAR,
                        "KN-7",
                        UNIT,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        CRITERION,
                        "Khiếu nại được chấp nhận: điểm sửa từ 2,5 thành 3. Kết quả chốt số 3 thay cho kết quả trước.",
                        List.of("Cụm phó, Phạm Thúy Phượng: chấp nhận, điểm thành 3. Lý do: Có văn bản gốc"),
                        CONTACT,
                        LINK),
                new ComplaintMail.ComplaintDecided(
                        YEAR,
                        "KN-8",
                        UNIT,
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        CRITERION,
                        "Năm thi đua kết thúc khi khiếu nại chưa được quyết định.",
                        List.of(),
                        CONTACT,
                        LINK),
                new RequestMail.DataRequested(
                        YEAR, UNIT, REFERENCE, List.of("2.2. Quản lý, sử dụng biên chế"), QUESTION, ANSWER_BY, CONTACT),
                new RequestMail.DataRequested(YEAR, UNIT, REFERENCE, List.of(), QUESTION, ANSWER_BY, CONTACT),
                new RequestMail.DataRequestedReminder(YEAR, UNIT, REFERENCE, QUESTION, ANSWER_BY, CONTACT),
                new RequestMail.DataRequestedExtended(YEAR, UNIT, REFERENCE, QUESTION, ANSWER_BY, CONTACT),
                new RequestMail.DataRequestedWithdrawn(YEAR, UNIT, REFERENCE, QUESTION, CONTACT),
                new RequestMail.DataFollowReminder(
                        YEAR,
                        UNIT,
                        REFERENCE,
                        "Sở Tài chính",
                        QUESTION,
                        ANSWER_BY,
                        "yêu cầu được chuyển lên lãnh đạo đơn vị kèm toàn bộ quá trình",
                        CONTACT,
                        LINK),
                new RequestMail.DataRaised(
                        YEAR,
                        UNIT,
                        REFERENCE,
                        "Sở Tài chính",
                        QUESTION,
                        "trước 17:00 ngày 12/11/2024 (thứ Ba)",
                        "đơn vị chưa có số liệu, tiêu chí liên quan được chấm theo những gì đã có",
                        List.of(
                                "08:30:00 ngày 04/11/2024 (thứ Hai), Trần Văn Đức: gửi yêu cầu, đề nghị trả lời "
                                        + ANSWER_BY,
                                "17:00:00 ngày 11/11/2024 (thứ Hai), Hệ thống: hết thời hạn mà chưa có trả lời"),
                        CONTACT,
                        LINK),
                new RequestMail.DataInstructed(
                        YEAR,
                        UNIT,
                        REFERENCE,
                        "Sở Tài chính",
                        "chỉ đạo gia hạn, trả lời trước 17:00 ngày 13/11/2024 (thứ Tư)",
                        "Liên hệ trực tiếp Phòng Ngân sách.\nBáo lại trong ngày.",
                        "Lê Thị Hoa (Sở Nội vụ tỉnh Đồng Tháp)",
                        CONTACT,
                        LINK),
                reminder(2),
                reminder(1),
                new ScheduleMail.DeadlineMoved(
                        YEAR,
                        MOVES,
                        "Ảnh hưởng của bão số 9.",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "Vụ Thi đua - Khen thưởng",
                        CONSEQUENCE,
                        CONTACT,
                        LINK),
                new ScheduleMail.DecisionRequested(
                        YEAR,
                        MOVES,
                        "Ảnh hưởng của bão số 9.",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        BOUNDARY,
                        "thời hạn hiện hành giữ nguyên; ý kiến đồng ý sau thời điểm này không có hiệu lực",
                        CONTACT,
                        LINK),
                new YearMail.YearStarted(
                        YEAR,
                        "Vụ Thi đua - Khen thưởng",
                        "08:00 ngày 15/01/2024 (thứ Hai)",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "Sở Nội vụ tỉnh Kiên Giang",
                        List.of("Kế hoạch của đơn vị: trước 00:00 ngày 06/02/2024 (thứ Ba)"),
                        CONTACT,
                        LINK),
                new YearMail.YearCancelled(
                        YEAR,
                        "Vụ Thi đua - Khen thưởng",
                        "09:00 ngày 16/01/2024 (thứ Ba)",
                        "Khởi tạo nhầm danh sách đơn vị.",
                        CONTACT,
                        LINK),
                new YearMail.YearClosed(
                        YEAR,
                        "17:00 ngày 31/12/2024 (thứ Ba)",
                        List.of("Sở Nội vụ tỉnh Vĩnh Long: Biên bản hội nghị tổng kết"),
                        CONTACT,
                        LINK),
                new YearMail.MinistrySent(
                        YEAR,
                        "Bộ Nội vụ",
                        "Sở Nội vụ tỉnh Vĩnh Long",
                        "10:00 ngày 28/11/2024 (thứ Năm)",
                        false,
                        "trước 00:00 ngày 30/11/2024 (thứ Bảy)",
                        List.of("Bằng khen của Bộ, tập thể: Sở Nội vụ tỉnh Đồng Tháp"),
                        CONTACT,
                        LINK),
                new YearMail.Checkpoint(
                        YEAR,
                        "tay-nam-bo-2024",
                        "13:00:02 ngày 25/11/2024 (thứ Hai)",
                        "2345",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        List.of("Bổ sung minh chứng", "Danh sách dự họp"),
                        CONTACT,
                        LINK),
                new YearMail.PasswordLink(
                        "dtp.cv",
                        "đến 17:00 ngày 22/01/2024 (thứ Hai)",
                        "liên kết hết hiệu lực và Ông/Bà cần đề nghị cấp lại",
                        CONTACT,
                        "http://localhost:8080/password/5f1c"));
    }

    static DutyMail.TaskOpened taskOpened() {
        return new DutyMail.TaskOpened(
                YEAR,
                UNIT,
                DUTY,
                "Nộp tờ trình và báo cáo thành tích, cả bản giấy và bản điện tử.",
                BOUNDARY,
                CONSEQUENCE,
                CONTACT,
                LINK);
    }

    static DutyMail.Receipt receipt(boolean late) {
        return new DutyMail.Receipt(
                YEAR,
                UNIT,
                "Kế hoạch thi đua của đơn vị",
                "BN-17",
                RECEIVED,
                "Trần Văn Đức",
                late,
                "trước 00:00 ngày 06/02/2024 (thứ Ba)",
                "đơn vị bị ghi nhận nộp muộn khi xét tiêu chí đúng hạn",
                CONTACT,
                LINK);
    }

    static MeetingMail.Invitation invitation() {
        return new MeetingMail.Invitation(
                YEAR,
                UNIT,
                "họp chấm điểm thi đua",
                "14:00 ngày 22/11/2024 (thứ Sáu)",
                "trực tuyến tại 13 điểm cầu",
                List.of("Chánh Văn phòng, Phó Chánh Văn phòng", "Chuyên viên thi đua, khen thưởng"),
                List.of("Danh sách dự họp: trước 15:00 ngày 21/11/2024 (thứ Năm)"),
                "cuộc họp vẫn tiến hành, việc vắng mặt được ghi vào biên bản",
                CONTACT,
                LINK);
    }

    static ScheduleMail.Reminder reminder(int items) {
        return new ScheduleMail.Reminder(
                YEAR,
                List.of(
                                new ScheduleMail.ReminderItem(UNIT, DUTY, BOUNDARY, CONSEQUENCE, LINK),
                                new ScheduleMail.ReminderItem(
                                        UNIT,
                                        "Bổ sung minh chứng",
                                        "trước 13:00 ngày 25/11/2024 (thứ Hai)",
                                        "coi như không có minh chứng bổ sung",
                                        LINK))
                        .subList(0, items),
                CONTACT,
                LINK);
    }
}
