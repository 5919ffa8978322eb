package vn.thidua.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What {@link BoardStub} begins with: units and criteria of the sample plan, and figures made up by a seed that never changes. */
final class BoardSample {
    static final String LEADER = "VLG";
    static final String DEPUTY = "KGG";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STEP = "0.25";

    final List<ObjectNode> units = new ArrayList<>();
    final List<ObjectNode> lines = new ArrayList<>();
    final ArrayNode groups = JSON.createArrayNode();

    BoardSample() {
        Map<String, Object> plan = plan();
        for (Map<String, Object> unit : maps(plan, "units")) {
            units.add(
                    JSON.createObjectNode().put("code", text(unit, "code", "")).put("name", text(unit, "name", "")));
        }
        Map<String, Object> criteria = map(plan, "criteria");
        maps(criteria, "groups").forEach(this::group);
        for (Map<String, Object> bonus : maps(criteria, "bonuses")) {
            line(bonus, "BONUS", null).put("step", text(bonus, "step", STEP));
        }
        for (Map<String, Object> penalty : maps(criteria, "penalties")) {
            ObjectNode line = line(penalty, "PENALTY", null);
            line.putNull("max").putNull("step").set("deduct", deduct(penalty));
        }
    }

    /** With a group more, so that the table has {@code count} lines. */
    static BoardSample of(int count) {
        BoardSample sample = new BoardSample();
        Map<String, Object> group = Map.of("code", "9", "name", "Nhiệm vụ đột xuất", "max", 20, "criteria", List.of());
        sample.group(group);
        int more = count - sample.lines.size();
        for (int i = 1; i <= more; i++) {
            Map<String, Object> line =
                    Map.of("code", "9." + i, "name", "Thực hiện nhiệm vụ đột xuất thứ " + i + " được giao", "max", 2);
            ((ArrayNode) sample.groups.get(sample.groups.size() - 1).path("lines")).add("9." + i);
            sample.line(line, "CRITERION", "9");
        }
        return sample;
    }

    private void group(Map<String, Object> group) {
        String code = text(group, "code", "");
        ArrayNode codes = groups.addObject()
                .put("code", code)
                .put("name", text(group, "name", ""))
                .put("max", text(group, "max", ""))
                .putArray("lines");
        for (Map<String, Object> criterion : maps(group, "criteria")) {
            codes.add(text(criterion, "code", ""));
            ObjectNode line = line(criterion, "CRITERION", code);
            if (criterion.containsKey("deduct")) {
                line.set("deduct", deduct(map(criterion, "deduct")));
            }
        }
    }

    private ObjectNode line(Map<String, Object> from, String kind, @Nullable String group) {
        ObjectNode line = JSON.createObjectNode()
                .put("code", text(from, "code", ""))
                .put("kind", kind)
                .put("group", group)
                .put("name", text(from, "name", ""))
                .put("max", text(from, "max", "1"))
                .put("step", text(from, "step", STEP))
                .put("bonusMax", text(from, "bonus", null))
                .put("penaltyText", text(from, "penalty", null))
                .put("evidence", Boolean.TRUE.equals(from.get("evidenceRequired")))
                .put("supplier", text(from, "supplier", null));
        line.putNull("deduct");
        lines.add(line);
        return line;
    }

    private static ObjectNode deduct(Map<String, Object> from) {
        return JSON.createObjectNode()
                .put("points", text(from, "points", ""))
                .put("per", "OCCURRENCE")
                .put("most", text(from, "most", null));
    }

    /** Calls back with every figure that was scored before the meeting. About one line in twelve is contested. */
    void score(Scored scored) {
        Random random = new Random(22_11_2024);
        for (ObjectNode unit : units) {
            String code = unit.path("code").asText();
            for (ObjectNode line : lines) {
                scoreLine(code, line, random, scored);
            }
        }
    }

    private static void scoreLine(String unit, ObjectNode line, Random random, Scored scored) {
        int luck = random.nextInt(100);
        if (line.path("kind").asText().equals("CRITERION")) {
            BigDecimal step = new BigDecimal(line.path("step").asText());
            BigDecimal max = new BigDecimal(line.path("max").asText());
            BigDecimal self = max.subtract(step.multiply(BigDecimal.valueOf(luck % 9 < 6 ? 0 : 1 + luck % 2)));
            BigDecimal leader = luck < 80 ? self : self.subtract(step).max(BigDecimal.ZERO);
            BigDecimal deputy = luck < 92
                    ? leader
                    : leader.subtract(step.multiply(BigDecimal.valueOf(2))).max(BigDecimal.ZERO);
            scored.put(unit, line, "SELF", points(self), "");
            appraise(unit, line, points(leader), leader.equals(self) ? "" : "Minh chứng chưa đầy đủ", "LEADER", scored);
            appraise(
                    unit,
                    line,
                    points(deputy),
                    deputy.equals(self) ? "" : "Một phần nhiệm vụ hoàn thành chậm so với kế hoạch",
                    "DEPUTY",
                    scored);
        } else if (line.path("kind").asText().equals("BONUS") && luck < 25) {
            ObjectNode bonus = figures().put("bonus", line.path("step").asText());
            scored.put(unit, line, "SELF", bonus, "Quyết định khen thưởng kèm theo");
            appraise(unit, line, bonus, "", "LEADER", scored);
            appraise(unit, line, bonus, "", "DEPUTY", scored);
        } else if (line.path("kind").asText().equals("PENALTY") && luck < 20) {
            ObjectNode count = figures().put("count", 1 + luck % 3);
            appraise(unit, line, count, "Theo sổ theo dõi báo cáo", "LEADER", scored);
            appraise(unit, line, count, "Theo sổ theo dõi báo cáo", "DEPUTY", scored);
        }
    }

    /** Nobody appraises their own unit. */
    private static void appraise(
            String unit, ObjectNode line, ObjectNode figures, String reason, String column, Scored scored) {
        if (!unit.equals(column.equals("LEADER") ? LEADER : DEPUTY)) {
            scored.put(unit, line, column, figures, reason);
        }
    }

    /** Takes a figure that was scored. */
    interface Scored {
        void put(String unit, ObjectNode line, String column, ObjectNode figures, String reason);
    }

    private static ObjectNode figures() {
        return JSON.createObjectNode().putNull("points").putNull("bonus").putNull("count");
    }

    private static ObjectNode points(BigDecimal points) {
        return figures().put("points", points.toPlainString());
    }

    private static Map<String, Object> plan() {
        try {
            return new Yaml().load(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> from, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(from.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) Objects.requireNonNull(from.get(key));
    }

    private static @Nullable String text(Map<String, Object> from, String key, @Nullable String otherwise) {
        Object value = from.get(key);
        return value == null ? otherwise : value.toString();
    }
}
