package vn.thidua.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@link HandInStub} answers with: a duty with every kind of field, and one with criteria in two groups. */
final class HandInViews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHA_DIGITS = 64;

    private HandInViews() {}

    static String message(String text) {
        return JSON.createObjectNode().put("message", text).toString();
    }

    /** Criteria 1.1 (required) to 1.3 and 2.1, 2.2, without fields. */
    static ObjectNode supplement(int duty) {
        ObjectNode view = duty(duty, "Bổ sung tài liệu kiểm chứng");
        ArrayNode slots = view.putArray("slots");
        String[][] criteria = {
            {"1.1", "1.1. Ban hành kế hoạch thi đua", "1. Tham mưu, tổ chức phong trào"},
            {"1.2", "1.2. Phát động, ký giao ước", "1. Tham mưu, tổ chức phong trào"},
            {"1.3", "1.3. Sơ kết, tổng kết phong trào", "1. Tham mưu, tổ chức phong trào"},
            {"2.1", "2.1. Hồ sơ trình khen thưởng", "2. Công tác khen thưởng"},
            {"2.2", "2.2. Quản lý nhà nước về khen thưởng", "2. Công tác khen thưởng"},
        };
        for (String[] criterion : criteria) {
            slots.add(slot(criterion[0], criterion[1], criterion[2]));
        }
        ((ObjectNode) slots.get(0))
                .put("required", true)
                .put("mayDecline", false)
                .put("demand", "Phải là bản gốc ký số, ban hành và ký trước 00:00 ngày 15/11/2024");
        return view;
    }

    /** A duty with a field of each kind and one slot. */
    static ObjectNode form(int duty) {
        ObjectNode view = duty(duty, "Giao nộp kế hoạch thi đua của đơn vị");
        view.putArray("slots").add(slot("PLAN", "Bản kế hoạch đã ký", "Tệp của nhiệm vụ"));
        view.set("fields", read("""
                [{"key":"unit","type":"TEXT","label":"Đơn vị","group":"Văn bản","fixed":"Sở Nội vụ tỉnh Ví Dụ"},
                 {"key":"docNumber","type":"TEXT","label":"Số, ký hiệu","help":"Ví dụ: 12/KH-SNV","group":"Văn bản","required":true,"minLength":3,"maxLength":60},
                 {"key":"docDate","type":"DATE","label":"Ngày ban hành","group":"Văn bản","required":true},
                 {"key":"summary","type":"AREA","label":"Tóm tắt","group":"Văn bản","maxLength":200},
                 {"key":"score","type":"NUMBER","label":"Điểm tự chấm","group":"Kết quả","min":0,"max":100,"decimalDigits":2,"required":true},
                 {"key":"people","type":"NUMBER","label":"Số người","group":"Kết quả","min":1,"decimalDigits":0},
                 {"key":"answer","type":"RADIO","label":"Ý kiến","group":"Kết quả","required":true,
                  "options":[{"label":"Đồng ý","value":"agree"},{"label":"Không đồng ý","value":"refuse"}]},
                 {"key":"reason","type":"AREA","label":"Lý do không đồng ý","group":"Kết quả","required":true,
                  "hides":[{"key":"answer","operator":"!=","value":"refuse"}]},
                 {"key":"kind","type":"SELECT","label":"Hình thức","group":"Kết quả",
                  "options":[{"label":"Trực tiếp","value":"direct"},{"label":"Trực tuyến","value":"online"}]},
                 {"key":"units","type":"TAGLIST","label":"Đơn vị dự","group":"Kết quả",
                  "options":[{"label":"Tỉnh Ví Dụ A","value":"A"},{"label":"Tỉnh Ví Dụ B","value":"B"},{"label":"Tỉnh Ví Dụ C","value":"C"}]},
                 {"key":"start","type":"DATETIME","label":"Bắt đầu lúc","group":"Kết quả"},
                 {"key":"hour","type":"TIME","label":"Giờ mở cửa","group":"Kết quả"},
                 {"key":"sure","type":"CHECKBOX","label":"Tôi xác nhận nội dung trên là đúng","group":"","required":true}]
                """));
        return view;
    }

    /** A duty of nothing but a score sheet: its figures are asked for elsewhere. */
    static ObjectNode sheet(String year, String unit) {
        ObjectNode view = duty(1, "Tự chấm điểm thi đua năm 2024");
        view.putArray("slots");
        view.putArray("uploads");
        view.putObject("sheet").put("year", year).put("unit", unit);
        return view;
    }

    static ObjectNode slot(String code, String title, String group) {
        ObjectNode slot = JSON.createObjectNode();
        slot.put("code", code)
                .put("title", title)
                .put("group", group)
                .put("required", false)
                .put("demand", "");
        slot.put("mayDecline", true).put("declined", false).putArray("files");
        return slot;
    }

    private static ObjectNode duty(int duty, String title) {
        ObjectNode view = (ObjectNode) read("""
                {"code":"SUPPLEMENT","yearName":"Năm thi đua 2024","party":"Sở Nội vụ tỉnh Ví Dụ",
                 "now":"2024-11-24T05:10:00.123Z","deadline":"2024-11-25T06:00:00Z","boundary":"trước 13:00 ngày 25/11/2024 (thứ Hai)",
                 "consequence":"Mục chưa có tài liệu được tính là không có minh chứng.","contact":"Trần Văn Bình, Cụm trưởng, 0900 000 000",
                 "background":"Kế hoạch số 01/KH-CTĐ.\\nMục III, điểm 2.","open":true,"late":false,"notice":"","task":true,
                 "fields":[],"answers":{},"draft":null,"missing":[]}
                """);
        view.put("duty", duty).put("title", title);
        view.putObject("limits")
                .put("fileBytes", 52_428_800)
                .put("chunkBytes", HandInStub.CHUNK)
                .put("quotaBytes", 2_147_483_648L)
                .put("usedBytes", 12_345_678);
        return view;
    }

    /** A file as it stands right after it was stored: received, not yet checked. */
    static ObjectNode file(int id, JsonNode begun) {
        boolean pdf =
                begun.path("name").asText().toLowerCase(java.util.Locale.ROOT).endsWith(".pdf");
        ObjectNode file = JSON.createObjectNode();
        file.put("id", id)
                .put("slot", begun.path("slot").asText())
                .put("name", begun.path("name").asText());
        file.put("size", begun.path("size").asLong()).put("sha256", "a1".repeat(SHA_DIGITS / 2));
        file.put("type", pdf ? "PDF" : "WORD").put("original", pdf);
        file.put("receipt", "BN-2024-%06d".formatted(id)).put("receivedAt", "2024-11-24T05:10:01Z");
        file.put("receivedAtWords", "12:10:01 ngày 24/11/2024")
                .put("by", "Nguyễn Thị An")
                .put("inTime", true);
        file.put("state", "CURRENT").put("stateWords", "Đang tính").put("reason", "");
        file.set("replaces", begun.path("replaces"));
        file.putNull("verdict")
                .put("verdictWords", "Đang kiểm tra…")
                .put("binding", true)
                .putNull("accepted");
        for (String list : new String[] {"reasons", "facts", "remarks", "notExamined"}) {
            file.putArray(list);
        }
        file.putObject("citation")
                .put("number", "")
                .put("issued", "")
                .put("issuer", "")
                .put("confirmed", false)
                .putArray("doubts");
        file.putNull("ruling").put("view", "/tep/" + id).put("download", "/tep/" + id + "?tai-ve");
        file.put("receiptText", "/tep/" + id + "/bien-nhan.txt").put("receiptPdf", "/tep/" + id + "/bien-nhan.pdf");
        return file;
    }

    static void missing(ObjectNode view) {
        ArrayNode missing = view.putArray("missing");
        view.path("slots").forEach(slot -> {
            boolean any = false;
            for (JsonNode file : slot.path("files")) {
                any |= file.path("state").asText().equals("CURRENT");
            }
            if (slot.path("required").asBoolean() && !any) {
                missing.add("Chưa có tệp cho «" + slot.path("title").asText() + "».");
            }
        });
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
