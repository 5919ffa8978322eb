package vn.thidua.rehearsal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyType;
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
        Node answered = values.get("answers");
        Map<String, Object> answers = answered == null ? Map.of() : ScriptAnswers.read(answered, duty, this::wrong);
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
