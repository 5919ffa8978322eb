package vn.thidua.rehearsal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.thidua.plan.Plan;

/** Reads a script from YAML against the plan it is for; names everything that is wrong, with its line, before giving up. */
public final class ScriptReader {
    private static final int MAX_CHARACTERS = 1024 * 1024;

    private final Plan plan;
    private final List<ScriptReading.Mistake> mistakes = new ArrayList<>();

    private ScriptReader(Plan plan) {
        this.plan = plan;
    }

    public static ScriptReading read(String yaml, Plan plan) {
        ScriptReader reader = new ScriptReader(plan);
        List<Script.Step> steps = reader.steps(reader.root(yaml));
        List<ScriptReading.Mistake> sorted = reader.mistakes.stream()
                .sorted(Comparator.comparingInt(ScriptReading.Mistake::line))
                .toList();
        return new ScriptReading(new Script(steps), sorted);
    }

    private @Nullable Node root(String yaml) {
        if (yaml.length() > MAX_CHARACTERS) {
            wrong(0, "tệp kịch bản lớn hơn 1 MB; kịch bản chỉ vài dòng, hãy kiểm tra lại tệp");
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        try {
            Node root =
                    new Yaml(options).compose(new StringReader(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml));
            if (root == null) {
                wrong(0, "tệp kịch bản trống; kịch bản bắt đầu bằng khóa «steps»");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            wrong(line, "không đọc được YAML; kiểm tra thụt lề, dấu hai chấm, ngoặc và dấu nháy quanh dòng này");
        } catch (YAMLException e) {
            wrong(0, "không đọc được YAML; hãy lưu tệp dưới dạng văn bản UTF-8");
        }
        return null;
    }

    private List<Script.Step> steps(@Nullable Node root) {
        List<Script.Step> steps = new ArrayList<>();
        if (root == null) {
            return steps;
        }
        if (!(root instanceof MappingNode mapping)) {
            wrong(line(root), "ngoài cùng phải là khóa «steps», dưới đó mỗi bước một dòng bắt đầu bằng «- »");
            return steps;
        }
        boolean found = false;
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals("steps")) {
                wrong(line(tuple.getKeyNode()), "không có khóa «" + key + "»; ở ngoài cùng chỉ dùng «steps»");
            } else if (found) {
                wrong(line(tuple.getKeyNode()), "khóa «steps» được ghi hai lần; gộp lại làm một");
            } else {
                found = true;
                steps.addAll(list(tuple.getValueNode()));
            }
        }
        if (!found) {
            wrong(line(root), "thiếu khóa «steps»; viết «steps:» rồi mỗi bước một dòng bắt đầu bằng «- »");
        }
        return steps;
    }

    private List<Script.Step> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            wrong(line(node), "«steps» phải là một danh sách; viết mỗi bước một dòng bắt đầu bằng «- »");
            return List.of();
        }
        List<Script.Step> steps = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode mapping) {
                Script.Step step = new ScriptStepReader(plan, mapping, this::wrong).read();
                if (step != null) {
                    steps.add(step);
                }
            } else {
                wrong(line(item), "mỗi bước là một nhóm khóa, ví dụ - { unit: VLG, duty: supplement, silent: true }");
            }
        }
        return steps;
    }

    private void wrong(int line, String message) {
        mistakes.add(new ScriptReading.Mistake(line, message));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
