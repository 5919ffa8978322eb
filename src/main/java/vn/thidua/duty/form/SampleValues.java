package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of sample answers, by key or by {@code form/key}. */
final class SampleValues {
    /** Left empty although the form has the field. */
    static final Object NOTHING = new Object();
    /** Of a list, the first option only. */
    static final Object FIRST = new Object();
    /** Filled in as if required. */
    private static final Object YES = new Object();

    private static final Pattern EXAMPLE = Pattern.compile("Ví dụ: ([^;]+?)\\.?(;.*)?");

    static final Map<String, Object> GIVEN = given();

    private SampleValues() {}

    /** A text for a field without words of its own: the example that its help gives, else a sentence. */
    static String text(FormField field) {
        Matcher example = EXAMPLE.matcher(field.help());
        if (example.matches()) {
            return example.group(1);
        }
        return field.type() == FieldType.TEXT ? "Nội dung đã thực hiện" : "Đã thực hiện đầy đủ theo kế hoạch của cụm.";
    }

    private static Map<String, Object> given() {
        Map<String, Object> given = new HashMap<>();
        people(given);
        contents(given);
        for (String key : new String[] {
            "launchedToAll", "launchDate", "paperHandedOver", "linkSentSeparately", "connected", "presentOnline"
        }) {
            given.put(key, YES);
        }
        given.put("supplementable", FIRST);
        given.put("deputy", 1);
        given.put("newDate", 7);
        given.put("newEnd", NOTHING);
        given.put("birthDate", -16_000);
        given.put("target1Value", new BigDecimal("98.5"));
        given.put("totalPoints", new BigDecimal("100"));
        return given;
    }

    private static void people(Map<String, Object> given) {
        given.put("signerName", "Nguyễn Văn An");
        given.put("chiefName", "Nguyễn Văn An");
        given.put("deputyChiefName", "Trần Thị Bình");
        given.put("officer1Name", "Lê Minh Châu");
        given.put("officer1Position", "Chuyên viên, Văn phòng");
        given.put("name", "Phạm Quốc Dũng");
        given.put("chairName", "Nguyễn Văn An");
        given.put("secretaryName", "Trần Thị Bình");
        given.put("teller1", "Lê Minh Châu");
        given.put("teller2", "Phạm Quốc Dũng");
        given.put("countedBy", "Võ Thị Em");
        given.put("secondPerson", "Trần Thị Bình");
        given.put("earlyReason", "Bản giấy đến ngoài giờ làm việc, được ghi sổ tay khi nhận");
        given.put("sentBy", "Võ Thị Em");
        given.put("receiverName", "Đỗ Văn Phúc");
        given.put("registerNumber", "128");
        given.put("paperTo", "Văn thư Văn phòng Cụm trưởng");
        given.put("paperProof", "Giấy biên nhận số 12");
        given.put("proof", "Giấy biên nhận số 15");
    }

    private static void contents(Map<String, Object> given) {
        given.put("theme", "Đoàn kết, sáng tạo, hoàn thành xuất sắc nhiệm vụ năm");
        given.put("target1Name", "Tỷ lệ hồ sơ giải quyết đúng hạn");
        given.put("evidenceList", "1.1 – 45/BC-SNV – Báo cáo kết quả công tác năm");
        given.put("nominee1Name", "Tập thể Văn phòng Sở");
        given.put("nameOnCertificate", "Văn phòng Sở Nội vụ");
        given.put("position", "Giám đốc Sở Nội vụ");
        given.put("place", "Hội trường của đơn vị Cụm trưởng");
        given.put("settledLines", "Không có");
        given.put("differenceReasons", "Điều chỉnh theo minh chứng đã kiểm tra");
        given.put("reason", "Thực hiện theo ý kiến chỉ đạo của cấp có thẩm quyền");
    }
}
