package vn.thidua.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What {@link ScoreStub} answers with: a table of 100 lines, ten groups of nine criteria, five bonuses and five penalties. */
final class ScoreViews {
    static final String YEAR = "vi-du-2024";
    static final String UNIT = "VDA";
    static final int LINES = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GROUPS = 10;
    private static final int OF_GROUP = 9;

    private static final List<String> NAMES = List.of(
            "Tham mưu và thực hiện chương trình công tác",
            "Tổ chức bộ máy và biên chế",
            "Quản lý cán bộ, công chức, viên chức",
            "Xây dựng chính quyền và địa giới hành chính",
            "Cải cách hành chính",
            "Chuyển đổi số",
            "Thanh tra, tiếp công dân",
            "Công tác thi đua, khen thưởng",
            "Tôn giáo, thanh niên, văn thư và lưu trữ",
            "Xây dựng nội bộ và hoạt động của cụm");

    private static final List<String> CRITERIA = List.of(
            "Ban hành kế hoạch năm, có chỉ tiêu và phân công rõ ràng",
            "Hoàn thành nhiệm vụ được giao trong chương trình công tác của Ủy ban nhân dân tỉnh",
            "Văn bản tham mưu đúng thẩm quyền, đúng thể thức, không phải sửa lại",
            "Trả lời đúng hạn văn bản của Bộ và của các sở, ngành",
            "Thực hiện đầy đủ chế độ báo cáo tháng, quý, năm",
            "Có sáng kiến, mô hình mới được áp dụng và nhân rộng trong ngành",
            "Kiểm tra, đôn đốc các đơn vị trực thuộc theo kế hoạch đã ban hành",
            "Hồ sơ công việc được xử lý trên môi trường mạng và ký số",
            "Sơ kết, tổng kết đúng thời hạn, có đánh giá kết quả cụ thể");

    private static final String[] BONUSES = {
        "Được tặng Cờ thi đua của Chính phủ trong năm",
        "Được tặng Cờ thi đua của Bộ, của tỉnh trong năm",
        "Được tặng Bằng khen của Thủ tướng Chính phủ theo chuyên đề",
        "Đăng cai hội nghị của cụm, được cụm ghi nhận",
        "Có công trình, đề tài cấp tỉnh được nghiệm thu loại khá trở lên"
    };

    private static final String[] PENALTIES = {
        "Báo cáo gửi cụm chậm so với thời hạn",
        "Không gửi báo cáo theo yêu cầu của Cụm trưởng",
        "Vắng họp cụm không có lý do",
        "Có công chức bị kỷ luật từ cảnh cáo trở lên",
        "Để xảy ra khiếu nại đúng, kéo dài"
    };

    private ScoreViews() {}

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The sheet of a unit without any figure, as its own officer sees it. */
    static ObjectNode sheet() {
        ObjectNode sheet = (ObjectNode) read("""
                {"yearName":"Năm thi đua 2024, Cụm thi đua số 9","unitName":"Sở Nội vụ tỉnh Ví Dụ A",
                 "table":{"version":2,"state":"ISSUED","reference":"Phụ lục kèm theo Quy chế số 687/QĐ-CTĐ"},
                 "now":"2024-11-14T02:10:00.123Z","evidence":null,"whyNot":"","mayObject":false,"mayMark":false,
                 "heading":{"title":"Tự chấm điểm thi đua năm 2024","boundary":"trước 00:00 ngày 16/11/2024 (thứ Bảy)",
                  "deadline":"2024-11-15T17:00:00Z","consequence":"Đơn vị được ghi là không tự chấm điểm.","contact":"Trần Văn Bình, Cụm trưởng, 0900 000 000"},
                 "handedIn":{"SELF":null,"LEADER":null,"DEPUTY":null},"saved":null}
                """);
        sheet.put("year", YEAR).put("unit", UNIT);
        ArrayNode groups = sheet.putArray("groups");
        ArrayNode lines = sheet.putArray("lines");
        for (int g = 1; g <= GROUPS; g++) {
            ObjectNode group = groups.addObject()
                    .put("code", "" + g)
                    .put("name", NAMES.get(g - 1))
                    .put("max", "10");
            ArrayNode codes = group.putArray("lines");
            for (int i = 1; i <= OF_GROUP; i++) {
                codes.add(g + "." + i);
                lines.add(criterion(g, i));
            }
        }
        for (int i = 0; i < BONUSES.length; i++) {
            String max = i == 0 ? "15" : "2";
            lines.add(line("T" + (i + 1), "BONUS", BONUSES[i]).put("max", max).put("step", i == 0 ? "15" : "0.5"));
            lines.add(penalty(i));
        }
        return sheet;
    }

    private static ObjectNode criterion(int g, int i) {
        ObjectNode line = line(g + "." + i, "CRITERION", CRITERIA.get(i - 1))
                .put("group", "" + g)
                .put("max", i == 1 ? "2" : "1");
        line.put("step", i == 2 ? "0.5" : "0.25").put("evidence", i % 3 != 0);
        if (i == 4) {
            line.put("penaltyText", "Mỗi văn bản trả lời chậm trừ 0,25 điểm");
            line.putObject("deduct")
                    .put("points", "0.25")
                    .put("per", "OCCURRENCE")
                    .putNull("most");
        } else if (i == 5 && g == 1) {
            line.putObject("known")
                    .put("text", "12 báo cáo, tất cả đúng hạn")
                    .put("points", "1")
                    .putNull("bonus")
                    .putNull("count");
        } else if (i == 6) {
            line.put("bonusMax", "0.5");
        } else if (i == 8) {
            line.put("supplier", "Sở Thông tin và Truyền thông");
        }
        return line;
    }

    private static ObjectNode penalty(int i) {
        ObjectNode line = line("P" + (i + 1), "PENALTY", PENALTIES[i]).put("max", "0");
        line.putObject("deduct")
                .put("points", "0.5")
                .put("per", i == 4 ? "ONCE" : "OCCURRENCE")
                .put("most", "3");
        return line.put("penaltyText", i == 4 ? "Trừ 0,5 điểm" : "Mỗi lần trừ 0,5 điểm, nhiều nhất 3 điểm");
    }

    private static ObjectNode line(String code, String kind, String name) {
        ObjectNode line =
                JSON.createObjectNode().put("code", code).put("kind", kind).put("name", name);
        line.putNull("group").put("step", "0.5").putNull("bonusMax");
        line.putNull("deduct").putNull("penaltyText").put("evidence", false);
        line.putNull("supplier").putNull("known").putNull("files");
        line.put("contested", false).put("marked", false).put("carried", false);
        line.putObject("cells");
        line.putArray("notes");
        return line;
    }
}
