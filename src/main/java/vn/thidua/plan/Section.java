package vn.thidua.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the text with the keys it may have. Reports unknown, double and missing keys when made, and every value it cannot
 * read; what is missing or unreadable comes back as {@code null}.
 */
final class Section {
    private final String path;
    private final Keys keys;
    private final Problems problems;
    private final Map<String, Node> values;

    private Section(MappingNode node, String path, Keys keys, Problems problems) {
        this.path = path;
        this.keys = keys;
        this.problems = problems;
        this.values = new Entries(path, keys, problems).of(node);
    }

    static @Nullable Section of(Node node, String path, Keys keys, Problems problems) {
        if (node instanceof MappingNode mapping) {
            return new Section(mapping, path, keys, problems);
        }
        problems.form(
                path,
                line(node),
                "not-a-section",
                "«" + path + "» phải là một nhóm gồm các khóa " + String.join(", ", keys.all())
                        + "; viết mỗi khóa một dòng, thụt lề dưới «" + path + "»");
        return null;
    }

    String path() {
        return path;
    }

    Problems problems() {
        return problems;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return values.get(known(key));
    }

    <T extends Object> T read(T value) {
        problems.marks().put(value, path);
        return value;
    }

    @Nullable
    Section section(String key, Keys inner) {
        Node node = node(key);
        return node == null ? null : of(node, at(key), inner, problems);
    }

    <T> List<T> list(String key, Keys inner, Function<Section, @Nullable T> reader) {
        List<T> read = new ArrayList<>();
        List<Node> nodes = nodes(key);
        for (int i = 0; i < nodes.size(); i++) {
            Section section = of(nodes.get(i), at(key) + "[" + i + "]", inner, problems);
            T value = section == null ? null : reader.apply(section);
            if (section != null && value != null) {
                read.add(section.read(value));
            }
        }
        return read;
    }

    /** A list of single values. */
    <T> List<T> values(String key, Function<Value, @Nullable T> reader) {
        List<T> read = new ArrayList<>();
        List<Node> nodes = nodes(key);
        for (int i = 0; i < nodes.size(); i++) {
            T value = reader.apply(new Value(nodes.get(i), at(key) + "[" + i + "]", problems));
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    @Nullable
    String text(String key) {
        return value(key).map(Value::text).orElse(null);
    }

    @Nullable
    Integer integer(String key) {
        return value(key).map(Value::integer).orElse(null);
    }

    @Nullable
    BigDecimal decimal(String key) {
        return value(key).map(Value::decimal).orElse(null);
    }

    @Nullable
    Boolean bool(String key) {
        return value(key).map(Value::bool).orElse(null);
    }

    @Nullable
    LocalDate date(String key) {
        return value(key).map(Value::date).orElse(null);
    }

    @Nullable
    LocalDateTime dateTime(String key) {
        return value(key).map(Value::dateTime).orElse(null);
    }

    @Nullable
    LocalTime time(String key) {
        return value(key).map(Value::time).orElse(null);
    }

    <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
        return value(key)
                .map(v -> v.choice(Arrays.asList(type.getEnumConstants()), Enum::name))
                .orElse(null);
    }

    @Nullable
    DutyCode duty(String key) {
        return value(key).map(Value::duty).orElse(null);
    }

    void wrong(String key, String code, String message) {
        problems.form(at(key), code, message);
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<Value> value(String key) {
        return Optional.ofNullable(node(key)).map(n -> new Value(n, at(key), problems));
    }

    private List<Node> nodes(String key) {
        Node node = node(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            problems.form(
                    at(key),
                    line(node),
                    "not-a-list",
                    "«" + at(key) + "» phải là một danh sách; viết mỗi mục một dòng bắt đầu bằng «- »");
        }
        return List.of();
    }

    private String known(String key) {
        if (!keys.all().contains(key)) {
            throw new IllegalStateException(keys + " does not declare " + key);
        }
        return key;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
