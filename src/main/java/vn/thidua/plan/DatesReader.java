package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import vn.thidua.calendar.Boundary;

/** Reads milestones and the distances demanded between them. */
final class DatesReader {
    private DatesReader() {}

    static Map<DutyCode, Milestone> milestones(Section root) {
        Map<DutyCode, Milestone> read = new EnumMap<>(DutyCode.class);
        Section s = root.section("milestones", Keys.MILESTONES);
        if (s != null) {
            for (DutyCode code : DutyCode.values()) {
                Section m = s.section(code.code(), Keys.of(code));
                if (m != null) {
                    read.put(code, milestone(m, code));
                }
            }
        }
        return read;
    }

    private static Milestone milestone(Section s, DutyCode code) {
        List<String> keys = Keys.of(code).all();
        return new Milestone(
                code,
                keys.contains("opens") ? opening(s) : null,
                keys.contains("deadline") ? boundary(s, "deadline") : null,
                keys.contains("at") ? s.dateTime("at") : null,
                keys.contains("plannedEnd") ? s.dateTime("plannedEnd") : null,
                keys.contains("latest") ? boundary(s, "latest") : null);
    }

    private static @Nullable Opening opening(Section s) {
        if (s.node("opens") instanceof ScalarNode) {
            String text = Objects.requireNonNull(s.text("opens"));
            s.wrong(
                    "opens",
                    "bare-opening",
                    "«opens: " + text
                            + "» không nói rõ mở lúc nào; viết opens: { at: 2024-10-01 08:00 } hoặc opens: { after: launch }");
            return null;
        }
        Section o = s.section("opens", Keys.OPENING);
        if (o == null) {
            return null;
        }
        boolean valid = o.has("after") ? !o.has("at") : o.has("at") && !o.has("atLatest");
        if (!valid) {
            s.wrong("opens", "opening-kind", "«opens» phải ghi { at: … }, { after: … } hoặc { after: …, atLatest: … }");
            return null;
        }
        LocalDateTime at = o.has("at") ? o.dateTime("at") : o.dateTime("atLatest");
        DutyCode after = o.duty("after");
        return at == null && after == null ? null : new Opening(at, after);
    }

    private static @Nullable Boundary boundary(Section s, String key) {
        Node node = s.node(key);
        if (node instanceof ScalarNode scalar) {
            String written = scalar.getValue().strip();
            String d = written.matches("\\d{4}-\\d{2}-\\d{2}.*") ? written.substring(0, 10) : "2024-11-27";
            s.wrong(
                    key,
                    "bare-deadline",
                    "«" + key + ": " + written + "» không nói ngày ấy có được tính hay không; viết { before: " + d
                            + " } (trước ngày ấy), { onOrBefore: " + d + " } (chậm nhất ngày ấy) hoặc { beforeInstant: "
                            + d
                            + " 13:00 } (trước giờ ấy)");
            return null;
        }
        Section b = s.section(key, Keys.DEADLINE);
        if (b == null) {
            return null;
        }
        long kinds = Keys.DEADLINE.all().stream().filter(b::has).count();
        if (kinds == 0
                && node instanceof MappingNode written
                && !written.getValue().isEmpty()) {
            return null; // what stands there instead was named already
        }
        if (kinds != 1) {
            s.wrong(
                    key,
                    "deadline-kind",
                    "«" + key + "» phải có đúng một trong before, onOrBefore, beforeInstant; viết ví dụ "
                            + Keys.example(key));
            return null;
        }
        LocalDateTime instant = b.dateTime("beforeInstant");
        LocalDate before = b.date("before");
        LocalDate onOrBefore = b.date("onOrBefore");
        if (instant != null) {
            return Boundary.beforeInstant(instant);
        }
        if (before != null) {
            return Boundary.before(before);
        }
        return onOrBefore == null ? null : Boundary.onOrBefore(onOrBefore);
    }

    static @Nullable Gap gap(Section s) {
        DutyCode from = s.duty("from");
        DutyCode to = s.duty("to");
        Integer days = s.integer("workingDays");
        return from == null || to == null || days == null ? null : new Gap(from, to, days);
    }
}
