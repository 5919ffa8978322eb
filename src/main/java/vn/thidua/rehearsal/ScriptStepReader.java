package vn.thidua.rehearsal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.plan.Body;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;

/** Reads one step of a script. */
final class ScriptStepReader {
    /** Takes a mistake with its line. */
    @FunctionalInterface
    interface Mistakes {
        void wrong(int line, String message);
    }

    private static final List<String> KEYS = List.of("unit", "role", "duty", "silent", "decline", "at", "answers");
    private static final Set<DutyType> MAY_DECLINE = Set.of(DutyType.SUPPLEMENT, DutyType.NOMINATION);

    private final Plan plan;
    private final MappingNode step;
    private final Mistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private boolean sound = true;

    ScriptStepReader(Plan plan, MappingNode step, Mistakes mistakes) {
        this.plan = plan;
        this.step = step;
        this.mistakes = mistakes;
    }

    Script.@Nullable Step read() {
        for (NodeTuple tuple : step.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!KEYS.contains(key)) {
                wrong(tuple.getKeyNode(), "không có khóa «" + key + "»; chỉ được dùng: " + String.join(", ", KEYS));
            } else if (values.put(key, tuple.getValueNode()) != null) {
                wrong(tuple.getKeyNode(), "khóa «" + key + "» được ghi hai lần trong một bước");
            }
        }
        String unit = unit();
        boolean leader = leader();
        DutyCode duty = duty();
        boolean silent = flag("silent");
        boolean decline = flag("decline");
        Instant at = at();
        Map<String, Object> answers = answers(duty);
        togetherMakeSense(unit, leader, duty, silent, decline);
        return sound ? new Script.Step(unit, leader, duty, silent, decline, at, answers) : null;
    }

    private void togetherMakeSense(
            @Nullable String unit, boolean leader, @Nullable DutyCode duty, boolean silent, boolean decline) {
        boolean does = decline || values.containsKey("at") || values.containsKey("answers");
        if (silent && does) {
            wrong(step, "«silent: true» nghĩa là không làm gì, nên không đi cùng decline, at, answers");
        }
        if (!silent && !does && sound) {
            wrong(step, "bước này không nói làm gì; thêm silent: true, decline: true, at hoặc answers");
        }
        if (does && !values.containsKey("duty")) {
            wrong(step, "thiếu «duty»; decline, at và answers chỉ dùng cho một nhiệm vụ, ví dụ duty: supplement");
        }
        if (decline && duty != null && DutyType.under(duty).stream().noneMatch(MAY_DECLINE::contains)) {
            wrong(
                    values.get("decline"),
                    "«" + duty.code() + "» không có câu trả lời «không»; chỉ supplement và nomination có");
        }
        if (leader && unit != null && !unit.equals(plan.leader().code())) {
            wrong(values.get("unit"), "cụm trưởng là " + plan.leader().code() + "; bỏ «unit» hoặc bỏ «role»");
        }
    }

    private @Nullable String unit() {
        String text = text("unit");
        if (text == null) {
            return null;
        }
        List<String> parties = Stream.concat(
                        plan.memberCodes().stream(), plan.bodies().stream().map(Body::code))
                .toList();
        if (!parties.contains(text)) {
            wrong(values.get("unit"), "kế hoạch không có đơn vị «" + text + "»; chỉ có: " + String.join(", ", parties));
        }
        return text;
    }

    private boolean leader() {
        String text = text("role");
        if (text != null && !text.equals("LEADER")) {
            wrong(
                    values.get("role"),
                    "không có vai trò «" + text + "»; chỉ dùng LEADER (cụm trưởng, trong việc của cụm trưởng)");
        }
        return text != null;
    }

    private @Nullable DutyCode duty() {
        String text = text("duty");
        if (text == null) {
            return null;
        }
        List<String> codes = Arrays.stream(DutyCode.values())
                .filter(code -> !DutyType.under(code).isEmpty())
                .map(DutyCode::code)
                .toList();
        if (!codes.contains(text)) {
            wrong(values.get("duty"), "không có nhiệm vụ «" + text + "»; chỉ có: " + String.join(", ", codes));
            return null;
        }
        return DutyCode.of(text);
    }

    private boolean flag(String key) {
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(values.get(key), "«" + key + "» chỉ nhận true hoặc false, không phải «" + text + "»");
        }
        return "true".equals(text);
    }

    private @Nullable Instant at() {
        String text = text("at");
        if (text == null) {
            return null;
        }
        try {
            return Vietnam.at(LocalDateTime.parse(text.strip().replaceFirst(" +", "T")));
        } catch (DateTimeException e) {
            wrong(values.get("at"), "«" + text + "» không phải ngày giờ; viết giờ Việt Nam, ví dụ 2024-11-25 10:30");
            return null;
        }
    }

    private Map<String, Object> answers(@Nullable DutyCode duty) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Node node = values.get("answers");
        if (node == null) {
            return answers;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, "«answers» là nhóm các ô của biểu mẫu và câu trả lời, ví dụ answers: { remarks: \"…\" }");
            return answers;
        }
        Set<String> known = duty == null ? Set.of() : fields(duty);
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (duty != null && !known.contains(key)) {
                wrong(
                        tuple.getKeyNode(),
                        "biểu mẫu của «" + duty.code() + "» không có ô «" + key + "»; chỉ có: "
                                + String.join(", ", known));
            }
            Object value = value(tuple.getValueNode());
            if (value != null) {
                answers.put(key, value);
            }
        }
        return answers;
    }

    private static Set<String> fields(DutyCode duty) {
        return DutyType.under(duty).stream()
                .flatMap(type -> FormSchema.load(type.form()).fields().stream())
                .map(field -> field.key())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** A value as a form would submit it; dates stay text. */
    private @Nullable Object value(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                    .toList();
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrong(node, "câu trả lời là một giá trị hoặc danh sách giá trị, không phải nhóm khóa");
            return null;
        }
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        if (tag.equals(Tag.INT) && scalar.getValue().matches("-?\\d{1,15}")) {
            return Long.valueOf(scalar.getValue());
        }
        boolean decimal = tag.equals(Tag.FLOAT) && scalar.getValue().matches("-?\\d{1,15}\\.\\d{1,9}");
        return decimal ? new BigDecimal(scalar.getValue()) : scalar.getValue();
    }

    private @Nullable String text(String key) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        wrong(node, "«" + key + "» phải có một giá trị");
        return null;
    }

    private void wrong(@Nullable Node node, String message) {
        sound = false;
        mistakes.wrong(ScriptReader.line(node == null ? step : node), message);
    }
}
