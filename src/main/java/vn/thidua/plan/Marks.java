package vn.thidua.plan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in the text everything stands: lines by path, and the path each record was read from. */
final class Marks {
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Object, String> paths = new IdentityHashMap<>();

    void put(Object read, String path) {
        paths.put(read, path);
    }

    /** The path of a record that was read, or {@code otherwise} for one that was not. */
    String path(Object read, String otherwise) {
        return paths.getOrDefault(read, otherwise);
    }

    /** The line of a path, or of the nearest section around it; 0 where nothing was read from a text. */
    int line(String path) {
        String at = path;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lines.isEmpty() ? 0 : 1;
    }

    void walk(Node node, String path) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    lines.putIfAbsent(child, key.getStartMark().getLine() + 1);
                    walk(tuple.getValueNode(), child);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                walk(sequence.getValue().get(i), path + "[" + i + "]");
            }
        }
    }
}
