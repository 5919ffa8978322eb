package vn.thidua.rehearsal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.plan.DutyCode;

/** The form answers that a step of a script gives instead of the sample ones. */
final class ScriptAnswers {
    /** Takes a mistake with the place it stands at. */
    @FunctionalInterface
    interface Mistakes {
        void wrong(Node node, String message);
    }

    private ScriptAnswers() {}

    static Map<String, Object> read(Node node, @Nullable DutyCode duty, Mistakes mistakes) {
        Map<String, Object> answers = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistakes.wrong(
                    node, "«answers» là nhóm các ô của biểu mẫu và câu trả lời, ví dụ answers: { remarks: \"…\" }");
            return answers;
        }
        Set<String> known = duty == null ? Set.of() : fields(duty);
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (duty != null && !known.contains(key)) {
                mistakes.wrong(
                        tuple.getKeyNode(),
                        "biểu mẫu của «" + duty.code() + "» không có ô «" + key + "»; chỉ có: "
                                + String.join(", ", known));
            }
            Object value = value(tuple.getValueNode(), mistakes);
            if (value != null) {
                answers.put(key, value);
            }
        }
        return answers;
    }

    private static Set<String> fields(DutyCode duty) {
        return DutyType.under(duty).stream()
                .flatMap(type -> Stream.of(type.form(), DocumentForms.form(type), DocumentForms.sheetForm(type)))
                .flatMap(form -> FormSchema.load(form).fields().stream())
                .map(field -> field.key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A value as a form would submit it; dates stay text. */
    private static @Nullable Object value(Node node, Mistakes mistakes) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                    .toList();
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistakes.wrong(node, "câu trả lời là một giá trị hoặc danh sách giá trị, không phải nhóm khóa");
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
}
