package vn.thidua.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The values of one mapping by key; reports unknown, double and missing keys. What is empty counts as missing. */
final class Entries {
    private final String path;
    private final Keys keys;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Entries(String path, Keys keys, Problems problems) {
        this.path = path;
        this.keys = keys;
        this.problems = problems;
    }

    Map<String, Node> of(MappingNode node) {
        node.getValue().forEach(this::take);
        keys.required().stream().filter(k -> !values.containsKey(k)).forEach(this::missing);
        return values;
    }

    private void take(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        int line = Section.line(tuple.getKeyNode());
        if (!keys.all().contains(key)) {
            problems.form(
                    at(key),
                    line,
                    "unknown-key",
                    "không có khóa «" + (key.length() > 60 ? key.substring(0, 60) + "…" : key) + "»" + where() + "; "
                            + Nearest.hint(key, keys.all()));
        } else if (values.containsKey(key)) {
            problems.form(
                    at(key),
                    line,
                    "duplicate-key",
                    "khóa «" + key + "»" + where() + " đã có ở dòng "
                            + problems.marks().line(at(key)) + "; chỉ giữ một");
        } else if (!empty(tuple.getValueNode())) {
            values.put(key, tuple.getValueNode());
        }
    }

    private void missing(String key) {
        String message = "thiếu «" + key + "»" + where() + "; thêm " + Keys.example(key);
        if (at(key).equals("milestones.post-conference.deadline")) {
            message =
                    "hồ sơ sau hội nghị không có thời hạn nộp; các văn bản không ấn định nên kế hoạch phải tự ghi, thêm "
                            + Keys.example(key);
        }
        problems.form(at(key), "missing-key", message);
    }

    private String where() {
        return path.isEmpty() ? "" : " trong «" + path + "»";
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean empty(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }
}
