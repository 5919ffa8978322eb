package vn.thidua.plan;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** A plan's text as YAML nodes; refuses what is too big, no YAML, or YAML beyond what a plan needs (anchors, aliases, tags). */
final class PlanText {
    static final int MAX_BYTES = 1024 * 1024;

    private PlanText() {}

    /** Unicode NFC without byte-order mark. */
    static String normalise(String yaml) {
        if (yaml.length() > MAX_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new PlanUnreadable(
                    "Tệp kế hoạch lớn hơn 1 MB; kế hoạch một năm chỉ vài chục KB, hãy kiểm tra lại tệp.", 0);
        }
        return Normalizer.normalize(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml, Normalizer.Form.NFC);
    }

    /** Lines with anchors, aliases or tags: none of them belongs in a plan, and aliases can grow without bound. */
    static List<Integer> linesWithReferences(String yaml) {
        List<Integer> lines = new ArrayList<>();
        int documents = 0;
        try {
            for (Event event : new Yaml(options()).parse(new java.io.StringReader(yaml))) {
                if (event instanceof DocumentStartEvent && ++documents > 1) {
                    throw new PlanUnreadable(
                            "Tệp có nhiều tài liệu YAML (dòng «---»); mỗi tệp chỉ ghi một kế hoạch.",
                            event.getStartMark().getLine() + 1);
                }
                if (event instanceof NodeEvent node && (node.getAnchor() != null || tagged(node))) {
                    lines.add(event.getStartMark().getLine() + 1);
                }
            }
        } catch (YAMLException e) {
            throw unreadable(e);
        }
        return lines;
    }

    static MappingNode root(String yaml) {
        Node root;
        try {
            root = new Yaml(options()).compose(new java.io.StringReader(yaml));
        } catch (YAMLException e) {
            throw unreadable(e);
        }
        if (root instanceof MappingNode mapping) {
            return mapping;
        }
        throw new PlanUnreadable(
                root == null
                        ? "Tệp trống; kế hoạch bắt đầu bằng các khóa cluster, year, …"
                        : "Tệp không phải là kế hoạch: ở ngoài cùng phải là các khóa như cluster, year, units, milestones.",
                root == null ? 0 : root.getStartMark().getLine() + 1);
    }

    private static boolean tagged(NodeEvent event) {
        if (event instanceof org.yaml.snakeyaml.events.ScalarEvent scalar) {
            return scalar.getTag() != null && !"!".equals(scalar.getTag());
        }
        return event instanceof org.yaml.snakeyaml.events.CollectionStartEvent start && start.getTag() != null;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(MAX_BYTES);
        return options;
    }

    private static PlanUnreadable unreadable(YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            return new PlanUnreadable(
                    "Không đọc được YAML ở dòng " + line + ", cột "
                            + (marked.getProblemMark().getColumn() + 1)
                            + ": kiểm tra thụt lề (chỉ dùng dấu cách), dấu hai chấm, ngoặc và dấu nháy quanh chỗ này.",
                    line);
        }
        if (e instanceof ReaderException) {
            return new PlanUnreadable("Tệp có ký tự điều khiển không hợp lệ; hãy lưu lại dưới dạng văn bản UTF-8.", 0);
        }
        return new PlanUnreadable("Không đọc được YAML: tệp lồng quá nhiều tầng hoặc sai cấu trúc.", 0);
    }
}
